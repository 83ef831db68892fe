"""Addresses by which a web calendar offers to take one date over: plain links. Pure.

Nothing is asked of these services before somebody follows a link. Neither documents its address;
both have kept it for years, and calendar pages all over the web rely on it.
"""

import re
from bisect import bisect_right
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode

from ..content.times import iso_utc, utc
from ..pages.common import Link
from .public_event import PublicEvent
from .recurrence import Occurrence
from .words import description, joining_line, plain, titled, where_line

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
# What every browser, server and mail program takes of an address.
_LONGEST = 2000
_DESCRIPTIONS = ("details", "body")
_IN_TURN = (*_DESCRIPTIONS, "location", "text", "subject")
_WORD_ENDS = re.compile(r"(?<=\S)(?=\s)")


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
    details, ending = _details(event, date_)
    asked = {
        "action": "TEMPLATE",
        "text": titled(event, date_.state),
        "dates": "/".join(ends),
        "details": details,
        "location": where_line(event, date_),
    }
    return _address(_GOOGLE, asked, ending)


def _outlook(event: PublicEvent, date_: Occurrence) -> str:
    start, end = _ends(date_)
    body, ending = _details(event, date_)
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": titled(event, date_.state),
        "startdt": _extended(start),
        "enddt": _extended(end),
        "allday": "" if date_.slot.is_timed else "true",
        "body": body,
        "location": where_line(event, date_),
    }
    return _address(_OUTLOOK, asked, ending)


def _details(event: PublicEvent, date_: Occurrence) -> tuple[str, str]:
    """Return what is said of a date, and its ending: where to connect, and the page."""
    *paragraphs, page = description(event, date_).split("\n")
    joins = plain(joining_line(event, date_))
    said = [paragraph for paragraph in paragraphs if paragraph != joins]
    ending = "".join(f"\n{paragraph}" for paragraph in (joins, page) if paragraph)
    return "\n".join(said) + ending, ending


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


def _address(service: str, asked: dict[str, str], ending: str) -> str:
    """Return the address, its texts shortened until it can be followed everywhere.

    The description is shortened first, but for its ``ending``; then the place, then the title.
    """
    known = {name: value for name, value in asked.items() if value}
    for name in _IN_TURN:
        if name in known:
            excess = len(_query(service, known)) - _LONGEST
            room = len(quote(known[name], safe="")) - excess
            known[name] = _shortened(known[name], room, ending if name in _DESCRIPTIONS else "")
    return _query(service, known)


def _query(service: str, known: dict[str, str]) -> str:
    return f"{service}?{urlencode(known, quote_via=quote)}"


def _shortened(text: str, room: int, ending: str) -> str:
    """Return text that takes at most ``room`` signs in an address, its ``ending`` kept if there.

    It is cut after a word, or inside when not even the first word fits, and « … » says so. Where
    there is no room for anything else, the ending remains.
    """
    if len(quote(text, safe="")) <= room:
        return text
    body, end = text.removesuffix(ending), f"…{ending}"

    def length(cut: int) -> int:
        return len(quote(body[:cut] + end, safe=""))

    words = [match.start() for match in _WORD_ENDS.finditer(body)]
    for cuts in (words, range(1, len(body))):
        fitting = bisect_right(cuts, room, key=length)
        if fitting:
            return body[: cuts[fitting - 1]] + end
    return ending.strip() or "…"
