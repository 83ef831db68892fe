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
    dates: tuple[Occurrence, ...]
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

    def uid_of(self, date: Occurrence) -> str:
        """Return the UID of a date: its own for a further one of a list, else the event's.

        The first date keeps the event's, so that a list can grow from a single date; dates of a
        recurring event share it.
        """
        identity, _, domain = self.uid.rpartition("@")
        return f"{identity}.{date.key}@{domain}" if date.is_further else self.uid

    def url_of(self, date: Occurrence) -> str:
        """Return the full address of a date, on the page of the event."""
        return f"{self.url}#date-{date.key}" if date.is_one_of_many else self.url


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
        dates=occurrences(entry),
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
