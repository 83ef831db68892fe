"""A full date whose weekday is wrong is said, at the weekday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.checks.weekdays import wrong_weekdays
from association.core.french_calendar import MONTHS, WEEKDAYS

_DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def _written(day: date, weekday: str) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"Le {weekday} {number} {MONTHS[day.month - 1]} {day.year}, à Paris."


@given(_DAYS)
def test_a_right_weekday_is_never_said_wrong(day: date) -> None:
    assert not list(wrong_weekdays(_written(day, WEEKDAYS[day.weekday()])))


@given(_DAYS, st.integers(1, 6))
def test_a_wrong_weekday_is_said_with_the_right_one(day: date, off: int) -> None:
    wrong, right = WEEKDAYS[(day.weekday() + off) % 7], WEEKDAYS[day.weekday()]
    text = _written(day, wrong)
    (finding,) = wrong_weekdays(text, 12, 5)
    assert finding.code == "jour-de-semaine"
    assert finding.fix == f"écrivez « {right} », ou corrigez la date"
    assert finding.span.line == 12
    assert text[finding.span.column - 5 : finding.span.end_column - 5] == wrong


@pytest.mark.parametrize("text", ["mardi 31 juin 2027", "lundi 29 février 2027"])
def test_a_day_that_no_calendar_has_is_said(text: str) -> None:
    assert [finding.code for finding in wrong_weekdays(text)] == ["date"]


@pytest.mark.parametrize("text", ["mardi 14 mars", "14 mars 2027", "le mardi suivant"])
def test_a_date_without_its_year_or_weekday_is_left_alone(text: str) -> None:
    assert not list(wrong_weekdays(text))
