"""A day, an instant or a month, as a field of a file holds it. Pure."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year: an event known by its month only."""

    year: int
    month: int


When = date | datetime | Month


def first_day(when: When) -> date:
    """Return the day of an instant, or the first day of a month."""
    if isinstance(when, Month):
        return date(when.year, when.month, 1)
    return when.date() if isinstance(when, datetime) else when


def last_day(when: When) -> date:
    """Return the day of an instant, or the last day of a month."""
    if isinstance(when, Month):
        return date(when.year, when.month, monthrange(when.year, when.month)[1])
    return first_day(when)


def written(when: When) -> str:
    """Return a day, an instant or a month in the form of files."""
    if isinstance(when, Month):
        return f"{when.year}-{when.month:02}"
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()
