"""The occurrences of events: what is to come, what is past, month by month. Pure.

The day of today is always an argument: ``asof`` is an aware instant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from ..content.entry import Entry
from ..content.event_states import EventState
from ..content.schema import WrittenEvent
from ..content.times import Slot, closes_at, utc
from .recurrence import planned


@dataclass(frozen=True)
class Occurrence:
    """One date of an event with its own state; ``was`` is the slot first announced, if moved.

    ``key`` is its name within its event: the day first announced, as in RECURRENCE-ID, and the
    hour too for a second date on one day. ``is_further`` marks a date of the list ``dates``.
    """

    event: Entry[WrittenEvent]
    slot: Slot
    state: EventState
    reason: str = ""
    was: Slot | None = None
    is_one_of_many: bool = False
    key: str = ""
    is_further: bool = False

    @property
    def announced(self) -> Slot:
        """The slot first announced."""
        return self.was or self.slot


def occurrences(event: Entry[WrittenEvent]) -> tuple[Occurrence, ...]:
    """Return the dates of one event, soonest first, each with its state.

    The state of the whole event counts for all its dates; a date of its own that is cancelled or
    moved says so.
    """
    dates = planned(event.written)
    keys = _keys([item.was or item.slot for item in dates])
    return tuple(
        Occurrence(
            event,
            item.slot,
            item.state,
            item.reason,
            item.was,
            len(dates) > 1,
            key,
            item.is_further,
        )
        for item, key in zip(dates, keys, strict=True)
    )


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
    return utc(slot.starts_at), utc(slot.over_at), occurrence.event.slug


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


def registration_closes_at(occurrence: Occurrence) -> datetime:
    """Return when registration closes: at its deadline, at the latest when the event is over."""
    registration = occurrence.event.written.registration
    zone = occurrence.slot.zone
    if registration and registration.deadline and not occurrence.is_one_of_many:
        return min(closes_at(registration.deadline, zone), occurrence.slot.over_at, key=utc)
    return occurrence.slot.over_at


def next_change(found: Iterable[Occurrence], *, asof: datetime) -> datetime | None:
    """Return the next instant (UTC) after ``asof`` at which a page would say something else.

    That is when something ends or a registration closes; None when nothing more is due.
    """
    instants = (
        utc(instant)
        for item in found
        for instant in (item.slot.over_at, registration_closes_at(item))
    )
    return min((instant for instant in instants if instant > utc(asof)), default=None)
