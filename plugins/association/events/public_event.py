"""An event as all that leaves the site knows it: pages, calendars, feeds, tables, JSON. Pure.

The frontier of these outputs: a field that is not named here reaches none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from ..content.addresses import Addresses, path_of
from ..content.entry import Event
from ..content.event import WrittenRegistration
from ..content.event_parts import EACH_DATE
from ..content.event_states import EventState, state_of
from ..content.moments import When, first_day, last_day
from ..content.revisions import Revision, identity_of
from ..content.schema import Word, WrittenEvent
from ..content.times import Slot
from ..pages.common import Link, Term
from .addresses import category_term, series_term
from .occurrences import occurrences
from .places import EventPlace, place
from .recurrence import Occurrence, Recurrence, first_slot, recurrence_of
from .sessions import Session, sessions


@dataclass(frozen=True)
class Contact:
    """Who answers for the calendar: the association and its secretariat's public address."""

    name: str
    email: str


@dataclass(frozen=True)
class PublicRegistration:
    """How to register: texts are ``""``, the others None when unknown.

    ``waiting_link`` or ``waiting_words`` say how to wait for a seat. ``days_before`` is how long
    before each date registration closes, None where it closes once.
    """

    link: str
    deadline: When | None
    seats: int | None
    price: Decimal | None
    currency: str
    conditions: str
    waiting_link: str = ""
    waiting_words: str = ""
    days_before: int | None = None


@dataclass(frozen=True)
class EventPicture:
    """The picture of an event: its full address and its text alternative."""

    url: str
    alt: str


@dataclass(frozen=True)
class PublicEvent:
    """What leaves of an event; addresses are full, but for the pages of its words.

    ``uid`` never changes (RFC 7986 §5.3). ``first`` is the slot that ``recurrence`` repeats;
    ``dates`` are all its dates, soonest first, each with its state. ``ordinal`` is « 12e journée de
    rencontre », the series' name without a number, or ``""``. ``places`` are those of dates
    that have none of their own, people meet at the first; ``regions`` are those of any date.
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
    recurrence: Recurrence | None
    category: Term
    series: Term | None
    number: int | None
    ordinal: str
    mode: str
    is_full: bool
    places: tuple[EventPlace, ...]
    regions: tuple[Term, ...]
    programme: tuple[Session, ...]
    join_link: str
    registration: PublicRegistration | None
    organizers: tuple[str, ...]
    speakers: tuple[Link, ...]
    guests: tuple[str, ...]
    picture: EventPicture | None
    reports: tuple[Link, ...]
    revision: Revision
    contact: Contact | None

    @property
    def is_one_of_many(self) -> bool:
        """Whether it has several dates."""
        return len(self.dates) > 1

    def places_of(self, date: Occurrence) -> tuple[EventPlace, ...]:
        """Return where a date takes place."""
        return (date.own_place,) if date.own_place else self.places

    def programme_of(self, date: Occurrence) -> tuple[Session, ...]:
        """Return the programme of a date, nothing where nobody should come."""
        return (date.own_programme or self.programme) if date.state.takes_place else ()

    def uid_of(self, date: Occurrence) -> str:
        """Return the UID of a date: its own for a further one of a list, else the event's.

        The first date keeps the event's, so that a list can grow from a single date; dates of a
        recurring event share it.
        """
        return self.own_uid_of(date) if date.is_further else self.uid

    def own_uid_of(self, date: Occurrence) -> str:
        """Return the UID that a date has apart from its event's."""
        identity, _, domain = self.uid.rpartition("@")
        return f"{identity}.{date.key}@{domain}"

    def join_link_of(self, date: Occurrence) -> str:
        """Return where to connect to a date, ``""`` when nobody should or nobody can."""
        joins = self.mode != "sur place" and date.state.takes_place
        return self.join_link if joins else ""

    def url_of(self, date: Occurrence) -> str:
        """Return the full address of a date, on the page of the event."""
        return f"{self.url}#date-{date.key}" if date.is_one_of_many else self.url


def public_event(
    event: Event,
    revision: Revision,
    addresses: Addresses,
    *,
    regions: Sequence[Term] = (),
    speakers: Sequence[Link] = (),
    picture: EventPicture | None = None,
    reports: Sequence[Link] = (),
    contact: Contact | None = None,
) -> PublicEvent:
    """Return what is published of an event.

    The host of ``addresses``, those of the production site, makes the UID unique; ``speakers``,
    ``picture`` and ``reports`` carry full addresses.
    """
    written = event.written
    domain = urlsplit(addresses.site_url).hostname or "localhost"
    return PublicEvent(
        uid=f"{identity_of(event.slug, written.uid)}@{domain}",
        url=addresses.absolute(path_of(event.folder, event.slug)),
        title=written.title,
        summary=written.summary,
        lang=written.lang,
        state=state_of(written),
        reason=written.reason or "",
        first=first_slot(written),
        dates=occurrences(event),
        recurrence=recurrence_of(written),
        category=category_term(written.category, addresses),
        series=series_term(written.series, addresses) if written.series else None,
        number=written.number,
        ordinal=_in_series(written),
        mode=written.mode,
        is_full=written.is_full,
        places=tuple(map(place, written.all_places)),
        regions=tuple(regions),
        programme=sessions(written.programme),
        join_link=written.join_link or "",
        registration=_registration(written, written.registration) if written.registration else None,
        organizers=written.organizers,
        speakers=tuple(speakers),
        guests=written.guests,
        picture=picture,
        reports=tuple(reports),
        revision=revision,
        contact=contact,
    )


def _registration(event: WrittenEvent, written: WrittenRegistration) -> PublicRegistration:
    waiting = written.waiting_list or ""
    is_link = waiting.startswith(("http:", "https:"))
    before = first_day(event.start) - last_day(written.deadline) if written.deadline else None
    return PublicRegistration(
        link=written.link or "",
        deadline=written.deadline,
        seats=written.seats,
        price=written.price,
        currency=written.currency,
        conditions=written.conditions or "",
        waiting_link=waiting if is_link else "",
        waiting_words="" if is_link else waiting,
        days_before=before.days if before and written.deadline_for == EACH_DATE else None,
    )


def _in_series(event: WrittenEvent) -> str:
    if event.series is None:
        return ""
    if event.number is None:
        return event.series.name
    return f"{ordinal(event.number, event.series)} {event.series.singular}"


def ordinal(number: int, series: Word) -> str:
    """Return « 1re », « 1er » or « 12e »."""
    if number == 1:
        return "1er" if series.gender == "m" else "1re"
    return f"{number}e"
