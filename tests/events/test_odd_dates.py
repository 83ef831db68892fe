"""Dates where calendars and clocks are odd, as a program that is not ours finds them.

What is expected is written out by hand: days as they are, hours in UTC.
"""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from association.content.french_dates import slot_in_words
from association.events.occurrences import occurrences
from tests.agenda_builders import event, ics

YEARLY = {"frequence": "annuelle", "jusqu_au": "2037-01-01"}
WEEKS = {"frequence": "hebdomadaire", "nombre": "3"}
MONTHS = {"frequence": "mensuelle", "nombre": "3"}


def found(front: dict[str, Any]) -> list[str]:
    """Return each date as « 2027-03-28 01:30/02:30 » in UTC, or « 2027-03-28/2027-03-30 »."""
    calendar = icalendar.Calendar.from_ical(ics(event(**front)))
    dates = recurring_ical_events.of(calendar).between(date(2020, 1, 1), date(2040, 1, 1))
    return sorted(f"{_said(one.start)}/{_end(one.end)}" for one in dates)


def _end(when: date) -> str:
    return _said(when)[-5:] if isinstance(when, datetime) else _said(when)


def _said(when: date) -> str:
    if isinstance(when, datetime):
        return f"{when.astimezone(UTC):%Y-%m-%d %H:%M}"
    return when.isoformat()


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param(
            {"debut": "2028-02-29", "recurrence": YEARLY},
            ["2028-02-29/2028-03-01", "2032-02-29/2032-03-01", "2036-02-29/2036-03-01"],
            id="each 29 February",
        ),
        pytest.param(
            {"debut": "2027-01-31", "recurrence": MONTHS},
            ["2027-01-31/2027-02-01", "2027-03-31/2027-04-01", "2027-05-31/2027-06-01"],
            id="each 31st",
        ),
        pytest.param(
            {
                "debut": "2027-01-30",
                "fin": "2027-01-31",
                "recurrence": MONTHS | {"jour": "dernier samedi"},
            },
            ["2027-01-30/2027-02-01", "2027-02-27/2027-03-01", "2027-03-27/2027-03-29"],
            id="each last weekend",
        ),
        pytest.param(
            {
                "debut": "2026-12-31",
                "fin": "2027-01-01",
                "recurrence": YEARLY | {"jusqu_au": "2027-12-31"},
            },
            ["2026-12-31/2027-01-02", "2027-12-31/2028-01-02"],
            id="days over each new year",
        ),
        pytest.param(
            {"debut": "2027-05-10 20:00", "fin": "2027-05-11 00:00", "recurrence": WEEKS},
            ["2027-05-10 18:00/22:00", "2027-05-17 18:00/22:00", "2027-05-24 18:00/22:00"],
            id="until midnight",
        ),
        pytest.param(
            {
                "debut": "2027-04-03 23:00",
                "fin": "2027-04-04 03:00",
                "fuseau": "Australia/Lord_Howe",
            },
            ["2027-04-03 12:00/16:30"],
            id="the night that half an hour is added to",
        ),
        pytest.param(
            {
                "debut": "2027-09-26 02:15",
                "fin": "2027-09-26 04:00",
                "fuseau": "Australia/Lord_Howe",
                "recurrence": WEEKS,
            },
            ["2027-09-25 15:45/17:30", "2027-10-02 15:45/17:30", "2027-10-09 15:15/17:00"],
            id="half an hour that clocks leave out",
        ),
        pytest.param(
            {
                "debut": "2027-01-31 20:00",
                "fin": "2027-01-31 21:00",
                "fuseau": "Africa/Casablanca",
                "recurrence": WEEKS | {"intervalle": "3"},
            },
            ["2027-01-31 19:00/20:00", "2027-02-21 20:00/21:00", "2027-03-14 19:00/20:00"],
            id="before, in and after Ramadan",
        ),
        pytest.param(
            {
                "debut": "2027-03-30 20:00",
                "fin": "2027-03-30 22:00",
                "fuseau": "America/Santiago",
                "recurrence": WEEKS,
            },
            ["2027-03-30 23:00/01:00", "2027-04-07 00:00/02:00", "2027-04-14 00:00/02:00"],
            id="autumn in the south",
        ),
        pytest.param(
            {
                "debut": "2027-03-07 02:30",
                "fin": "2027-03-07 03:30",
                "fuseau": "America/Toronto",
                "recurrence": WEEKS,
            },
            ["2027-03-07 07:30/08:30", "2027-03-14 07:30/08:30", "2027-03-21 06:30/07:30"],
            id="an hour that clocks leave out",
        ),
        pytest.param(
            {"debut": "2027-03-21 01:00", "fin": "2027-03-21 02:30", "recurrence": WEEKS},
            ["2027-03-21 00:00/01:30", "2027-03-28 00:00/01:30", "2027-04-03 23:00/00:30"],
            id="an end that clocks leave out",
        ),
    ],
)
def test_another_program_finds_odd_dates(front: dict[str, Any], expected: list[str]) -> None:
    assert found(front) == expected


def test_a_date_is_said_at_the_hour_that_clocks_show_and_lasts_as_long() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "2"}
    night = event(debut="2027-03-21 02:30", fin="2027-03-21 03:30", recurrence=rule)
    late = event(debut="2027-03-21 01:00", fin="2027-03-21 02:30", recurrence=rule)
    assert [slot_in_words(date_.slot) for date_ in occurrences(night)] == [
        "dimanche 21 mars 2027, de 2 h 30 à 3 h 30",
        "dimanche 28 mars 2027, de 3 h 30 à 4 h 30",
    ]
    assert slot_in_words(occurrences(late)[1].slot) == "dimanche 28 mars 2027, de 1 h à 3 h 30"
