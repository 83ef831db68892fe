"""The association's time zone, and the day it is there. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def today(asof: datetime) -> date:
    """Return the day that ``asof`` is in Paris."""
    return asof.astimezone(PARIS).date()
