"""What editors are told of events together, and of what time leaves undone."""

from datetime import datetime
from pathlib import Path

import pytest

from association.checks.all_checks import OF_EVENTS, of_content
from association.checks.check_context import CheckContext
from association.core.zone import PARIS
from association.problems.findings import Severity
from association.problems.report import Problem, as_text
from association.runner.build import Plan, build
from tests.builders import EVENT, base, content_folder
from tests.built_site import ROOT
from tests.calendar_context import content_with, event_file
from tests.html_tree import html_tree

SERIES = "serie: Ateliers de pratique\n"
EXPLAINED = "serie: Journées de rencontre\n"
REPORT = (
    "---\ntitre: Une actualité\nresume: Ce qui s'est dit.\ndate: {day}\nevenement: rencontre\n"
    "---\n\nTexte.\n"
)


def found(root: Path, asof: str = "2027-01-01", news: str = "", **events: str) -> list[Problem]:
    """Return what is said of events, given by slug as lines of their front matter."""
    files = {slug.replace("_", "-"): event_file(lines) for slug, lines in events.items()}
    further = {"actualites__une": REPORT.format(day=news)} if news else {}
    content = content_with(root, files, **further)
    day = datetime.fromisoformat(asof).replace(tzinfo=PARIS)
    return list(of_content(OF_EVENTS, CheckContext(content, day, day)))


def test_two_events_of_a_series_do_not_share_a_number(tmp_path: Path) -> None:
    [problem] = found(
        tmp_path,
        second=f"debut: 2027-05-01\n{SERIES}numero: 1\n",
        first=f"debut: 2027-02-01\n{SERIES}numero: 1\n",
    )
    assert problem.code == "numero-en-double"
    assert (problem.source, problem.line_text) == ("content/agenda/second.md", "numero: 1")
    assert problem.related is not None
    assert problem.related.source == "content/agenda/first.md"
    assert problem.related.line_text == "numero: 1"
    assert "::: content/agenda/first.md:7:" in as_text(problem)


def test_two_series_may_count_the_same(tmp_path: Path) -> None:
    one = f"debut: 2027-02-01\n{SERIES}numero: 1\n"
    other = "debut: 2027-02-02\nserie: Soirées de découverte\nnumero: 1\n"
    assert found(tmp_path, one=one, other=other) == []


def test_a_gap_without_a_word_is_advice_on_the_number_after_it(tmp_path: Path) -> None:
    [problem] = found(
        tmp_path,
        one=f"debut: 2027-02-01\n{SERIES}numero: 1\n",
        two=f"debut: 2027-03-01\n{SERIES}numero: 4\n",
    )
    assert (problem.code, problem.severity) == ("numeros-absents", Severity.ADVICE)
    assert (problem.source, problem.line_text) == ("content/agenda/two.md", "numero: 4")
    assert "les numéros 2 à 3 manquent" in problem.message
    assert "lacunes" in problem.help


def test_a_single_missing_number_is_said_in_the_singular(tmp_path: Path) -> None:
    [problem] = found(tmp_path, two=f"debut: 2027-03-01\n{SERIES}numero: 2\n")
    assert "le numéro 1 manque" in problem.message


def test_a_gap_that_the_vocabulary_explains_is_no_problem(tmp_path: Path) -> None:
    assert found(tmp_path, one=f"debut: 2027-02-01\n{EXPLAINED}numero: 9\n") == []


def test_two_events_do_not_share_an_identity(tmp_path: Path) -> None:
    [problem] = found(
        tmp_path, ancienne="debut: 2027-02-01\n", copie="debut: 2027-02-02\nuid: ancienne\n"
    )
    assert problem.code == "identifiant-en-double"
    assert (problem.source, problem.line_text) == ("content/agenda/copie.md", "uid: ancienne")
    assert problem.related is not None
    assert problem.related.source == "content/agenda/ancienne.md"


def test_two_renamed_events_do_not_share_an_identity(tmp_path: Path) -> None:
    une, autre = (f"debut: 2027-02-0{day}\nuid: ancienne\n" for day in (1, 2))
    [problem] = found(tmp_path, une=une, autre=autre)
    assert problem.related is not None
    assert problem.related.line_text == "uid: ancienne"


TOWN = "lieu:\n  ville: {}\n  code_postal: '35000'\n"


def test_a_copy_of_a_file_is_advised(tmp_path: Path) -> None:
    day = "debut: 2027-02-01 {}:30\n" + TOWN.format("Rennes")
    [problem] = found(tmp_path, ateliers=day.format("09"), ateliers_copie=day.format("14"))
    assert (problem.code, problem.severity) == ("evenement-en-double", Severity.ADVICE)
    assert problem.source == "content/agenda/ateliers-copie.md"
    assert problem.related is not None
    assert problem.related.source == "content/agenda/ateliers.md"


def test_one_title_on_other_days_or_in_other_towns_is_no_copy(tmp_path: Path) -> None:
    assert (
        found(
            tmp_path,
            ici="debut: 2027-02-01\n" + TOWN.format("Rennes"),
            plus_tard="debut: 2027-02-02\n" + TOWN.format("Rennes"),
            ailleurs="debut: 2027-02-01\n" + TOWN.format("Vannes"),
        )
        == []
    )


def test_a_name_that_holds_a_year_is_free(tmp_path: Path) -> None:
    assert found(tmp_path, journee_2027="debut: 2027-02-01\n") == []


@pytest.mark.parametrize(
    ("asof", "expected"), [("2027-03-29", []), ("2027-04-03", ["compte-rendu-attendu"])]
)
def test_a_report_is_awaited_after_sixty_days(
    tmp_path: Path, asof: str, expected: list[str]
) -> None:
    said = found(tmp_path, asof, rencontre="debut: 2027-02-01\n")
    assert [problem.code for problem in said] == expected
    assert all(problem.severity is Severity.REMINDER for problem in said)


def test_a_report_ends_the_reminder(tmp_path: Path) -> None:
    assert found(tmp_path, "2028-01-01", news="2027-02-03", rencontre="debut: 2027-02-01\n") == []


def test_an_announcement_is_no_report(tmp_path: Path) -> None:
    [problem] = found(tmp_path, "2028-01-01", news="2027-01-03", rencontre="debut: 2027-02-01\n")
    assert problem.code == "compte-rendu-attendu"


@pytest.mark.parametrize("more", ["statut: annulé\n", "exemple: oui\n"])
def test_what_did_not_take_place_awaits_no_report(tmp_path: Path, more: str) -> None:
    assert found(tmp_path, "2028-01-01", rencontre=f"debut: 2027-02-01\n{more}") == []


@pytest.mark.parametrize(
    ("asof", "expected"), [("2027-03-03", []), ("2027-03-04", ["report-a-dater"])]
)
def test_a_postponed_event_awaits_its_new_date_for_a_month(
    tmp_path: Path, asof: str, expected: list[str]
) -> None:
    said = found(tmp_path, asof, rencontre="debut: 2027-02-01\nstatut: reporté\n")
    assert [problem.code for problem in said] == expected


def test_a_recurring_event_awaits_its_report_after_its_last_date(tmp_path: Path) -> None:
    monthly = (
        "debut: 2027-01-12 19:00\nfin: 2027-01-12 20:00\n"
        "recurrence:\n  frequence: mensuelle\n  jour: 2e mardi\n  jusqu_au: 2027-06-30\n"
    )
    assert found(tmp_path / "during", "2027-06-01", rencontre=monthly) == []
    [problem] = found(tmp_path / "after", "2027-09-01", rencontre=monthly)
    assert problem.code == "compte-rendu-attendu"


def test_a_past_date_is_no_longer_to_be_confirmed(tmp_path: Path) -> None:
    lines = "debut: 2027-02-01\nstatut: à confirmer\n"
    assert found(tmp_path / "before", "2027-01-31", rencontre=lines) == []
    [problem] = found(tmp_path / "after", "2027-02-02", rencontre=lines)
    assert (problem.code, problem.severity) == ("etat-a-regler", Severity.REMINDER)
    assert problem.line_text == "statut: à confirmer"


def test_a_postponed_event_waits_for_its_new_date_in_the_agenda(tmp_path: Path) -> None:
    text = base(EVENT).replace("titre: Journée de rencontre à Toulouse", "titre: Journée remise")
    postponed = text.replace("debut:", "statut: reporté\ndebut:", 1).replace("numero: 1\n", "")
    root = content_folder(tmp_path, {"agenda/remise.md": postponed})
    site = tmp_path / "site"
    for day, is_shown in (("2027-02-01", False), ("2027-03-01", True)):
        assert build(Plan(ROOT, str(site), str(root), asof=day)).is_success
        page = html_tree((site / "agenda" / "index.html").read_text("utf-8"))
        [section] = [one for one in page.iter() if one.get("aria-labelledby") == "reportes"]
        assert (section.get("hidden") is None) is is_shown
        assert "Journée remise" in "".join(section.itertext())
