"""Dates of events as ISO 8601, for JSON and structured data. Pure."""

from datetime import datetime

from ..content.moments import Month, When
from ..content.times import Slot


def iso_start(slot: Slot) -> str:
    """Return the start: an instant with its offset, a day, or a month « 2019-07 »."""
    return slot.starts_at.isoformat(timespec="seconds") if slot.is_timed else iso(slot.start)


def iso_end(slot: Slot) -> str:
    """Return the end, a last day being inclusive; ``""`` when none was written."""
    if isinstance(slot.end, datetime):
        return slot.over_at.isoformat(timespec="seconds")
    return iso(slot.end) if slot.end is not None else ""


def iso(when: When) -> str:
    """Return an instant, a day, or a month « 2019-07 »."""
    if isinstance(when, Month):
        return f"{when.year:04}-{when.month:02}"
    return when.isoformat()
