"""Months and years as grids of days: which date stands on which day, which spans several. Pure.

A date stands on the days of its own place. One known by its month only is in the lists, on no day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..content.moments import Month, first_day, last_day
from .recurrence import Occurrence

DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class DayOfMonth:
    """A day and the dates on it, in their order."""

    day: date
    occurrences: tuple[Occurrence, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A date of several days as far as one week of a month shows it.

    ``column`` is its first day there (0: Monday), ``days`` how many it takes there.
    """

    occurrence: Occurrence
    column: int
    days: int
    began_before: bool
    goes_on: bool


@dataclass(frozen=True)
class Week:
    """A week of a month: seven days from Monday, None outside the month.

    ``days`` hold the dates of a single day; ``lanes`` the longer ones, in rows where none overlap.
    """

    days: tuple[DayOfMonth | None, ...]
    lanes: tuple[tuple[Stretch, ...], ...] = ()


def weeks_of(month: Month) -> list[tuple[date | None, ...]]:
    """Return the days of a month week by week from Monday, None for those of its neighbours."""
    first, last = first_day(month), last_day(month)
    start = first - timedelta(days=first.weekday())
    weeks = (last - start).days // DAYS_OF_WEEK + 1
    days = [start + timedelta(days=n) for n in range(weeks * DAYS_OF_WEEK)]
    shown = [day if first <= day <= last else None for day in days]
    return [tuple(shown[n : n + DAYS_OF_WEEK]) for n in range(0, len(shown), DAYS_OF_WEEK)]


def by_month_touched(found: Iterable[Occurrence]) -> dict[Month, list[Occurrence]]:
    """Return the months in which something stands, in order, each with its dates as given."""
    months: dict[Month, list[Occurrence]] = {}
    for item in found:
        day, last = item.slot.first_day, item.slot.last_day
        while day <= last:
            month = Month(day.year, day.month)
            months.setdefault(month, []).append(item)
            day = last_day(month) + timedelta(days=1)
    return dict(sorted(months.items()))


def month_grid(month: Month, found: Sequence[Occurrence]) -> tuple[Week, ...]:
    """Return the weeks of a month; ``found`` are the dates that touch it, in order."""
    placed = [item for item in found if not item.slot.is_month]
    single = [item for item in placed if _is_of_one_day(item)]
    longer = [item for item in placed if not _is_of_one_day(item)]
    return tuple(
        Week(
            tuple(_day(day, single) if day else None for day in days),
            _lanes([stretch for item in longer if (stretch := _stretch(item, days))]),
        )
        for days in weeks_of(month)
    )


def year_grid(
    year: int, touched: Mapping[Month, Sequence[Occurrence]]
) -> tuple[tuple[Week, ...], ...]:
    """Return the weeks of the twelve months; each day holds all that stands on it.

    ``touched`` holds the dates of each month, as ``by_month_touched`` gives them.
    """
    return tuple(
        month_at_a_glance(month, touched.get(month, ()))
        for month in (Month(year, number) for number in range(1, 13))
    )


def month_at_a_glance(month: Month, found: Sequence[Occurrence]) -> tuple[Week, ...]:
    """Return the weeks of a month, each day with all that stands on it, however long it lasts."""
    placed = [item for item in found if not item.slot.is_month]
    return tuple(
        Week(tuple(_day(day, placed) if day else None for day in days)) for days in weeks_of(month)
    )


def _is_of_one_day(item: Occurrence) -> bool:
    return item.slot.first_day == item.slot.last_day


def _day(day: date, found: Iterable[Occurrence]) -> DayOfMonth:
    def stands(item: Occurrence) -> bool:
        return item.slot.first_day <= day <= item.slot.last_day

    return DayOfMonth(day, tuple(item for item in found if stands(item)))


def _stretch(item: Occurrence, week: tuple[date | None, ...]) -> Stretch | None:
    """Return the part of a date that lies in a week of a month, or None."""
    first, last = item.slot.first_day, item.slot.last_day
    columns = [n for n, day in enumerate(week) if day and first <= day <= last]
    if not columns:
        return None
    shown = [day for day in week if day and first <= day <= last]
    return Stretch(item, columns[0], len(columns), first < shown[0], last > shown[-1])


def _lanes(stretches: Iterable[Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """Return stretches in as few rows as hold them side by side, the earliest and longest first."""
    lanes: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda one: (one.column, -one.days)):
        free = (lane for lane in lanes if lane[-1].column + lane[-1].days <= stretch.column)
        lane = next(free, None)
        if lane is None:
            lanes.append([stretch])
        else:
            lane.append(stretch)
    return tuple(tuple(lane) for lane in lanes)
