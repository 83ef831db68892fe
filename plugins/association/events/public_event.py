"""An event as calendars, feeds and structured data know it: public fields, full addresses. Pure.

The frontier of these outputs: a field that is not named here reaches none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..content.entry import Entry
from ..content.event import WrittenPlace, WrittenRecurrence, WrittenRegistration
from ..content.event_states import EventState, state_of
from ..content.revisions import Revision, identity_of
from ..content.schema import Word, WrittenEvent
from ..content.times import Slot
from ..pages.common import Link
from .occurrences import occurrences
from .recurrence import Occurrence, first_slot


@dataclass(frozen=True)
class Contact:
    """Who answers for the calendar: the association and its secretariat's public address."""

    name: str
    email: str


@dataclass(frozen=True)
class EventDate:
    """One date of an event.

    ``uid`` is its own for a single event and for a date of a list; dates of a recurring event
    share theirs. ``url`` leads to this date on the page of the event.
    """

    uid: str
    url: str
    slot: Slot
    state: EventState
    reason: str
    was: Slot | None

    @property
    def announced(self) -> Slot:
        """The slot first announced."""
        return self.was or self.slot


@dataclass(frozen=True)
class CalendarEvent:
    """What leaves of an event; all addresses are full.

    ``uid`` never changes (RFC 7986 §5.3). ``first`` is the slot that ``recurrence`` repeats;
    ``dates`` are all its dates, soonest first, each with its state.
    """

    uid: str
    url: str
    title: str
    summary: str
    lang: str
    state: EventState
    reason: str
    first: Slot
    dates: tuple[EventDate, ...]
    recurrence: WrittenRecurrence | None
    category: Word
    series: Word | None
    number: int | None
    mode: str
    place: WrittenPlace | None
    join_link: str
    registration: WrittenRegistration | None
    organizers: tuple[str, ...]
    speakers: tuple[Link, ...]
    guests: tuple[str, ...]
    reports: tuple[Link, ...]
    image: str
    revision: Revision
    contact: Contact | None

    @property
    def is_one_of_many(self) -> bool:
        """Whether it has several dates."""
        return len(self.dates) > 1


def calendar_event(
    entry: Entry[WrittenEvent],
    revision: Revision,
    *,
    url: str,
    site_url: str,
    speakers: Sequence[Link] = (),
    reports: Sequence[Link] = (),
    image: str = "",
    contact: Contact | None = None,
) -> CalendarEvent:
    """Return what calendars know of an event.

    ``url`` is the full address of its page, ``site_url`` the production site's, whose host makes
    the UID unique; ``speakers`` and ``reports`` carry full addresses too.
    """
    written = entry.written
    identity = identity_of(entry.slug, written.uid)
    domain = urlsplit(site_url).hostname or "localhost"
    return CalendarEvent(
        uid=f"{identity}@{domain}",
        url=url,
        title=written.title,
        summary=written.summary,
        lang=written.lang,
        state=state_of(written),
        reason=written.reason or "",
        first=first_slot(written),
        dates=tuple(_date(item, identity, domain, url) for item in occurrences(entry)),
        recurrence=written.recurrence,
        category=written.category,
        series=written.series,
        number=written.number,
        mode=written.mode,
        place=written.place,
        join_link=written.join_link or "",
        registration=written.registration,
        organizers=written.organizers,
        speakers=tuple(speakers),
        guests=written.guests,
        reports=tuple(reports),
        image=image,
        revision=revision,
        contact=contact,
    )


def _date(item: Occurrence, identity: str, domain: str, url: str) -> EventDate:
    """Return one date; a further date of a list is named after the day first announced.

    The first date keeps the event's own UID, so that a list can grow from a single date.
    """
    return EventDate(
        uid=f"{identity}.{item.key}@{domain}" if item.is_further else f"{identity}@{domain}",
        url=f"{url}#date-{item.key}" if item.is_one_of_many else url,
        slot=item.slot,
        state=item.state,
        reason=item.reason,
        was=item.was,
    )
