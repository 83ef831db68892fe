"""From an event's rule or list of dates to each of its dates. Pure.

Dates are expanded in wall time (RFC 5545 §3.3.10): a meeting at 19:00 stays at 19:00 when clocks
change. A recurrence is always bounded; ``MOST_OCCURRENCES`` is the last resort.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from ..content.event import WrittenChange, WrittenDate, WrittenEvent, WrittenRecurrence
from ..content.event_states import EventState, state_of, state_of_date
from ..content.moments import Month, When, first_day
from ..content.times import Slot, closes_at, utc
from ..core.french_calendar import WEEKDAYS
from ..core.zone import PARIS
from .places import EventPlace, place
from .sessions import Session, sessions

MOST_OCCURRENCES = 500


@dataclass(frozen=True)
class Occurrence:
    """One date of an event, with its state and why; nothing of the event that it could give away.

    ``was`` is its first announced slot when it was moved. ``is_further`` marks a date of the list
    ``dates``, which has a life of its own. What depends on more than the date, ``occurrences``
    adds: the ``slug`` of the event; ``key``, its name within it (the day first announced, as in
    RECURRENCE-ID, and the hour too for a second date on one day); the ``deadline`` to register.
    ``own_place`` is where it takes place, None when that is the event's; ``own_programme`` is empty
    when that is the event's. ``is_on_first_rule``: a rule that nothing has changed yet gives it,
    moved or not; never at an hour that clocks leave out, which is no hour for a rule.
    """

    slot: Slot
    state: EventState
    reason: str = ""
    was: Slot | None = None
    is_further: bool = False
    slug: str = ""
    key: str = ""
    is_one_of_many: bool = False
    deadline: When | None = None
    is_full: bool = False
    own_place: EventPlace | None = None
    own_programme: tuple[Session, ...] = ()
    is_on_first_rule: bool = False

    @property
    def announced(self) -> Slot:
        """The slot first announced."""
        return self.was or self.slot

    @property
    def registration_closes_at(self) -> datetime:
        """When registration closes: at its deadline, at the latest when the date is over."""
        if self.deadline is None:
            return self.slot.over_at
        return min(closes_at(self.deadline, self.slot.zone), self.slot.over_at, key=utc)


@dataclass(frozen=True)
class Recurrence:
    """The rule of a recurring event, as programs repeat it from its first date.

    ``frequency`` is iCalendar's; ``weekday`` is a rank in the month (-1: the last) and a weekday,
    ``weekdays`` are several of each week (0: Monday). ``skipped`` are its dates that were never
    announced, or for another hour because clocks leave theirs out, in naive wall time.
    """

    frequency: str
    interval: int
    weekday: tuple[int, int] | None
    weekdays: tuple[int, ...]
    skipped: tuple[datetime, ...]


def first_slot(event: WrittenEvent) -> Slot:
    """Return the slot of ``debut``: the one date of a single event, the model of a recurrence."""
    return Slot(event.start, event.end, event.zone or PARIS)


def dates_of(event: WrittenEvent) -> tuple[Occurrence, ...]:
    """Return the dates of an event, soonest first: one for a single event."""
    first = first_slot(event)
    if event.recurrence is not None and not first.is_month:
        found = list(_recurring(first, event, event.recurrence))
        found += [_further(date_, event) for date_ in event.further_dates]
    else:
        was = Slot(event.initial_date, None, first.zone) if event.initial_date else None
        own = Occurrence(first, state_of(event), event.reason or "", was, is_full=event.is_full)
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
        is_full=event.is_full or written.is_full,
        own_place=place(written.place) if written.place else None,
        own_programme=sessions(written.programme),
    )


_FREQUENCIES: dict[str, tuple[Literal[0, 1, 2, 3], str]] = {
    "quotidienne": (DAILY, "DAILY"),
    "hebdomadaire": (WEEKLY, "WEEKLY"),
    "mensuelle": (MONTHLY, "MONTHLY"),
    "annuelle": (YEARLY, "YEARLY"),
}


def recurrence_of(event: WrittenEvent) -> Recurrence | None:
    """Return the rule of an event; None when it gives no date, or is known by its month only.

    What changes from a date on is no more of this rule.
    """
    written, first = event.recurrence, first_slot(event)
    starts = [] if written is None or first.is_month else _starts(first, written)
    if written is None or not starts:
        return None
    return Recurrence(
        frequency=_FREQUENCIES[written.frequency][1],
        interval=written.interval,
        weekday=written.weekday,
        weekdays=tuple(WEEKDAYS.index(name) for name in written.weekdays),
        skipped=tuple(
            start.instant
            for start in starts
            if start.change is None
            and (start.instant.date() in written.skipped or not _is_shown(start, first.zone))
        ),
    )


class _Start(NamedTuple):
    """A date that a rule gives, in naive wall time, with its model and what changed before it."""

    instant: datetime
    model: Slot
    change: WrittenChange | None


def _is_shown(start: _Start, zone: ZoneInfo) -> bool:
    """Return whether clocks show the hour that the rule gives."""
    return Slot(start.instant, zone=zone).is_on_the_clock


def hours_of_rule(event: WrittenEvent) -> Iterator[datetime]:
    """Yield the wall times at which the dates of a rule begin and end, as the rule gives them.

    What is skipped or moved has none; days and months have none.
    """
    first, recurrence = first_slot(event), event.recurrence
    if recurrence is None or not first.is_timed:
        return
    excepted = {*recurrence.skipped, *(item.day for item in recurrence.moved)}
    for start in _starts(first, recurrence):
        slot = _shifted(start.model, start.instant)
        if start.instant.date() not in excepted:
            yield from (when for when in (slot.start, slot.end) if isinstance(when, datetime))


def last_day_kept(event: WrittenEvent) -> date | None:
    """Return the day of the last date that is kept of a rule which gives more, else None."""
    first, recurrence = first_slot(event), event.recurrence
    if recurrence is None or recurrence.until is None or first.is_month:
        return None
    starts = _starts(first, recurrence, most=MOST_OCCURRENCES + 1)
    is_cut = len(starts) > MOST_OCCURRENCES
    return starts[MOST_OCCURRENCES - 1].instant.date() if is_cut else None


def _starts(
    first: Slot, recurrence: WrittenRecurrence, most: int = MOST_OCCURRENCES
) -> list[_Start]:
    """Return what a rule gives, exceptions not yet applied: up to each change, then from it on."""
    left = most if recurrence.until else min(recurrence.count or 1, most)
    found: list[_Start] = []
    models = zip(_models(first, recurrence), (None, *recurrence.changes), strict=True)
    for (model, change), after in zip(models, (*recurrence.changes, None), strict=True):
        last = recurrence.until
        if after:
            last = min(last or date.max, first_day(after.start) - timedelta(days=1))
        rule = _rule_of(model, recurrence, change, last)
        found += [_Start(at, model, change) for at in islice(rule, left - len(found))]
    return found


def changed_slots(event: WrittenEvent) -> tuple[Slot, ...]:
    """Return the first date of a rule, then the first one after each of its changes."""
    return _models(first_slot(event), event.recurrence) if event.recurrence else ()


def _models(first: Slot, recurrence: WrittenRecurrence) -> tuple[Slot, ...]:
    return first, *(_changed(first, one) for one in recurrence.changes)


def _changed(first: Slot, change: WrittenChange) -> Slot:
    """Return the first date after a change: without an end of its own, it lasts as long."""
    return _moved(first, change.start, change.end)


def _rule_of(
    model: Slot, recurrence: WrittenRecurrence, change: WrittenChange | None, last: date | None
) -> rrule:
    rank = (change and change.weekday) or recurrence.weekday
    names = (change and change.weekdays) or recurrence.weekdays
    days = [WEEKDAYS.index(name) for name in names]
    return rrule(
        _FREQUENCIES[recurrence.frequency][0],
        dtstart=_as_datetime(model.start),
        interval=max(recurrence.interval, 1),
        byweekday=weekday(rank[1], rank[0]) if rank else days or None,
        until=datetime.combine(last, time.max) if last else None,
    )


def _recurring(
    first: Slot, event: WrittenEvent, recurrence: WrittenRecurrence
) -> Iterator[Occurrence]:
    whole, why = state_of(event), event.reason or ""
    cancelled = {item.day: item.reason for item in recurrence.cancelled}
    moved = {item.day: item for item in recurrence.moved}
    for start in _starts(first, recurrence):
        day = start.instant.date()
        if day in recurrence.skipped:
            continue
        slot = _shifted(start.model, start.instant).on_the_clock
        state, reason, was = whole, why, None
        own_place = start.change.place if start.change else None
        programme = start.change.programme if start.change else ()
        if day in moved:
            move = moved[day]
            slot, was = _moved(slot, move.start, move.end), slot
            own_place = move.place or own_place
            programme = move.programme or programme
            state = EventState.RESCHEDULED if whole.takes_place else whole
        elif day in cancelled:
            state = EventState.CANCELLED
            reason = cancelled[day] or why
        yield Occurrence(
            slot,
            state,
            reason,
            was,
            is_full=event.is_full or day in recurrence.full,
            own_place=place(own_place) if own_place else None,
            own_programme=sessions(programme),
            is_on_first_rule=start.change is None and _is_shown(start, first.zone),
        )


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


def _moved(slot: Slot, start: When, end: When | None) -> Slot:
    """Return a slot moved to ``start``: without an end of its own, it lasts as long."""
    if end is None and slot.end is not None and type(start) is type(slot.start):
        end = _later(slot.end, _as_datetime(start) - _as_datetime(slot.start))
    return Slot(start, end, slot.zone)


def unmatched_days(event: WrittenEvent) -> list[tuple[str, int, date]]:
    """Return the exceptions that fall on no date of the rule: their French field, rank and day."""
    recurrence = event.recurrence
    if recurrence is None or isinstance(event.start, Month):
        return []
    days = {start.instant.date() for start in _starts(first_slot(event), recurrence)}
    named = (
        *recurrence.exceptions,
        *(("completes", n, day) for n, day in enumerate(recurrence.full)),
        *(("changements", n, first_day(item.start)) for n, item in enumerate(recurrence.changes)),
    )
    return [(name, rank, day) for name, rank, day in named if day not in days]
