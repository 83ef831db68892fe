"""Days and hours as French people say them, understood or left to the checker to refuse."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content.french_dates import day_in_words
from association.editing.new.said_dates import said_day, said_hours, said_time

# A Monday.
TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 mars 2027", "2027-03-14"),
        ("dimanche 14 mars 2027", "2027-03-14"),
        ("1er août 2027", "2027-08-01"),
        ("14/03/2027", "2027-03-14"),
        ("14.3.27", "2027-03-14"),
        ("2027-03-14", "2027-03-14"),
        ("14 mars", "2027-03-14"),
        ("le 14 février", "2028-02-14"),
        ("aujourd’hui", "2027-03-01"),
        ("demain", "2027-03-02"),
        ("après-demain", "2027-03-03"),
        ("samedi prochain", "2027-03-06"),
        ("lundi", "2027-03-08"),
        ("Ce mardi", "2027-03-02"),
        ("31 février 2027", ""),
        ("bientôt", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_as_it_is_said(text: str, day: str) -> None:
    assert said_day(text, TODAY) == day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.booleans())
def test_any_day_said_in_full_is_that_day(day: date, weekday: bool) -> None:
    assert said_day(day_in_words(day, weekday=weekday), TODAY) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("14 mars 2027, de 9 h 30 à 17 h", "2027-03-14 09:30", "2027-03-14 17:00"),
        ("14 mars 2027 9h30-17h", "2027-03-14 09:30", "2027-03-14 17:00"),
        ("14/03/2027 à 19h", "2027-03-14 19:00", ""),
        ("2027-03-14 09:30", "2027-03-14 09:30", ""),
        ("samedi prochain de 9h30 à midi", "2027-03-06 09:30", "2027-03-06 12:00"),
        ("du 14 au 16 mars 2027", "2027-03-14", "2027-03-16"),
        ("du 30 mars au 2 avril 2027", "2027-03-30", "2027-04-02"),
        ("du 30 décembre 2027 au 2 janvier 2028", "2027-12-30", "2028-01-02"),
        ("du 14 au 16 mars 2027, de 9h à 17h", "2027-03-14 09:00", "2027-03-16 17:00"),
        ("mars 2027", "2027-03", ""),
        ("14 mars 2027", "2027-03-14", ""),
    ],
)
def test_when_an_event_takes_place_is_read_as_it_is_said(text: str, start: str, end: str) -> None:
    said = said_time(text, TODAY)
    assert said is not None
    assert (said.start, said.end) == (start, end)


@pytest.mark.parametrize("text", ["", "un de ces jours", "de 9 h à 17 h", "du 14 au trente"])
def test_what_names_no_day_is_not_guessed(text: str) -> None:
    assert said_time(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("de 9 h 30 à 17 h", ("09:30", "17:00")),
        ("9h30-17h", ("09:30", "17:00")),
        ("09:30–17:30", ("09:30", "17:30")),
        ("19 heures", ("19:00", "")),
        ("le matin", None),
        ("14 mars 9h", None),
    ],
)
def test_hours_are_read_as_they_are_said(text: str, hours: tuple[str, str] | None) -> None:
    assert said_hours(text) == hours
