"""How a problem is shown: its place, the carets, the order, the verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.problems.findings import Finding, Severity, Span
from association.problems.report import (
    Problem,
    as_text,
    errors_among,
    in_reading_order,
    pluralize,
    problem_of,
    verdict,
)

LINES = ("---", "titre: Été", "date: hier")


def _problem(line: int = 2, column: int = 8, end: int = 11, **more: object) -> Problem:
    finding = Finding(Span(line, column, end), "date", "c’est faux", "écrivez mieux", **more)  # type: ignore[arg-type]
    return problem_of(finding, "content/x.md", LINES)


def test_the_carets_stand_under_the_value() -> None:
    assert as_text(_problem()).split("\n") == [
        "erreur[date] : c’est faux",
        " --> content/x.md:2:8",
        "  |",
        "2 | titre: Été",
        "  |        ^^^ écrivez mieux",
    ]


def test_the_second_place_of_a_conflict_is_shown_below() -> None:
    text = as_text(_problem(related=Span(3, 1, 5), related_label="l’autre", help="un conseil"))
    assert text.split("\n")[5:] == [
        " ::: content/x.md:3:1",
        "  |",
        "3 | date: hier",
        "  | ^^^^ l’autre",
        "  = aide : un conseil",
    ]


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    finding = Finding(Span(), "fichier-vide", "ce fichier est vide", "écrivez-le", "un conseil")
    assert as_text(problem_of(finding, "content/x.md", ())).split("\n") == [
        "erreur[fichier-vide] : ce fichier est vide",
        " --> content/x.md",
        "  = écrivez-le",
        "  = aide : un conseil",
    ]


@pytest.mark.parametrize(
    ("line", "column", "carets"),
    [("e\u0301te\u0301 ici", 7, "    ^^^"), ("日本 ici", 4, "     ^^^"), ("\tici", 2, " ^^^")],
)
def test_carets_stand_right_under_signs_of_any_width(line: str, column: int, carets: str) -> None:
    finding = Finding(Span(1, column, column + 3), "date", "x", "y")
    shown = as_text(problem_of(finding, "f", (line,))).split("\n")[-1]
    assert shown == f"  | {carets} y"


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 9)), max_size=12))
def test_problems_are_read_from_top_to_bottom_each_once(places: list[tuple[int, int]]) -> None:
    ordered = in_reading_order(_problem(line, column, 11) for line, column in places)
    spans = [problem.span for problem in ordered]
    assert spans == sorted(set(spans))
    assert len(spans) == len(set(places))


def test_a_code_without_an_explanation_is_our_fault() -> None:
    with pytest.raises(KeyError, match=r"codes\.py"):
        problem_of(Finding(Span(), "inconnu", "x", "y"), "f", ())


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 erreur"), (1, "1 erreur"), (2, "2 erreurs"), (21, "21 erreurs")]
)
def test_in_french_nought_and_one_are_singular(number: int, words: str) -> None:
    assert pluralize(number, "erreur") == words


def test_only_errors_forbid_publication() -> None:
    advice = _problem(severity=Severity.ADVICE)
    assert errors_among([advice, _problem()]) == [_problem()]
    assert verdict([advice], 3, building=True) == (
        "3 fichiers vérifiés, aucune erreur. 1 remarque sans gravité."
    )


@pytest.mark.parametrize("building", [True, False])
def test_the_verdict_says_what_becomes_of_the_site(building: bool) -> None:
    words = verdict([_problem(), _problem(3, 1, 5)], 9, building=building)
    assert words.startswith("9 fichiers vérifiés, 2 erreurs dans 1 fichier.")
    assert words.endswith("le dernier site réussi reste en place.") == building
