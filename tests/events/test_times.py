"""When something is under way, over, and closed to registration."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from association.content.moments import Month
from association.content.times import Slot, closes_at
from association.core.zone import PARIS


def paris(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


def test_an_hour_ends_what_has_an_end() -> None:
    slot = Slot(datetime(2027, 3, 14, 9, 30), datetime(2027, 3, 14, 17))
    assert not slot.is_over(paris(2027, 3, 14, 16, 59))
    assert slot.is_over(paris(2027, 3, 14, 17))


@pytest.mark.parametrize(
    ("slot", "over"),
    [
        (Slot(date(2027, 6, 3)), paris(2027, 6, 4)),
        (Slot(date(2027, 6, 3), date(2027, 6, 5)), paris(2027, 6, 6)),
        (Slot(datetime(2027, 6, 3, 19)), paris(2027, 6, 4)),
        (Slot(Month(2027, 2)), paris(2027, 3, 1)),
        (Slot(Month(2027, 2), Month(2027, 12)), paris(2028, 1, 1)),
    ],
    ids=["a day", "days", "no end", "a month", "months"],
)
def test_without_an_hour_of_end_it_lasts_to_the_midnight_after_its_last_day(
    slot: Slot, over: datetime
) -> None:
    assert slot.over_at == over


def test_a_day_in_la_reunion_ends_before_the_same_day_in_paris() -> None:
    there = Slot(date(2027, 10, 21), zone=ZoneInfo("Indian/Reunion"))
    assert there.over_at.astimezone(UTC) == datetime(2027, 10, 21, 20, tzinfo=UTC)
    assert there.is_over(paris(2027, 10, 21, 22))


def test_the_night_of_the_change_of_clocks_is_an_hour_shorter() -> None:
    slot = Slot(datetime(2027, 3, 28, 0), datetime(2027, 3, 28, 6))
    assert slot.over_at.astimezone(UTC) - slot.starts_at.astimezone(UTC) == timedelta(hours=5)
    assert not slot.is_over(datetime(2027, 3, 28, 3, 59, tzinfo=UTC))
    assert slot.is_over(datetime(2027, 3, 28, 4, tzinfo=UTC))


def test_a_stay_over_new_year_has_its_days_in_both_years() -> None:
    slot = Slot(date(2027, 12, 31), date(2028, 1, 1))
    assert slot.days() == [date(2027, 12, 31), date(2028, 1, 1)]


def test_a_deadline_that_is_a_day_counts_to_its_end() -> None:
    assert closes_at(date(2027, 3, 12), PARIS) == paris(2027, 3, 13)


def test_a_deadline_that_is_an_hour_counts_to_that_hour() -> None:
    brussels = ZoneInfo("Europe/Brussels")
    deadline = closes_at(datetime(2027, 3, 12, 12), brussels)
    assert deadline == datetime(2027, 3, 12, 12, tzinfo=brussels)
