"""The occurrences of events: what is to come, what is past, month by month. Pure.

The day of today is always an argument: ``asof`` is an aware instant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from ..content.entry import Entry
from ..content.event_parts import EACH_DATE
from ..content.moments import When, first_day, last_day
from ..content.schema import WrittenEvent
from ..content.times import Slot, utc
from .recurrence import Occurrence, dates_of


def occurrences(event: Entry[WrittenEvent]) -> tuple[Occurrence, ...]:
    """Return the dates of one event, soonest first, each with its state.

    The state of the whole event counts for all its dates; a date of its own that is cancelled or
    moved says so. The deadline to register closes the only date, all of a cycle at once, or each
    date as long before it as before the first one.
    """
    dates = dates_of(event.written)
    is_one_of_many = len(dates) > 1
    registration = event.written.registration
    return tuple(
        replace(
            item,
            slug=event.slug,
            key=key,
            is_one_of_many=is_one_of_many,
            deadline=_deadline(event.written, item) if registration else None,
        )
        for item, key in zip(dates, _keys([item.announced for item in dates]), strict=True)
    )


def _deadline(event: WrittenEvent, date_: Occurrence) -> When | None:
    registration = event.registration
    if registration is None or registration.deadline is None:
        return None
    if registration.deadline_for != EACH_DATE:
        return registration.deadline
    later = date_.slot.first_day - first_day(event.start)
    if isinstance(registration.deadline, datetime):
        return registration.deadline + later
    return last_day(registration.deadline) + later


def _keys(announced: Sequence[Slot]) -> list[str]:
    """Return the names of dates: the day, with the hour for the later ones of one day."""
    earliest: dict[date, datetime] = {}
    for slot in announced:
        known = earliest.get(slot.first_day, slot.starts_at)
        earliest[slot.first_day] = min(known, slot.starts_at)
    return [
        slot.first_day.isoformat()
        if slot.starts_at == earliest[slot.first_day]
        else f"{slot.starts_at:%Y-%m-%d-%H%M}"
        for slot in announced
    ]


def _by_start(occurrence: Occurrence) -> tuple[datetime, datetime, str]:
    slot = occurrence.slot
    return utc(slot.starts_at), utc(slot.over_at), occurrence.slug


def in_order(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the occurrences soonest first, ties by end then by file name."""
    return sorted(found, key=_by_start)


def upcoming(found: Iterable[Occurrence], *, asof: datetime) -> list[Occurrence]:
    """Return what is not over, soonest first; an event under way is still to come."""
    return in_order(item for item in found if not item.slot.is_over(asof))


def past(found: Iterable[Occurrence], *, asof: datetime) -> list[Occurrence]:
    """Return what is over, latest first."""
    return in_order(item for item in found if item.slot.is_over(asof))[::-1]


def by_month(found: Sequence[Occurrence]) -> list[tuple[date, list[Occurrence]]]:
    """Group occurrences, already in order, by the first day of the month they begin in."""
    return [
        (month, list(group))
        for month, group in groupby(found, key=lambda item: item.slot.first_day.replace(day=1))
    ]


def by_year(found: Sequence[Occurrence]) -> list[tuple[int, list[Occurrence]]]:
    """Group occurrences, already in order, by the year they begin in."""
    return [
        (year, list(group)) for year, group in groupby(found, key=lambda x: x.slot.first_day.year)
    ]


def changes(found: Iterable[Occurrence]) -> set[datetime]:
    """Return the instants (UTC) at which a page says something else of dates.

    That is when something ends or a registration closes.
    """
    return {
        utc(instant)
        for item in found
        for instant in (item.slot.over_at, item.registration_closes_at)
    }


def next_change(found: Iterable[Occurrence], *, asof: datetime) -> datetime | None:
    """Return the first of the ``changes`` after ``asof``; None when nothing more is due."""
    return min((instant for instant in changes(found) if instant > utc(asof)), default=None)
