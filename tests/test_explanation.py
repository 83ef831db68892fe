"""``invoke expliquer``: every code is explained, a slip is understood."""

import pytest

from association.editing.guide.explanation import explanation
from association.problems.codes import CODES


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_in_the_words_of_the_catalogue(code: str) -> None:
    words, is_known = explanation(code)
    assert is_known
    assert CODES[code] in " ".join(words.split())
    assert f"problemes.md#{code}" in words


@pytest.mark.parametrize("written", ["[date]", "erreur[date]", " date ", "conseil[date] :"])
def test_a_code_is_understood_as_it_was_copied(written: str) -> None:
    assert explanation(written) == explanation("date")


@pytest.mark.parametrize("written", ["dates", "Date", "dtae"])
def test_a_slip_gets_a_suggestion(written: str) -> None:
    words, is_known = explanation(written)
    assert not is_known
    assert "Vouliez-vous dire « date » ?" in words


def test_a_word_that_is_like_no_code_gets_none() -> None:
    assert "Vouliez-vous" not in explanation("xyzzy")[0]


def test_without_a_code_all_are_explained() -> None:
    words = explanation("")[0]
    assert all(f"\n{code}\n" in f"\n{words}" for code in CODES)


def test_no_line_is_wider_than_a_terminal() -> None:
    assert all(len(line) <= 92 for line in explanation("")[0].split("\n"))
