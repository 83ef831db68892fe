"""People subscribe with khal and calcurse; what editors change later shows in their calendars."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clients.calendar_programs import calcurse, khal
from tests.clients.subscription import Agenda, on_line, with_recurrence_ids

Look = Callable[[], list[tuple[str, str]]]
DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}
BEFORE = ("2027-03-14 09:30", "Atelier")
AFTER = ("2027-06-20 14:00", "Atelier")


@pytest.fixture
def agenda(tmp_path: Path) -> Agenda:
    return Agenda(tmp_path / "site")


@pytest.fixture(params=[khal, calcurse])
def look(request: pytest.FixtureRequest, agenda: Agenda, tmp_path: Path) -> Iterator[Look]:
    agenda.publish("atelier", **DAY)
    with on_line(agenda) as url:
        program = request.param(url, tmp_path / "home")
        yield lambda: [(shown.start, shown.title) for shown in program()]


def test_a_subscriber_sees_what_was_announced(look: Look) -> None:
    assert look() == [BEFORE]


def test_a_new_title_replaces_the_old_one(agenda: Agenda, look: Look) -> None:
    look()
    agenda.publish("atelier", titre="Atelier d’été", **DAY)
    assert look() == [("2027-03-14 09:30", "Atelier d’été")]


def test_a_cancelled_event_says_so_and_one_taken_up_again_no_longer(
    agenda: Agenda, look: Look
) -> None:
    look()
    agenda.publish("atelier", statut="annulé", **DAY)
    assert look() == [("2027-03-14 09:30", "ANNULÉ – Atelier")]
    agenda.publish("atelier", **DAY)
    assert look() == [BEFORE]


def test_a_postponed_event_says_so_then_shows_its_new_date_once(agenda: Agenda, look: Look) -> None:
    look()
    agenda.publish("atelier", statut="reporté", **DAY)
    assert look() == [("2027-03-14 09:30", "REPORTÉ – Atelier")]
    moved = {"debut": "2027-06-20 14:00", "fin": "2027-06-20 18:00"}
    agenda.publish("atelier", date_initiale="2027-03-14 09:30", **moved)
    assert look() == [AFTER]


def test_a_renamed_event_shows_once(agenda: Agenda, look: Look) -> None:
    look()
    agenda.content.git("mv", "content/agenda/atelier.md", "content/agenda/nouveau.md")
    agenda.publish("nouveau", uid="atelier", **DAY)
    assert look() == [BEFORE]


def test_an_hour_elsewhere_shows_at_its_hour_in_paris(agenda: Agenda, look: Look) -> None:
    look()
    agenda.publish("atelier", fuseau="Indian/Reunion", **DAY)
    assert look() == [("2027-03-14 06:30", "Atelier")]


def test_a_rule_keeps_its_hour_when_clocks_change(agenda: Agenda, look: Look) -> None:
    rule = "\n  frequence: hebdomadaire\n  nombre: 3\n  sauf: [2027-03-21]"
    agenda.publish("atelier", recurrence=rule, **DAY)
    assert look() == [BEFORE, ("2027-03-28 09:30", "Atelier")]


RULE = "\n  frequence: hebdomadaire\n  nombre: 5"
CHANGED = (
    f"{RULE}\n  annulees:\n    - date: 2027-03-21"
    "\n  deplacees:\n    - date: 2027-03-28\n      debut: 2027-03-30 08:00"
)
# What shows of CHANGED, and nothing else: neither 21 nor 28 March as if nothing had happened.
SHOWN = [
    BEFORE,
    ("2027-03-21 09:30", "ANNULÉ – Atelier"),
    ("2027-03-30 08:00", "Atelier"),
    ("2027-04-04 09:30", "Atelier"),
    ("2027-04-11 09:30", "Atelier"),
]


def test_cancelled_and_moved_dates_of_a_rule_are_no_longer_on(agenda: Agenda, look: Look) -> None:
    agenda.publish("atelier", recurrence=CHANGED, **DAY)
    assert sorted(look()) == SHOWN


def test_dates_cancelled_and_moved_after_one_subscribed_show_once(
    agenda: Agenda, look: Look
) -> None:
    agenda.publish("atelier", recurrence=RULE, **DAY)
    assert len(look()) == 5
    agenda.publish("atelier", recurrence=CHANGED, **DAY)
    assert sorted(look()) == SHOWN
    agenda.publish("atelier", recurrence=RULE, **DAY)
    weeks = ["03-14", "03-21", "03-28", "04-04", "04-11"]
    assert sorted(look()) == [(f"2027-{day} 09:30", "Atelier") for day in weeks]


def test_the_first_date_of_a_rule_cancelled_is_no_longer_on(agenda: Agenda, look: Look) -> None:
    first = f"{RULE}\n  annulees:\n    - date: 2027-03-14"
    agenda.publish("atelier", recurrence=first, **DAY)
    assert [pair for pair in look() if pair[0].startswith("2027-03-14")] == [
        ("2027-03-14 09:30", "ANNULÉ – Atelier")
    ]


def test_who_holds_exceptions_as_they_were_once_written_sees_each_date_once(
    agenda: Agenda, look: Look
) -> None:
    agenda.publish("atelier", recurrence=CHANGED, **DAY)
    now = agenda.served
    agenda.served = with_recurrence_ids(now)
    look()
    agenda.served = now
    assert sorted(look()) == SHOWN


def test_a_date_to_confirm_says_so(agenda: Agenda, look: Look) -> None:
    agenda.publish("atelier", statut='"à confirmer"', **DAY)
    assert look() == [("2027-03-14 09:30", "À CONFIRMER – Atelier")]


def test_a_subscriber_is_sent_the_same_bytes_when_nothing_changed(agenda: Agenda) -> None:
    agenda.publish("atelier", **DAY)
    first = agenda.served
    agenda.publish("atelier", **DAY)
    assert agenda.served == first
