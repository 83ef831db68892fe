"""An event to its VEVENTs: one for each date of a list, a rule with its exceptions. Pure.

A recurring event is one component with RRULE, and one of its own for each date that is not what
the rule gives: moved, cancelled, or lasting another time because clocks change. EXDATE takes that
date out of the rule. RECURRENCE-ID would say the same (RFC 5545 §3.8.4.4), but programs that pass
over it keep showing a cancelled date as on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from ..content.event_states import EventState
from ..content.french_dates import slot_in_words
from ..content.times import Slot, on_the_clock, utc
from .public_event import PublicEvent
from .recurrence import Occurrence, Recurrence

Time = date | datetime
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Instance:
    """One VEVENT: its identifier, its date, and the properties that make it repeat.

    ``last`` is the date that ends it: its own, or the last one that its rule gives.
    """

    uid: str
    date: Occurrence
    last: Slot
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
    regular = _regular(event) if event.recurrence else []
    if event.recurrence and regular:
        yield _rule_of(event, event.recurrence, regular)
    given = {item.key for item in regular}
    for item in event.dates:
        dated = _dated(item)
        if dated is not None and item.key not in given:
            uid = event.own_uid_of(item) if event.recurrence else event.uid_of(item)
            yield Instance(uid, dated, dated.slot)


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


def _regular(event: PublicEvent) -> list[Occurrence]:
    """Return the dates that a rule can give: alike, and as long as most of them are.

    A rule repeats an exact length.
    """
    whole = event.state, event.reason, event.is_full
    alike = [
        item
        for item in event.dates
        if item.is_on_first_rule
        and item.was is None
        and item.own_place is None
        and (item.state, item.reason, item.is_full) == whole
    ]
    lengths = Counter(_length(item) for item in alike)
    return [item for item in alike if _length(item) == lengths.most_common(1)[0][0]]


def _length(item: Occurrence) -> timedelta | None:
    if not isinstance(item.slot.end, datetime):
        return None
    return utc(item.slot.over_at) - utc(item.slot.starts_at)


def _rule_of(event: PublicEvent, recurrence: Recurrence, regular: Sequence[Occurrence]) -> Instance:
    """Return the rule, from the first to the last date that it gives.

    What begins before or after needs no EXDATE: programs that show DTSTART come what may, and
    those that read EXDATE badly, have less to get wrong.
    """
    first, last = regular[0].slot, regular[-1].slot
    announced = {item.announced.starts_at for item in event.dates if item.is_on_first_rule}
    announced |= {start.replace(tzinfo=first.zone) for start in recurrence.skipped}
    left_out = announced - {item.slot.starts_at for item in regular}
    repeats: list[tuple[str, object]] = [("RRULE", _rrule(recurrence, first, last))]
    repeats += [
        ("EXDATE", start if first.is_timed else start.date())
        for start in sorted(left_out)
        if first.starts_at < start < last.starts_at
    ]
    deadlines = {item.deadline for item in regular}
    model = Occurrence(
        first,
        event.state,
        event.reason,
        deadline=deadlines.pop() if len(deadlines) == 1 else None,
        is_full=event.is_full,
    )
    return Instance(event.uid, model, last, tuple(repeats))


def _rrule(recurrence: Recurrence, first: Slot, last: Slot) -> Mapping[str, object]:
    """Return the rule, bounded by the end of its last day.

    Never by COUNT: some programs do not count the dates that EXDATE leaves out.
    """
    parts: dict[str, object] = {"FREQ": recurrence.frequency}
    if recurrence.interval > 1:
        parts["INTERVAL"] = recurrence.interval
    parts["UNTIL"] = _until(first, last.first_day)
    if recurrence.weekday:
        rank, weekday = recurrence.weekday
        parts["BYDAY"] = f"{rank}{_WEEKDAYS[weekday]}"
    elif recurrence.weekdays:
        parts["BYDAY"] = [_WEEKDAYS[day] for day in recurrence.weekdays]
    return parts


def _until(first: Slot, last: date) -> Time:
    """Return the last day, or its last second in UTC when the dates have hours."""
    if not first.is_timed:
        return last
    return utc(datetime.combine(last, time(23, 59, 59), first.zone))


def _start(slot: Slot) -> Time:
    return on_the_clock(slot.starts_at) if slot.is_timed else slot.first_day


def _end(slot: Slot) -> Time | None:
    """Return the exclusive end; None when an hour begins it and no hour ends it."""
    if isinstance(slot.end, datetime):
        return on_the_clock(slot.over_at)
    return None if slot.is_timed else slot.last_day + timedelta(days=1)
