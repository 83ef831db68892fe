"""What editors are told of the hours and the ends of an event."""

from datetime import datetime
from pathlib import Path

import pytest

from association.checks.check_context import CheckContext
from association.checks.entry_in_content import of_entry
from association.core.zone import PARIS
from association.problems.findings import Finding, Severity
from tests.calendar_context import content_with, event_file

CODES = {
    *("heure-inexistante", "heure-double", "heure-sans-fin"),
    *("fin-lointaine", "recurrence-trop-longue"),
}


def found(root: Path, lines: str, asof: str = "2027-01-01") -> list[Finding]:
    """Return what is said of the times of an event, given by lines of its front matter."""
    content = content_with(root, {"rencontre": event_file(lines)})
    day = datetime.fromisoformat(asof).replace(tzinfo=PARIS)
    context = CheckContext(content, day, day)
    [event] = content.events.values()
    return [finding for finding in of_entry(event, context) if finding.code in CODES]


@pytest.mark.parametrize(
    ("lines", "fix"),
    [
        ("debut: 2027-03-28 02:30\nfin: 2027-03-28 04:00\n", "01:30 ou 2027-03-28 03:30"),
        ("debut: 2027-03-27 22:00\nfin: 2027-03-28 02:00\n", "01:00 ou 2027-03-28 03:00"),
        (
            "debut: 2027-03-14 02:15\nfin: 2027-03-14 05:00\nfuseau: America/Toronto\n",
            "01:15 ou 2027-03-14 03:15",
        ),
        (
            "debut: 2027-10-03 02:10\nfin: 2027-10-03 05:00\nfuseau: Australia/Lord_Howe\n",
            "01:40 ou 2027-10-03 02:40",
        ),
        (
            "debut: 2027-03-01 09:00\nfin: 2027-03-01 10:00\n"
            "dates:\n  - debut: 2027-03-28 02:30\n    fin: 2027-03-28 09:00\n",
            "01:30 ou 2027-03-28 03:30",
        ),
        (
            "debut: 2027-04-01 09:00\nfin: 2027-04-01 10:00\n"
            "inscription:\n  avant_le: 2027-03-28 02:45\n",
            "01:45 ou 2027-03-28 03:45",
        ),
    ],
)
def test_an_hour_that_clocks_skip_is_an_error_with_the_hours_beside_it(
    tmp_path: Path, lines: str, fix: str
) -> None:
    [finding] = found(tmp_path, lines)
    assert (finding.code, finding.severity) == ("heure-inexistante", Severity.ERROR)
    assert finding.fix.endswith(fix)


@pytest.mark.parametrize(
    "lines",
    [
        "debut: 2027-10-31 02:30\nfin: 2027-10-31 02:45\n",
        "debut: 2027-11-07 01:30\nfin: 2027-11-07 04:00\nfuseau: America/Toronto\n",
    ],
)
def test_an_hour_that_clocks_show_twice_is_advice(tmp_path: Path, lines: str) -> None:
    said = found(tmp_path, lines)
    assert {(one.code, one.severity) for one in said} == {("heure-double", Severity.ADVICE)}


@pytest.mark.parametrize(
    "lines",
    [
        "debut: 2027-03-28 02:30\nfin: 2027-03-28 04:00\nfuseau: Indian/Reunion\n",
        "debut: 2027-03-28 01:59\nfin: 2027-03-28 03:00\n",
        "debut: 2027-10-31 01:59\nfin: 2027-10-31 03:00\n",
        "debut: 2027-03-28\nfin: 2027-03-29\n",
    ],
)
def test_hours_that_clocks_show_once_are_no_problem(tmp_path: Path, lines: str) -> None:
    assert found(tmp_path, lines) == []


def test_a_date_of_a_rule_at_an_hour_that_clocks_skip_is_advice_at_the_rule(
    tmp_path: Path,
) -> None:
    rule = "recurrence:\n  frequence: hebdomadaire\n  nombre: 6\n"
    [finding] = found(tmp_path, f"debut: 2027-03-07 02:30\nfin: 2027-03-07 03:30\n{rule}")
    assert (finding.code, finding.severity) == ("heure-inexistante", Severity.ADVICE)
    assert "28 mars 2027" in finding.message
    assert "3 h 30" in finding.help


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (("2027-03-21 01:00", "2027-03-21 02:30"), "heure-inexistante"),
        (("2027-10-24 01:00", "2027-10-24 02:30"), "heure-double"),
    ],
)
def test_a_date_of_a_rule_may_also_end_at_an_odd_hour(
    tmp_path: Path, hours: tuple[str, str], code: str
) -> None:
    rule = "recurrence:\n  frequence: hebdomadaire\n  nombre: 3\n"
    [finding] = found(tmp_path, f"debut: {hours[0]}\nfin: {hours[1]}\n{rule}")
    assert (finding.code, finding.severity) == (code, Severity.ADVICE)


def test_an_end_that_is_that_of_a_whole_rule_is_advice(tmp_path: Path) -> None:
    rule = "recurrence:\n  frequence: quotidienne\n  nombre: 3\n"
    [finding] = found(tmp_path / "a", f"debut: 2027-03-18\nfin: 2027-03-20\n{rule}")
    assert (finding.code, finding.severity) == ("fin-lointaine", Severity.ADVICE)
    beside = "debut: 2027-03-18 20:00\nfin: 2027-03-19 20:00\n"
    assert found(tmp_path / "b", beside + rule) == []


def test_an_hour_without_an_end_is_advice_while_it_is_to_come(tmp_path: Path) -> None:
    lines = "debut: 2027-02-03 19:00\n"
    [finding] = found(tmp_path / "before", lines)
    assert (finding.code, finding.severity) == ("heure-sans-fin", Severity.ADVICE)
    assert "fin: 2027-02-03 21:00" in finding.fix
    assert found(tmp_path / "after", lines, asof="2027-02-05") == []


def test_each_date_of_a_list_says_when_it_ends(tmp_path: Path) -> None:
    lines = (
        "debut: 2027-02-03 19:00\nfin: 2027-02-03 21:00\n"
        "dates:\n  - debut: 2027-03-03 19:00\n  - debut: 2027-04-03\n"
    )
    [finding] = found(tmp_path, lines)
    assert "2027-03-03 21:00" in finding.fix


@pytest.mark.parametrize("more", ["statut: annulé\n", "statut: reporté\n"])
def test_what_does_not_take_place_needs_no_end(tmp_path: Path, more: str) -> None:
    assert found(tmp_path, f"debut: 2027-02-03 19:00\n{more}") == []


@pytest.mark.parametrize(
    ("lines", "fix"),
    [
        (
            "debut: 2027-03-19 09:30\nfin: 2028-03-19 17:30\n",
            "vouliez-vous dire 2027-03-19 17:30 ?",
        ),
        ("debut: 2026-12-30\nfin: 2028-01-02\n", "vouliez-vous dire 2027-01-02 ?"),
        ("debut: 2027-03-19 09:30\nfin: 2027-09-19 17:30\n", "vérifiez l’année et le mois"),
        ("debut: 2027-03-19\nfin: 2028-03-18\n", "vérifiez l’année et le mois"),
    ],
)
def test_an_end_a_year_too_late_is_advice(tmp_path: Path, lines: str, fix: str) -> None:
    [finding] = found(tmp_path, lines)
    assert (finding.code, finding.severity) == ("fin-lointaine", Severity.ADVICE)
    assert finding.fix == fix


@pytest.mark.parametrize(
    "lines",
    [
        "debut: 2027-12-31 20:00\nfin: 2028-01-01 02:00\n",
        "debut: 2027-09-01\nfin: 2028-06-30\n",
        "debut: 2027-09\nfin: 2029-06\n",
    ],
)
def test_what_lasts_over_the_new_year_is_no_problem(tmp_path: Path, lines: str) -> None:
    assert found(tmp_path, lines) == []


def test_a_rule_of_more_dates_than_are_shown_is_an_error(tmp_path: Path) -> None:
    rule = "recurrence:\n  frequence: hebdomadaire\n  jusqu_au: {}\n"
    lines = f"debut: 2027-03-19 09:30\nfin: 2027-03-19 17:30\n{rule}"
    [finding] = found(tmp_path / "much", lines.format("2072-06-30"))
    assert (finding.code, finding.severity) == ("recurrence-trop-longue", Severity.ERROR)
    assert "2036-10-10" in finding.fix
    assert found(tmp_path / "enough", lines.format("2036-10-10")) == []
