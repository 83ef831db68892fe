"""The association's time zone, and the date in it. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def today(asof: datetime) -> date:
    """Return the date of ``asof`` in Paris."""
    return asof.astimezone(PARIS).date()
