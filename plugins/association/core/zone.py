"""The association's time zone, and the date in it."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def today(asof: datetime) -> date:
    """Return the date of ``asof`` in Paris."""
    return asof.astimezone(PARIS).date()


@cache
def time_zone_rules() -> bytes:
    """Return what tells the system's rules of time zones from others: their text, or ``b""``.

    Where the system has none, they are those of the package tzdata.
    """
    files = (Path(folder, name) for folder in TZPATH for name in ("tzdata.zi", "+VERSION"))
    return next((file.read_bytes() for file in files if file.is_file()), b"")
