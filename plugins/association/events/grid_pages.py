"""The agenda as grids: a month as a table, a year on one page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from ..content.french_dates import day_in_words, month_in_words
from ..content.moments import Month, first_day
from ..core.french_calendar import WEEKDAYS
from ..pages.common import Link
from ..pages.context import Context
from ..pages.windows import Timed, in_turn
from .addresses import month_path, year_path
from .agenda import Agenda
from .calendar_view import (
    DayOfList,
    GridDay,
    GridSpan,
    GridWeek,
    MonthAtAGlance,
    MonthOfYear,
    MonthPage,
    YearPage,
)
from .grid import (
    DAYS_OF_WEEK,
    DayOfMonth,
    Stretch,
    Week,
    by_month_touched,
    month_at_a_glance,
    month_grid,
    year_grid,
)
from .iso_times import iso
from .occurrences import changes, in_order, upcoming
from .page import MOST_IN_YEAR, agenda_line
from .recurrence import Occurrence


def month_page(
    month: Month,
    here: Sequence[Occurrence],
    beside: tuple[Month | None, Month | None],
    agenda: Agenda,
) -> MonthPage:
    """Return the page of a month that the dates ``here`` touch.

    ``beside`` are the months with a page before and after it.
    """
    before, after = beside
    return MonthPage(
        label=month_in_words(month.year, month.month),
        iso=iso(month),
        days=tuple(_days_of_list(month, here, agenda)),
        weekdays=WEEKDAYS,
        weeks=tuple(_week(week, agenda) for week in month_grid(month, here)),
        previous=month_link(before, agenda.context) if before else None,
        next=month_link(after, agenda.context) if after else None,
        year=year_link(month.year, agenda.context),
    )


def _days_of_list(month: Month, here: Sequence[Occurrence], agenda: Agenda) -> Iterator[DayOfList]:
    for day, items in groupby(here, key=lambda item: _day_in_list(item, month)):
        yield DayOfList(
            f"jour-{day.isoformat()}" if day else "",
            tuple(agenda_line(item, agenda) for item in items),
        )


def _day_in_list(item: Occurrence, month: Month) -> date | None:
    """Return the day under which a month lists a date: its first one in this month."""
    return None if item.slot.is_month else max(item.slot.first_day, first_day(month))


def year_page(
    year: int,
    touched: Mapping[Month, Sequence[Occurrence]],
    beside: tuple[int | None, int | None],
    agenda: Agenda,
) -> YearPage:
    """Return the page of a year; ``beside`` are the years with a page before and after it."""
    before, after = beside
    grids = enumerate(year_grid(year, touched), 1)
    months = [(Month(year, number), weeks) for number, weeks in grids]
    is_whole = sum(len(touched.get(month, ())) for month, _ in months) <= MOST_IN_YEAR
    return YearPage(
        year=str(year),
        weekdays=WEEKDAYS,
        months=tuple(
            _month_of_year(month, touched.get(month, ()), weeks, agenda, is_whole=is_whole)
            for month, weeks in months
        ),
        previous=year_link(before, agenda.context) if before else None,
        next=year_link(after, agenda.context) if after else None,
    )


def next_month_at_a_glance(
    dates: Iterable[Occurrence], agenda: Agenda, known: int
) -> tuple[Timed[MonthAtAGlance], ...]:
    """Return the month in which the next of these dates begins, in turn.

    ``known`` of those to come are looked at.
    """
    asof = agenda.context.asof
    ordered = in_order(dates)
    found = upcoming(ordered, asof=asof)[:known]
    touched = by_month_touched(ordered)

    def month_at(instant: datetime) -> Month | None:
        days = (item.slot.first_day for item in found if not item.slot.is_over(instant))
        return next((Month(day.year, day.month) for day in days), None)

    return tuple(
        Timed(_at_a_glance(timed.value, touched[timed.value], agenda), timed.window)
        for timed in in_turn(asof, changes(found), month_at)
    )


def _at_a_glance(month: Month, here: Sequence[Occurrence], agenda: Agenda) -> MonthAtAGlance:
    link = month_link(month, agenda.context)
    weeks = tuple(_week(week, agenda) for week in month_at_a_glance(month, here))
    return MonthAtAGlance(link.label, iso(month), link.url, WEEKDAYS, weeks)


def _month_of_year(
    month: Month,
    here: Sequence[Occurrence],
    weeks: Sequence[Week],
    agenda: Agenda,
    *,
    is_whole: bool,
) -> MonthOfYear:
    return MonthOfYear(
        name=month_in_words(month.year, month.month).split()[0],
        iso=iso(month),
        url=agenda.context.addresses.href(month_path(month)) if here else "",
        weeks=tuple(_week(week, agenda) for week in weeks),
        count=len(here),
        occurrences=tuple(agenda_line(item, agenda) for item in here) if is_whole else (),
    )


def month_link(month: Month, context: Context) -> Link:
    """Return the link to a month: « mars 2027 »."""
    words = month_in_words(month.year, month.month)
    return Link(words, context.addresses.href(month_path(month)))


def year_link(year: int, context: Context) -> Link:
    """Return the link to a year: « 2027 »."""
    return Link(str(year), context.addresses.href(year_path(year)))


def _week(week: Week, agenda: Agenda) -> GridWeek:
    days = tuple(_day(day, agenda) if day else None for day in week.days)
    return GridWeek(days, tuple(tuple(_cells(lane, agenda)) for lane in week.lanes))


def _day(day: DayOfMonth, agenda: Agenda) -> GridDay:
    return GridDay(
        number=str(day.day.day),
        iso=day.day.isoformat(),
        label=day_in_words(day.day, year=False),
        url=_page_of(day, agenda),
        occurrences=tuple(agenda_line(item, agenda) for item in day.occurrences),
    )


def _page_of(day: DayOfMonth, agenda: Agenda) -> str:
    if not day.occurrences:
        return ""
    first, *others = day.occurrences
    if not others:
        return agenda_line(first, agenda).url
    month = Month(day.day.year, day.day.month)
    return f"{month_link(month, agenda.context).url}#jour-{_day_in_list(first, month)}"


def _cells(lane: Sequence[Stretch], agenda: Agenda) -> list[GridSpan]:
    """Return the cells of a row: stretches, and what is empty between them."""
    cells, column = [], 0
    for stretch in lane:
        if stretch.column > column:
            cells.append(GridSpan(stretch.column - column))
        shown = agenda_line(stretch.occurrence, agenda)
        cells.append(GridSpan(stretch.days, shown, stretch.began_before, stretch.goes_on))
        column = stretch.column + stretch.days
    if column < DAYS_OF_WEEK:
        cells.append(GridSpan(DAYS_OF_WEEK - column))
    return cells
