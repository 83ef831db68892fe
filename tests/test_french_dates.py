"""Dates and hours in words, without the locale of the machine."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.checks.weekdays import wrong_weekdays
from association.content.french_dates import (
    day_in_words,
    hour_in_words,
    in_paris,
    listed,
    month_in_words,
    slot_in_words,
    when_in_words,
    zone_in_words,
)
from association.content.moments import Month
from association.content.times import Slot


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_the_weekday_in_words_is_the_one_of_the_date(day: date) -> None:
    words = day_in_words(day, weekday=True)
    assert not list(wrong_weekdays(words))
    assert words.endswith(str(day.year))
    assert (" 1er " in words) == (day.day == 1)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2027, 3, 14), None, "dimanche 14 mars 2027"),
        (date(2027, 3, 14), date(2027, 3, 14), "dimanche 14 mars 2027"),
        (
            datetime(2027, 3, 19, 20),
            datetime(2027, 3, 20),
            "vendredi 19 mars 2027, de 20 h à minuit",
        ),
        (
            datetime(2027, 12, 30, 20),
            datetime(2028, 1, 1),
            "du jeudi 30 décembre à 20 h au vendredi 31 décembre 2027 à minuit",
        ),
        (
            date(2027, 6, 30),
            date(2027, 7, 1),
            "du mercredi 30 juin au jeudi 1er juillet 2027",
        ),
        (
            date(2027, 12, 31),
            date(2028, 1, 1),
            "du vendredi 31 décembre 2027 au samedi 1er janvier 2028",
        ),
        (
            datetime(2027, 3, 14, 9, 30),
            datetime(2027, 3, 14, 17, 0),
            "dimanche 14 mars 2027, de 9 h 30 à 17 h",
        ),
        (datetime(2027, 3, 14, 9, 30), None, "dimanche 14 mars 2027, à 9 h 30"),
        (
            datetime(2027, 3, 14, 9, 0),
            datetime(2027, 3, 15, 12, 5),
            "du dimanche 14 mars à 9 h au lundi 15 mars 2027 à 12 h 05",
        ),
        (Month(2027, 3), None, "mars 2027"),
        (Month(2027, 3), Month(2027, 5), "mars 2027 à mai 2027"),
    ],
)
def test_a_slot_is_said_as_one_says_it(start: object, end: object, words: str) -> None:
    assert slot_in_words(Slot(start, end)) == words  # type: ignore[arg-type]


@given(st.times())
def test_an_hour_is_written_with_an_h_and_no_leading_nought(time: object) -> None:
    instant = datetime.combine(date(2027, 3, 14), time)  # type: ignore[arg-type]
    words = hour_in_words(instant)
    assert words.startswith(f"{instant.hour} h")
    assert words.endswith("h") == (instant.minute == 0)


def test_another_language_has_its_own_words() -> None:
    assert day_in_words(date(2027, 3, 14), "de", weekday=True) == "Sonntag 14 März 2027"
    assert when_in_words(datetime(2027, 3, 14, 9, 5), "en") == "14 March 2027, 09:05"
    assert month_in_words(2027, 3, "it") == "marzo 2027"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Brussels", "heure de Bruxelles"),
        ("Europe/Athens", "heure d’Athènes"),
        ("Indian/Reunion", "heure de La Réunion"),
        ("America/Montreal", "heure de Montréal"),
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, words: str) -> None:
    assert zone_in_words(ZoneInfo(zone)) == words


def test_the_hour_of_paris_is_given_where_clocks_differ() -> None:
    there = in_paris(Slot(datetime(2027, 3, 14, 9, 0), None, ZoneInfo("America/Montreal")))
    assert there is not None
    assert there.start == datetime(2027, 3, 14, 14, 0)


@pytest.mark.parametrize("zone", ["Europe/Paris", "Europe/Brussels"])
def test_nothing_is_added_where_clocks_show_the_same(zone: str) -> None:
    assert in_paris(Slot(datetime(2027, 3, 14, 9, 0), None, ZoneInfo(zone))) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_a_list_ends_with_et(words: list[str], text: str) -> None:
    assert listed(words) == text
