"""Calendars for calendar programs: iCalendar (RFC 5545, 7986 and 9253). Pure: events to bytes.

No METHOD: without it, DTSTAMP is the last revision (RFC 5545 §3.8.7.2), so that a feed whose
events did not change is the same to the byte. Alarms are the reader's own business,
but in the one calendar that is subscribed to for them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar
from icalendar import Event as Component
from icalendar.timezone import is_utc

from ..content.revisions import Revision
from ..content.times import utc
from ..core.media_types import media_type
from ..core.zone import PARIS
from .ics_dates import Instance, instances
from .ics_feed import Feed
from .ics_reach import Reach
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
_SECOND = timedelta(seconds=1)
_END = b"END:VCALENDAR\r\n"
_END_OF_EVENT = b"END:VEVENT\r\n"
_DAY_BEFORE = timedelta(days=-1)
_MORNING_BEFORE = timedelta(hours=-15)


def calendar(feed: Feed, events: Sequence[PublicEvent], reach: Reach | None = None) -> bytes:
    """Return the feed of the events, in their order; those known by their month are left out.

    What is out of ``reach`` is left out too. Without any event it defines the zone of Paris, for a
    calendar has one component at least (RFC 5545 §3.6).
    """
    shown = [(event, one) for event in events for one in _components(event)]
    if reach:
        recent = reach.recent(one for _, one in shown)
        held = reach.bounded(recent)
        shown = [(event, one) for event, one in shown if one in held]
        if len(held) < len(recent):
            feed = replace(feed, description=feed.description_if_bounded)
    head: bytes = _head(feed, [_revision(event) for event, _ in shown])
    components = [component for _, component in shown]
    zones = _zones(components) if components else [(PARIS, _RECENTLY, _RECENTLY)]
    definitions = [vtimezone(zone, first, last) for zone, first, last in zones]
    vevents = [one.text_with_reminder if feed.with_reminders else one.text for one in components]
    return b"".join((head.removesuffix(_END), *definitions, *vevents, _END))


def calendar_of_any_instant(
    feed: Feed, events: Sequence[PublicEvent], reach: Reach | None
) -> bytes | None:
    """Return the feed, or None where what it holds depends on the instant, ``reach.now``.

    Its ``since`` alone decides, unless what is recent is too heavy.
    """
    if reach:
        recent = reach.recent(one for event in events for one in _components(event))
        if sum(one.weight for one in recent) > reach.heaviest:
            return None
    return calendar(feed, events, reach)


@dataclass(frozen=True)
class _Component:
    """A VEVENT written: ``starts_at`` and ``over_at`` are the UTC ends of all that it says.

    ``reminder`` is its VALARM, ``b""`` for what does not take place.
    """

    text: bytes
    reminder: bytes
    zone: ZoneInfo | None
    starts_at: datetime
    over_at: datetime

    @property
    def weight(self) -> int:
        """The bytes with the reminder, for a calendar and its twin to hold the same."""
        return len(self.text) + len(self.reminder)

    @property
    def text_with_reminder(self) -> bytes:
        """The VEVENT with its VALARM inside."""
        return self.text.removesuffix(_END_OF_EVENT) + self.reminder + _END_OF_EVENT


# An event stands in several calendars and is the same in each.
@lru_cache(maxsize=16384)
def _components(event: PublicEvent) -> tuple[_Component, ...]:
    return tuple(_component(event, instance) for instance in instances(event))


def _component(event: PublicEvent, instance: Instance) -> _Component:
    first = instance.date.slot
    text: bytes = _vevent(event, instance).to_ical(sorted=False)
    has_zone = first.is_timed and not is_utc(first.starts_at)
    zone = first.zone if has_zone else None
    reminder = _reminder(event, instance) if instance.date.state.takes_place else b""
    return _Component(text, reminder, zone, utc(first.starts_at), utc(instance.last.over_at))


def _reminder(event: PublicEvent, instance: Instance) -> bytes:
    """Return the alarm (RFC 5545 §3.6.6): the day before at the same hour, at 9 for a whole day."""
    component = Alarm()
    component.add("ACTION", "DISPLAY")
    component.add("TRIGGER", _DAY_BEFORE if instance.date.slot.is_timed else _MORNING_BEFORE)
    add_text(component, "DESCRIPTION", titled(event, instance.date.state))
    written: bytes = component.to_ical(sorted=False)
    return written


def _head(feed: Feed, revisions: Sequence[Revision]) -> bytes:
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
    written: bytes = component.to_ical(sorted=False)
    return written


def _zones(found: Iterable[_Component]) -> list[tuple[ZoneInfo, datetime, datetime]]:
    """Return the zones that times are written in, by name, with the first and the last instant."""
    used: dict[str, tuple[ZoneInfo, datetime, datetime]] = {}
    for one in found:
        if one.zone is not None:
            name = str(one.zone)
            _, since, until = used.get(name, (one.zone, one.starts_at, one.over_at))
            used[name] = one.zone, min(since, one.starts_at), max(until, one.over_at)
    return [used[name] for name in sorted(used)]


def _vevent(event: PublicEvent, instance: Instance) -> Component:
    date = instance.date
    component = Component()
    component.add("UID", Text(instance.uid))
    _add_revision(component, _revision(event))
    for name, value in instance.times:
        component.add(name, value)
    component.add("STATUS", date.state.ical_status)
    add_text(component, "SUMMARY", titled(event, date.state))
    add_text(component, "DESCRIPTION", description(event, date))
    _add_place(component, event, date)
    add_uri(component, "URL", event.url_of(date))
    words = [event.category.name] + ([event.series.name] if event.series else [])
    component.add("CATEGORIES", [Text(line(word)) for word in words])
    if event.contact:
        component.add("ORGANIZER", mailbox(event.contact.name, event.contact.email))
    component.add("CLASS", "PUBLIC")
    component.add("TRANSP", "OPAQUE" if date.state.takes_place else "TRANSPARENT")
    _add_links(component, event, date)
    return component


def _revision(event: PublicEvent) -> Revision:
    """Return what programs are told of the changes of an event.

    Rules were once written with RECURRENCE-ID. One revision more, a second later, makes programs
    that compare SEQUENCE or LAST-MODIFIED read them anew: none keeps an old exception beside the
    event that it became.
    """
    known = event.revision
    if event.recurrence is None:
        return known
    modified = known.last_modified + _SECOND if known.last_modified else None
    return replace(known, sequence=known.sequence + 1, last_modified=modified)


def _add_revision(component: Component, revision: Revision) -> None:
    component.add("DTSTAMP", revision.stamp)
    if revision.created:
        component.add("CREATED", revision.created)
    if revision.last_modified:
        component.add("LAST-MODIFIED", revision.last_modified)
    component.add("SEQUENCE", revision.sequence)


def _add_place(component: Component, event: PublicEvent, date: Occurrence) -> None:
    """Add where: the places, with the first one's position as all programs and Apple's read it.

    Online it is the link to join, which programs make a button of.
    """
    is_online = event.mode == "en ligne"
    joins = event.join_link_of(date) if is_online else ""
    add_text(component, "LOCATION", joins or where_line(event, date))
    place = next(iter(event.places_of(date)), None)
    if is_online or place is None or place.latitude is None or place.longitude is None:
        return
    position = Geo((place.latitude, place.longitude))
    component.add("GEO", position)
    add_uri(
        component,
        "X-APPLE-STRUCTURED-LOCATION",
        f"geo:{position.to_ical().replace(';', ',')}",
        **{
            "VALUE": "URI",
            "X-ADDRESS": ", ".join(map(line, place.lines)),
            "X-APPLE-RADIUS": "100",
            "X-TITLE": line(place.name) or line(place.city),
        },
    )


def _add_links(component: Component, event: PublicEvent, date: Occurrence) -> None:
    """Add the picture and where to connect (RFC 7986 §5.10, §5.11), the reports (RFC 9253 §8.2)."""
    if event.picture:
        kind = media_type(event.picture.url)
        add_uri(component, "IMAGE", event.picture.url, VALUE="URI", DISPLAY="BADGE", FMTTYPE=kind)
    joins = event.join_link_of(date)
    if joins:
        add_uri(
            component,
            "CONFERENCE",
            joins,
            VALUE="URI",
            FEATURE="VIDEO",
            LABEL="Visioconférence",
        )
    for report in event.reports:
        label = f"Compte rendu\u00a0: {report.label}"
        add_uri(component, "LINK", report.url, VALUE="URI", LINKREL="related", LABEL=label)
