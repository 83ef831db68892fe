"""Addresses by which a web calendar offers to take one date over: plain links. Pure.

Nothing is asked of these services before somebody follows a link. Neither documents its address;
both have kept it for years, and calendar pages all over the web rely on it.
"""

from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode

from ..content.times import utc
from ..pages.common import Link
from .iso_times import iso_utc
from .public_event import PublicEvent
from .recurrence import Occurrence
from .words import description, titled, where_line

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"


def calendar_links(event: PublicEvent, date_: Occurrence) -> tuple[Link, ...]:
    """Return the links that add one date to a web calendar, by the names of the services.

    There are none for a date that does not take place or is known by its month only.
    """
    if not date_.state.takes_place or date_.slot.is_month:
        return ()
    return Link("Google Agenda", _google(event, date_)), Link("Outlook", _outlook(event, date_))


def _google(event: PublicEvent, date_: Occurrence) -> str:
    start, end = _ends(date_)
    ends = (_compact(start), _compact(end))
    asked = {
        "action": "TEMPLATE",
        "text": titled(event, date_.state),
        "dates": "/".join(ends),
        "details": description(event, date_),
        "location": where_line(event, date_),
    }
    return _address(_GOOGLE, asked)


def _outlook(event: PublicEvent, date_: Occurrence) -> str:
    start, end = _ends(date_)
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": titled(event, date_.state),
        "startdt": _extended(start),
        "enddt": _extended(end),
        "allday": "" if date_.slot.is_timed else "true",
        "body": description(event, date_),
        "location": where_line(event, date_),
    }
    return _address(_OUTLOOK, asked)


def _ends(date_: Occurrence) -> tuple[date, date]:
    """Return the two instants of a date, or its first day and the day after its last one.

    Without an end a date lasts no time, as in calendars (RFC 5545 §3.6.1).
    """
    slot = date_.slot
    if not slot.is_timed:
        return slot.first_day, slot.last_day + timedelta(days=1)
    end = slot.over_at if isinstance(slot.end, datetime) else slot.starts_at
    return utc(slot.starts_at), utc(end)


def _extended(when: date) -> str:
    return iso_utc(when) if isinstance(when, datetime) else when.isoformat()


def _compact(when: date) -> str:
    return _extended(when).replace("-", "").replace(":", "")


def _address(service: str, asked: dict[str, str]) -> str:
    known = {name: value for name, value in asked.items() if value}
    return f"{service}?{urlencode(known, quote_via=quote)}"
