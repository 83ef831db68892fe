"""From an event's rule or list of dates to each of its dates. Pure.

Dates are expanded in wall time (RFC 5545 §3.3.10): a meeting at 19:00 stays at 19:00 when clocks
change. A recurrence is always bounded; ``MOST_OCCURRENCES`` is the last resort.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from ..content.event import WrittenDate, WrittenEvent, WrittenMove, WrittenRecurrence
from ..content.event_states import EventState, state_of, state_of_date
from ..content.moments import Month, When, first_day
from ..content.times import Slot, utc
from ..core.zone import PARIS

MOST_OCCURRENCES = 500


@dataclass(frozen=True)
class Occurrence:
    """One date of an event, with its state and why; nothing of the event that it could give away.

    ``was`` is its first announced slot when it was moved. ``is_further`` marks a date of the list
    ``dates``, which has a life of its own. What depends on more than the date, ``occurrences``
    adds: the ``slug`` of the event; ``key``, its name within it (the day first announced, as in
    RECURRENCE-ID, and the hour too for a second date on one day); the ``deadline`` to register.
    """

    slot: Slot
    state: EventState
    reason: str = ""
    was: Slot | None = None
    is_further: bool = False
    slug: str = ""
    key: str = ""
    is_one_of_many: bool = False
    deadline: datetime | None = None

    @property
    def announced(self) -> Slot:
        """The slot first announced."""
        return self.was or self.slot

    @property
    def registration_closes_at(self) -> datetime:
        """When registration closes: at its deadline, at the latest when the date is over."""
        return min(self.deadline or self.slot.over_at, self.slot.over_at, key=utc)


@dataclass(frozen=True)
class Recurrence:
    """The rule of a recurring event, as programs repeat it from its first date.

    ``weekday`` is a rank in the month (-1: the last) and a weekday; ``skipped`` are its dates that
    were never announced, in naive wall time.
    """

    is_monthly: bool
    interval: int
    weekday: tuple[int, int] | None
    skipped: tuple[datetime, ...]


def first_slot(event: WrittenEvent) -> Slot:
    """Return the slot of ``debut``: the one date of a single event, the model of a recurrence."""
    return Slot(event.start, event.end, event.zone or PARIS)


def dates_of(event: WrittenEvent) -> tuple[Occurrence, ...]:
    """Return the dates of an event, soonest first: one for a single event."""
    first = first_slot(event)
    if event.recurrence is not None and not first.is_month:
        found = list(_recurring(first, event, event.recurrence))
    else:
        was = Slot(event.initial_date, None, first.zone) if event.initial_date else None
        own = Occurrence(first, state_of(event), event.reason or "", was)
        found = [own, *(_further(date_, event) for date_ in event.further_dates)]
    return tuple(sorted(found, key=lambda date_: utc(date_.slot.starts_at)))


def _further(written: WrittenDate, event: WrittenEvent) -> Occurrence:
    zone = event.zone or PARIS
    return Occurrence(
        Slot(written.start, written.end, zone),
        state_of_date(written, event),
        written.reason or event.reason or "",
        Slot(written.initial_date, None, zone) if written.initial_date else None,
        is_further=True,
    )


def recurrence_of(event: WrittenEvent) -> Recurrence | None:
    """Return the rule of an event; None when it gives no date, or is known by its month only."""
    written, first = event.recurrence, first_slot(event)
    starts = [] if written is None or first.is_month else _starts(first, written)
    if written is None or not starts:
        return None
    return Recurrence(
        is_monthly=written.frequency == "mensuelle",
        interval=written.interval,
        weekday=written.weekday,
        skipped=tuple(start for start in starts if start.date() in written.skipped),
    )


def _starts(first: Slot, recurrence: WrittenRecurrence) -> list[datetime]:
    """Return what a rule gives, in naive wall time, exceptions not yet applied."""
    return list(islice(_rule_of(first, recurrence), MOST_OCCURRENCES))


def last_day_kept(event: WrittenEvent) -> date | None:
    """Return the day of the last date that is kept of a rule which gives more, else None."""
    first, recurrence = first_slot(event), event.recurrence
    if recurrence is None or recurrence.until is None or first.is_month:
        return None
    starts = list(islice(_rule_of(first, recurrence), MOST_OCCURRENCES + 1))
    return starts[MOST_OCCURRENCES - 1].date() if len(starts) > MOST_OCCURRENCES else None


def _rule_of(first: Slot, recurrence: WrittenRecurrence) -> rrule:
    start = _as_datetime(first.start)
    rank = recurrence.weekday
    until = recurrence.until
    return rrule(
        MONTHLY if recurrence.frequency == "mensuelle" else WEEKLY,
        dtstart=start,
        interval=max(recurrence.interval, 1),
        byweekday=weekday(rank[1], rank[0]) if rank else None,
        until=datetime.combine(until, time.max) if until else None,
        count=None if until else min(recurrence.count or 1, MOST_OCCURRENCES),
    )


def _recurring(
    first: Slot, event: WrittenEvent, recurrence: WrittenRecurrence
) -> Iterator[Occurrence]:
    whole, why = state_of(event), event.reason or ""
    cancelled = {item.day: item.reason for item in recurrence.cancelled}
    moved = {item.day: item for item in recurrence.moved}
    for instant in _starts(first, recurrence):
        day = instant.date()
        if day in recurrence.skipped:
            continue
        slot, state, reason, was = _shifted(first, instant), whole, why, None
        if day in moved:
            slot, was = _moved(slot, moved[day]), slot
            state = EventState.RESCHEDULED if whole.takes_place else whole
        elif day in cancelled:
            state = EventState.CANCELLED
            reason = cancelled[day] or why
        yield Occurrence(slot, state, reason, was)


def _as_datetime(when: When) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(first_day(when), time())


def _shifted(first: Slot, instant: datetime) -> Slot:
    """Return the first slot moved to begin at ``instant``, as long in wall time."""
    start: When = instant if first.is_timed else instant.date()
    if first.end is None:
        return Slot(start, None, first.zone)
    return Slot(start, _later(first.end, instant - _as_datetime(first.start)), first.zone)


def _later(when: When, by: timedelta) -> When:
    if isinstance(when, datetime):
        return when + by
    assert not isinstance(when, Month)
    return when + by


def _moved(slot: Slot, move: WrittenMove) -> Slot:
    """Return the new slot of a moved date: without an end of its own, it lasts as long."""
    end = move.end
    if end is None and slot.end is not None and type(move.start) is type(slot.start):
        end = _later(slot.end, _as_datetime(move.start) - _as_datetime(slot.start))
    return Slot(move.start, end, slot.zone)


def unmatched_days(event: WrittenEvent) -> list[tuple[str, int, date]]:
    """Return the exceptions that fall on no date of the rule: their French field, rank and day."""
    recurrence = event.recurrence
    if recurrence is None or isinstance(event.start, Month):
        return []
    days = {instant.date() for instant in _starts(first_slot(event), recurrence)}
    named = (
        *(("sauf", n, day) for n, day in enumerate(recurrence.skipped)),
        *(("annulees", n, item.day) for n, item in enumerate(recurrence.cancelled)),
        *(("deplacees", n, item.day) for n, item in enumerate(recurrence.moved)),
    )
    return [(name, rank, day) for name, rank, day in named if day not in days]
