"""A practitioner's page shows what the person agreed to, and nothing more."""

from pathlib import Path

import pytest

from association.content.french_hours import duration_in_words
from association.people.page import page
from association.people.public_person import contacts, public_person
from tests.builders import PRACTITIONER, base, context

CONSENT = "[portrait, ville, téléphone]"


def _with(tmp_path: Path, *changes: tuple[str, str]):  # type: ignore[no-untyped-def]
    text = base(PRACTITIONER)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    made = context(tmp_path, {PRACTITIONER: text})
    return made.content.practitioners["jeanne-martin"], made


def test_what_was_agreed_to_is_shown(tmp_path: Path) -> None:
    person, made = _with(tmp_path)
    assert public_person(person, made).place == "Toulouse, Occitanie"
    assert public_person(person, made).portrait is not None
    assert contacts(person.written, "x@y.fr")[0].url == "tel:+33561000000"


def test_without_consent_only_the_region_shows(tmp_path: Path) -> None:
    person, made = _with(tmp_path, (CONSENT, "[portrait, téléphone]"))
    assert public_person(person, made).place == "Occitanie"


def test_whoever_prefers_the_secretariat_is_reached_by_it_first(tmp_path: Path) -> None:
    telephone = "mode: téléphone\n  telephone: +33 5 61 00 00 00"
    person, _ = _with(tmp_path, (telephone, "mode: secrétariat"))
    shown = contacts(person.written, "x@y.fr")[0]
    assert shown.url.startswith("mailto:x@y.fr?subject=")
    assert "Jeanne" in shown.label


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [
        ("2027-04", "2027-06", "coming"),
        ("2027-01", "2027-06", "current"),
        ("2025-01", "2026-12", "done"),
    ],
)
def test_a_project_is_to_come_under_way_or_done(
    tmp_path: Path, start: str, end: str, state: str
) -> None:
    dates = ("debut: 2025-02\n    fin: 2026-06", f"debut: {start}\n    fin: {end}")
    shown = page(*_with(tmp_path, dates))
    [now] = [timed.value for timed in shown.projects if timed.window.is_open]
    assert [name for name, projects in vars(now).items() if projects] == [state]


@pytest.mark.parametrize(
    ("dates", "state", "period"),
    [
        ("", "undated", ""),
        ("\n    fin: 2027-06", "current", "jusqu’en juin 2027"),
        ("\n    fin: 2026-06-03", "done", "jusqu’au 3 juin 2026"),
        ("\n    debut: 2026-06", "current", "depuis juin 2026"),
    ],
)
def test_of_a_project_only_the_dates_that_are_known_show(
    tmp_path: Path, dates: str, state: str, period: str
) -> None:
    shown = page(*_with(tmp_path, ("\n    debut: 2025-02\n    fin: 2026-06", dates)))
    [now] = [timed.value for timed in shown.projects if timed.window.is_open]
    assert [(name, one.period) for name, group in vars(now).items() for one in group] == [
        (state, period)
    ]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(45, "45 min"), (60, "1 h"), (75, "1 h 15"), (125, "2 h 05"), (0, "0 min")],
)
def test_a_duration_is_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration_in_words(minutes) == words
