"""When something takes place: a day, several days, an instant with an end, or a month. Pure.

What an editor writes is wall time; a ``Slot`` gives it its zone, so that it can be compared with
the day the site is built for, and across zones and changes of clocks.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..core.zone import PARIS
from .moments import Month, When, first_day, last_day


@dataclass(frozen=True)
class Slot:
    """A stretch of time as written: ``start`` and ``end`` of one form, an end day inclusive.

    ``zone`` is where the wall time holds.
    """

    start: When
    end: When | None = None
    zone: ZoneInfo = PARIS

    @property
    def is_timed(self) -> bool:
        """Whether an hour is known."""
        return isinstance(self.start, datetime)

    @property
    def is_month(self) -> bool:
        """Whether only the month is known."""
        return isinstance(self.start, Month)

    @property
    def first_day(self) -> date:
        """The first day, in the slot's zone."""
        return first_day(self.start)

    @property
    def last_day(self) -> date:
        """The last day, inclusive, in the slot's zone; an end at midnight ends the day before."""
        if isinstance(self.end, datetime) and self.end.time() == time():
            return max(self.end.date() - timedelta(days=1), self.first_day)
        return last_day(self.end or self.start)

    @property
    def starts_at(self) -> datetime:
        """The instant at which it begins: for a day, its first midnight."""
        if isinstance(self.start, datetime):
            return self.start.replace(tzinfo=self.zone)
        return datetime.combine(self.first_day, time(), self.zone)

    @property
    def over_at(self) -> datetime:
        """The instant from which it is past: its end, or the midnight after its last day."""
        if isinstance(self.end, datetime):
            return self.end.replace(tzinfo=self.zone)
        return datetime.combine(self.last_day + timedelta(days=1), time(), self.zone)

    @property
    def is_on_the_clock(self) -> bool:
        """Whether clocks show its start: they leave out an hour a year."""
        return not self.is_timed or on_the_clock(self.starts_at) == self.starts_at

    @property
    def on_the_clock(self) -> "Slot":
        """The slot as clocks show it, as long as it is written, when they leave its start out."""
        if not isinstance(self.start, datetime):
            return self
        start, end = _shown(self.start, self.zone), self.end
        if isinstance(end, datetime):
            end = _shown(end + (start - self.start), self.zone)
        return Slot(start, end, self.zone)

    def is_over(self, asof: datetime) -> bool:
        """Return whether it is past at ``asof`` (aware): at its very end, it is."""
        return utc(self.over_at) <= utc(asof)

    def days(self) -> list[date]:
        """Return its days, first to last, in its zone."""
        span = (self.last_day - self.first_day).days
        return [self.first_day + timedelta(days=n) for n in range(span + 1)]


def utc(instant: datetime) -> datetime:
    """Return the same instant in UTC: aware datetimes of one zone compare by wall time."""
    return instant.astimezone(UTC)


def iso_utc(instant: datetime) -> str:
    """Return an instant in UTC, for programs: « 2027-03-14T08:30:00Z »."""
    return utc(instant).strftime("%Y-%m-%dT%H:%M:%SZ")


def _shown(wall: datetime, zone: ZoneInfo) -> datetime:
    return on_the_clock(wall.replace(tzinfo=zone)).replace(tzinfo=None)


def on_the_clock(instant: datetime) -> datetime:
    """Return an instant as clocks show it: 3:30 for a 2:30 left out (RFC 5545 §3.3.5)."""
    return utc(instant).astimezone(instant.tzinfo)


def closes_at(deadline: When, zone: ZoneInfo) -> datetime:
    """Return the instant at which registrations close: a day counts to its end."""
    if isinstance(deadline, datetime):
        return deadline.replace(tzinfo=zone)
    return Slot(deadline, zone=zone).over_at
