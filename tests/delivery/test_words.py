"""A publication speaks French, with the spaces that French asks for."""

import errno

import pytest

from association.delivery.words import (
    failure_message,
    file_size,
    first_few,
    summary,
    with_french_spaces,
)

_SPACE = "\N{NO-BREAK SPACE}"


def test_a_summary_counts_as_french_does() -> None:
    said = summary(12, 3, 286, 1_230_000, 4.2).replace(_SPACE, " ")
    assert said == "12 fichiers envoyés, 3 effacés, 286 inchangés, 1,2 Mo en 4 s."
    said = summary(1, 0, 1, 0, 0.1).replace(_SPACE, " ")
    assert said == "1 fichier envoyé, 0 effacé, 1 inchangé, 0 octet en 1 s."


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 octet"),
        (999, "999 octets"),
        (1000, "1,0 ko"),
        (12_400, "12 ko"),
        (3_000_000, "3,0 Mo"),
    ],
)
def test_a_weight_has_one_unit(size: int, said: str) -> None:
    assert file_size(size).replace(_SPACE, " ") == said


def test_a_long_list_says_how_much_it_leaves_out() -> None:
    assert first_few(["a", "b", "c"]) == "a, b, c"
    assert first_few(["a", "b", "c", "d"]) == "a, b, c… et 1 autre"


def test_signs_stay_with_their_words() -> None:
    assert with_french_spaces("« oui » : non ?") == (
        f"«{_SPACE}oui{_SPACE}»{_SPACE}: non\N{NARROW NO-BREAK SPACE}?"
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "plus de place"),
        (PermissionError(errno.EACCES, "x"), "écriture y est interdite"),
        (OSError(errno.EROFS, "x"), "lecture seule"),
        (FileNotFoundError(errno.ENOENT, "x"), "un dossier manque"),
        (EOFError(), "la liaison"),
        (ConnectionResetError(errno.ECONNRESET, "x"), "la liaison"),
        (TimeoutError(), "la liaison"),
        (OSError("Failure"), "« Failure »"),
    ],
)
def test_what_broke_is_said_with_what_to_do(error: BaseException, said: str) -> None:
    assert said in failure_message(error)
    assert "relancez la même commande" in failure_message(error)
