"""VTIMEZONE components made from the rules of the zone database (RFC 5545 §3.6.5). Pure.

A calendar program that does not know a zone's name, or distrusts it, computes with these: yearly
rules, correct for the past that a feed holds and without end for the future. Where a zone follows
no yearly rule (Morocco's clocks follow Ramadan), they are the single transitions that fall between
the first and the last date of the feed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_FIRST_YEAR, _LAST_YEAR = 1970, 2100
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = timedelta(days=7)
# No zone has kept a clock for less than three weeks since 1970.
_STRIDE = timedelta(days=14)
_SECOND = timedelta(seconds=1)

Rule = tuple[str, int]


@dataclass(frozen=True)
class Transition:
    """A change of clocks: its UTC instant and the offsets before and after."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def is_daylight(self) -> bool:
        """Whether clocks go forward."""
        return self.after > self.before

    @property
    def wall(self) -> datetime:
        """The wall time at which it happens, on the clock of before."""
        return (self.at + self.before).replace(tzinfo=None)

    @property
    def rules(self) -> frozenset[Rule]:
        """The ways to say its day within its month: « 1SU », « -1SU » or the number of the day."""
        day, weekday = self.wall, _WEEKDAYS[self.wall.weekday()]
        rules: set[Rule] = {("BYMONTHDAY", day.day)}
        if day.day <= 28:
            rules.add((weekday, (day.day + 6) // 7))
        if (day + _WEEK).month != day.month:
            rules.add((weekday, -1))
        return frozenset(rules)

    def is_like(self, other: "Transition") -> bool:
        """Return whether both change the clocks alike, at one hour of one month."""
        return (
            (self.before, self.after, self.name) == (other.before, other.after, other.name)
            and self.wall.month == other.wall.month
            and self.wall.time() == other.wall.time()
        )


@dataclass(frozen=True)
class Observance:
    """Transitions that follow one yearly rule, from ``first`` to ``last``."""

    first: Transition
    last: Transition
    rules: frozenset[Rule]

    @property
    def is_open(self) -> bool:
        """Whether it holds to the end of what the zone database foresees."""
        return self.last.at.year >= _LAST_YEAR - 1

    def with_next(self, transition: Transition) -> "Observance | None":
        """Return the observance one year longer, or None when the rule is another one."""
        rules = self.rules & transition.rules
        follows = transition.wall.year == self.last.wall.year + 1
        if follows and rules and transition.is_like(self.last):
            return Observance(self.first, transition, rules)
        return None


def vtimezone(zone: ZoneInfo, since: datetime, until: datetime) -> bytes:
    """Return the definition of ``zone`` for everything between two aware instants."""
    needed = _needed(_observances(zone), since.astimezone(UTC), until.astimezone(UTC))
    return _definition(str(zone), tuple(needed))


@lru_cache(maxsize=256)
def _definition(name: str, observances: tuple[Observance, ...]) -> bytes:
    component = Timezone()
    component.add("TZID", name)
    for observance in observances:
        component.add_component(_component(observance))
    written: bytes = component.to_ical(sorted=False)
    return written


def _needed(
    observances: tuple[Observance, ...], since: datetime, until: datetime
) -> Iterator[Observance]:
    """Yield what holds between two instants, with the last transition before them."""
    before = [item for item in observances if item.first.at <= since]
    in_force = max((_last_before(item, since) for item in before), default=since)
    for item in observances:
        if item.last.at >= in_force and item.first.at <= until:
            yield item


def _last_before(observance: Observance, since: datetime) -> datetime:
    """Return the latest instant up to ``since`` at which the observance may have begun."""
    if observance.last.at <= since:
        return observance.last.at
    return since - timedelta(days=366)


def _component(observance: Observance) -> TimezoneDaylight | TimezoneStandard:
    first = observance.first
    component = TimezoneDaylight() if first.is_daylight else TimezoneStandard()
    component.add("DTSTART", first.wall)
    component.add("TZOFFSETFROM", first.before)
    component.add("TZOFFSETTO", first.after)
    component.add("TZNAME", first.name)
    if observance.last is not first:
        component.add("RRULE", _recurrence(observance))
    return component


def _recurrence(observance: Observance) -> vRecur:
    # A rank from the end or the start is what zones mean; a fixed day of the month comes last.
    kind, rank = sorted(observance.rules, key=lambda rule: (rule[0] == "BYMONTHDAY", rule[1]))[0]
    parts: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": observance.first.wall.month}
    parts |= {"BYMONTHDAY": rank} if kind == "BYMONTHDAY" else {"BYDAY": f"{rank}{kind}"}
    if not observance.is_open:
        # A day late: some programs compare this UTC instant with wall time.
        parts["UNTIL"] = observance.last.at + timedelta(days=1)
    return vRecur(parts)


@cache
def _observances(zone: ZoneInfo) -> tuple[Observance, ...]:
    """Return the observances of a zone in order of their first transition."""
    running: list[Observance] = []
    for transition in _transitions(zone):
        for number, observance in enumerate(running):
            longer = observance.with_next(transition)
            if longer:
                running[number] = longer
                break
        else:
            running.append(Observance(transition, transition, transition.rules))
    return tuple(sorted(running, key=lambda item: item.first.at))


def _transitions(zone: ZoneInfo) -> Iterator[Transition]:
    """Yield the transitions of a zone, the first one being the state it starts with."""
    instant = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
    yield _transition(zone, instant, instant)
    clock = _clock(zone, instant)
    while instant.year < _LAST_YEAR:
        later = instant + _STRIDE
        later_clock = _clock(zone, later)
        if clock != later_clock:
            yield _transition(zone, instant, _first_after_change(zone, instant, later))
        instant, clock = later, later_clock


def _transition(zone: ZoneInfo, before: datetime, at: datetime) -> Transition:
    offset, name = _clock(zone, at)
    return Transition(at, _clock(zone, before)[0], offset, name)


def _clock(zone: ZoneInfo, instant: datetime) -> tuple[timedelta, str]:
    """Return a zone's offset and its name at an instant."""
    local = instant.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def _first_after_change(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """Return the first second at which the clock of ``late`` holds."""
    clock = _clock(zone, early)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if _clock(zone, middle) == clock:
            early = middle
        else:
            late = middle
    return late
