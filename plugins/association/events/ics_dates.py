"""An event to its VEVENTs: one for each date of a list, a rule with its exceptions. Pure.

A recurring event is one component with RRULE and EXDATE, and one more for each date that differs
from the rule (RFC 5545 §3.8.4.4): moved, cancelled, or lasting another time because clocks change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from icalendar import vRecur

from ..content.event_states import EventState
from ..content.french_dates import slot_in_words
from ..content.times import Slot, utc
from .public_event import PublicEvent
from .recurrence import Occurrence, Recurrence

Time = date | datetime
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Instance:
    """One VEVENT: its date, and the properties that make it a rule or an exception to one."""

    date: Occurrence
    repeats: tuple[tuple[str, object], ...] = field(default=())

    @property
    def times(self) -> Iterator[tuple[str, object]]:
        """The properties of time, in the order they are written."""
        slot = self.date.slot
        yield "DTSTART", _start(slot)
        end = _end(slot)
        if end is not None:
            yield "DTEND", end
        yield from self.repeats


def instances(event: PublicEvent) -> Iterator[Instance]:
    """Yield the VEVENTs of an event, none when it is known by its month only."""
    if event.recurrence is not None:
        yield from _recurring(event, event.recurrence)
        return
    for item in event.dates:
        dated = _dated(item)
        if dated is not None:
            yield Instance(dated)


def _dated(item: Occurrence) -> Occurrence | None:
    """Return a date with a day.

    One moved to a month without a day is postponed: it keeps the day first announced, so that
    calendars which show it learn that nobody should come. One never announced has none.
    """
    if not item.slot.is_month:
        return item
    if item.was is None or item.was.is_month:
        return None
    state = EventState.POSTPONED if item.state.takes_place else item.state
    period = f"Période prévue\u00a0: {slot_in_words(item.slot)}."
    return replace(item, slot=item.was, state=state, reason=f"{period} {item.reason}".strip())


def _recurring(event: PublicEvent, recurrence: Recurrence) -> Iterator[Instance]:
    if not event.dates:
        return
    model = Occurrence(event.first, event.state, event.reason)
    repeats: list[tuple[str, object]] = [("RRULE", _rule(event.first, recurrence))]
    repeats += [("EXDATE", _on_the_rule(event.first, start)) for start in recurrence.skipped]
    yield Instance(model, tuple(repeats))
    for item in event.dates:
        dated = _dated(item)
        if dated is not None and _differs(item, model):
            original = item.announced
            yield Instance(dated, (("RECURRENCE-ID", _start(original)),))


def _on_the_rule(first: Slot, start: datetime) -> Time:
    return start.replace(tzinfo=first.zone) if first.is_timed else start.date()


def _rule(first: Slot, recurrence: Recurrence) -> vRecur:
    """Return the rule, bounded by the end of its last day.

    Never by COUNT: some programs do not count the dates that EXDATE leaves out.
    """
    parts: dict[str, object] = {"FREQ": "MONTHLY" if recurrence.is_monthly else "WEEKLY"}
    if recurrence.interval > 1:
        parts["INTERVAL"] = recurrence.interval
    parts["UNTIL"] = _until(first, recurrence.last)
    if recurrence.weekday:
        rank, weekday = recurrence.weekday
        parts["BYDAY"] = f"{rank}{_WEEKDAYS[weekday]}"
    return vRecur(parts)


def _until(first: Slot, last: date) -> Time:
    """Return the last day, or its last second in UTC when the dates have hours."""
    if not first.is_timed:
        return last
    return utc(datetime.combine(last, time(23, 59, 59), first.zone))


def _differs(item: Occurrence, model: Occurrence) -> bool:
    """Return whether a date is not what the rule gives: a rule repeats an exact length."""
    told = item.state, item.reason
    moved = item.was is not None
    return moved or told != (model.state, model.reason) or _length(item) != _length(model)


def _length(item: Occurrence) -> timedelta | None:
    if not isinstance(item.slot.end, datetime):
        return None
    return utc(item.slot.over_at) - utc(item.slot.starts_at)


def _start(slot: Slot) -> Time:
    return slot.starts_at if slot.is_timed else slot.first_day


def _end(slot: Slot) -> Time | None:
    """Return the exclusive end; None when an hour begins it and no hour ends it."""
    if isinstance(slot.end, datetime):
        return slot.over_at
    return None if slot.is_timed else slot.last_day + timedelta(days=1)
