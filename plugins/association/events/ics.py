"""Calendars for calendar programs: iCalendar (RFC 5545, 7986 and 9253). Pure: events to bytes.

No METHOD: without it, DTSTAMP is the last revision (RFC 5545 §3.8.7.2), so that a feed whose
events did not change is the same to the byte. Alarms are the reader's own business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Component
from icalendar.timezone import is_utc

from ..content.revisions import Revision
from ..content.times import utc
from ..core.zone import PARIS
from .ics_dates import Instance, instances
from .ics_text import Geo, Text, add_text, add_uri, mailbox
from .ics_timezones import vtimezone
from .public_event import PublicEvent
from .recurrence import Occurrence
from .words import description, line, titled, where_line

PRODID = "-//Association européenne des intervenants en Thérapie Sociale TST//Agenda//FR"
# How often programs should read the feed again; Google does it about once a day.
REFRESH = "P1D"
# An empty calendar has no past to define a zone for.
_RECENTLY = datetime(2025, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Feed:
    """A calendar as a whole; addresses are full.

    ``url`` is the page of the same events, ``source_url`` the calendar's own. ``colour`` is a
    colour name of CSS (RFC 7986 §5.9), or ``""``.
    """

    name: str
    description: str
    url: str
    source_url: str
    colour: str = ""


def calendar(feed: Feed, events: Sequence[PublicEvent]) -> bytes:
    """Return the feed of the events, in their order; those known by their month are left out.

    Without any event it defines the zone of Paris, for a calendar has one component at least
    (RFC 5545 §3.6).
    """
    head: bytes = _head(feed, [event.revision for event in events]).to_ical(sorted=False)
    zones = _zones(instance for event in events for instance in instances(event))
    vevents = [_vevents(event) for event in events]
    if not any(vevents):
        zones = [(PARIS, _RECENTLY)]
    definitions = [_definition(zone, since) for zone, since in zones]
    return b"".join((head.removesuffix(_END), *definitions, *vevents, _END))


# An event stands in several calendars and is the same in each.
@lru_cache(maxsize=4096)
def _vevents(event: PublicEvent) -> bytes:
    components = (_vevent(event, instance) for instance in instances(event))
    return b"".join(component.to_ical(sorted=False) for component in components)


@lru_cache(maxsize=256)
def _definition(zone: ZoneInfo, since: datetime) -> bytes:
    written: bytes = vtimezone(zone, since).to_ical(sorted=False)
    return written


def _head(feed: Feed, revisions: Sequence[Revision]) -> Calendar:
    component = Calendar()
    component.add("VERSION", "2.0")
    component.add("PRODID", Text(PRODID))
    component.add("CALSCALE", "GREGORIAN")
    for name, text in (
        ("NAME", feed.name),
        ("X-WR-CALNAME", feed.name),
        ("DESCRIPTION", feed.description),
        ("X-WR-CALDESC", feed.description),
    ):
        add_text(component, name, text)
    add_uri(component, "URL", feed.url)
    add_uri(component, "SOURCE", feed.source_url, VALUE="URI")
    component.add("REFRESH-INTERVAL", Text(REFRESH), {"VALUE": "DURATION"})
    component.add("X-PUBLISHED-TTL", Text(REFRESH))
    modified = [revision.last_modified for revision in revisions if revision.last_modified]
    if modified:
        component.add("LAST-MODIFIED", max(modified))
    if feed.colour:
        component.add("COLOR", Text(feed.colour))
    return component


def _zones(found: Iterable[Instance]) -> list[tuple[ZoneInfo, datetime]]:
    """Return the zones that times are written in, by name, with the first instant in each."""
    since: dict[str, tuple[ZoneInfo, datetime]] = {}
    for instance in found:
        for _, value in instance.times:
            if isinstance(value, datetime) and not is_utc(value):
                zone = instance.date.slot.zone
                _, known = since.get(str(zone), (zone, value))
                since[str(zone)] = zone, min(known, value, key=utc)
    return [since[name] for name in sorted(since)]


def _vevent(event: PublicEvent, instance: Instance) -> Component:
    date = instance.date
    component = Component()
    component.add("UID", Text(event.uid_of(date)))
    _add_revision(component, event.revision)
    for name, value in instance.times:
        component.add(name, value)
    component.add("STATUS", date.state.ical_status)
    add_text(component, "SUMMARY", titled(event, date.state))
    add_text(component, "DESCRIPTION", description(event, date))
    _add_place(component, event)
    add_uri(component, "URL", event.url_of(date))
    words = [event.category.name] + ([event.series.name] if event.series else [])
    component.add("CATEGORIES", [Text(line(word)) for word in words])
    if event.contact:
        component.add("ORGANIZER", mailbox(event.contact.name, event.contact.email))
    component.add("CLASS", "PUBLIC")
    component.add("TRANSP", "OPAQUE" if date.state.takes_place else "TRANSPARENT")
    _add_links(component, event, date)
    return component


def _add_revision(component: Component, revision: Revision) -> None:
    component.add("DTSTAMP", revision.stamp)
    if revision.created:
        component.add("CREATED", revision.created)
    if revision.last_modified:
        component.add("LAST-MODIFIED", revision.last_modified)
    component.add("SEQUENCE", revision.sequence)


def _add_place(component: Component, event: PublicEvent) -> None:
    add_text(component, "LOCATION", where_line(event))
    place = event.place if event.mode != "en ligne" else None
    if place and place.latitude is not None and place.longitude is not None:
        component.add("GEO", Geo((place.latitude, place.longitude)))


def _add_links(component: Component, event: PublicEvent, date: Occurrence) -> None:
    """Add where to connect (RFC 7986 §5.11) and the reports (RFC 9253 §8.2)."""
    if event.join_link and event.mode != "sur place" and date.state.takes_place:
        add_uri(
            component,
            "CONFERENCE",
            event.join_link,
            VALUE="URI",
            FEATURE="VIDEO",
            LABEL="Visioconférence",
        )
    for report in event.reports:
        label = f"Compte rendu\u00a0: {report.label}"
        add_uri(component, "LINK", report.url, VALUE="URI", LINKREL="related", LABEL=label)
