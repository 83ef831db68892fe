"""French words that are one for a visitor are one for the site, here and in browsers."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.core.french_stems import phrase, stem, tokens
from tests.theme_scripts import run_in_node, script_address

ROOT = Path(__file__).resolve().parent.parent
VECTORS: list[tuple[str, list[str]]] = [
    (text, stems) for text, stems in json.loads((ROOT / "tests" / "stems.json").read_text("utf-8"))
]


@pytest.mark.parametrize(("text", "stems"), VECTORS)
def test_a_text_has_the_stems_of_its_words(text: str, stems: list[str]) -> None:
    assert [stem(token) for token in tokens(text)] == stems


def test_browsers_find_the_same_stems() -> None:
    script = json.dumps(script_address("racines.js"))
    read = f"await import({script}).then((it) => given.map((text) => it.tokens(text).map(it.stem)))"
    assert run_in_node(read, [text for text, _ in VECTORS]) == [stems for _, stems in VECTORS]


@given(st.text())
def test_accents_and_case_never_make_another_stem(text: str) -> None:
    assert [stem(token) for token in tokens(text.upper())] == [
        stem(token) for token in tokens(text.upper().lower())
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("École", "écoles"), ("conflits d’équipe", "conflit d'équipe"), ("hôpital", "HOPITAUX")],
)
def test_phrases_are_the_same_whatever_their_number(one: str, other: str) -> None:
    assert phrase(one) == phrase(other)


@pytest.mark.parametrize(
    ("one", "other"), [("armée", "arme"), ("maire", "mairie"), ("violent", "viol")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(tokens(one)[0]) != stem(tokens(other)[0]) or phrase(one) != phrase(other)
