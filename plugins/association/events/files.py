"""The agenda for programs: calendars, feeds, tables."""

from collections.abc import Callable, Iterable, Iterator

from ..content.addresses import path_of
from ..content.entry import name_of
from ..pages.common import Term
from ..pages.page import FileToWrite
from . import feeds
from .agenda import Agenda
from .agenda_csv import agenda_csv
from .agenda_json import agenda_json
from .ics import Feed, calendar
from .ics_dates import instances
from .public_event import PublicEvent

# The colour that programs give the calendar: a name of CSS 3 (RFC 7986 §5.9).
_COLOUR = "indigo"
AGENDA = "agenda.ics"


def category_calendar(slug: str) -> str:
    """Return the path of the calendar of a category."""
    return f"agenda/categories/{slug}.ics"


def region_calendar(slug: str) -> str:
    """Return the path of the calendar of a region."""
    return f"agenda/regions/{slug}.ics"


def series_calendar(slug: str) -> str:
    """Return the path of the calendar of a series."""
    return f"agenda/series/{slug}.ics"


def practitioner_calendar(slug: str) -> str:
    """Return the path of the calendar of a practitioner."""
    return f"agenda/praticiens/{slug}.ics"


def event_calendar(slug: str) -> str:
    """Return the path of the calendar file of one event."""
    return f"{path_of('agenda', slug)}{slug}.ics"


def has_calendar(event: PublicEvent) -> bool:
    """Return whether an event has a day that a calendar can show, not only a month."""
    return any(instances(event))


def calendar_files(agenda: Agenda) -> Iterator[FileToWrite]:
    """Yield the calendars: all events, and those of each category, region, series and person."""
    events = agenda.public_events
    yield _calendar(agenda, AGENDA, "tout l’agenda", events.values())
    for slug, event in events.items():
        if has_calendar(event):
            yield _calendar(agenda, event_calendar(slug), event.title, [event])
    yield from _by_word(agenda, category_calendar, lambda event: event.category)
    yield from _by_word(agenda, region_calendar, lambda event: event.region)
    yield from _by_word(agenda, series_calendar, lambda event: event.series)
    for slug, theirs in agenda.context.events_of.items():
        name = name_of(agenda.context.content.practitioners[slug].written)
        led = [events[event_slug] for event_slug in sorted(event.slug for event in theirs)]
        yield _calendar(agenda, practitioner_calendar(slug), name, led)


def _by_word(
    agenda: Agenda, path: Callable[[str], str], word_of: Callable[[PublicEvent], Term | None]
) -> Iterator[FileToWrite]:
    groups: dict[str, tuple[Term, list[PublicEvent]]] = {}
    for event in agenda.public_events.values():
        word = word_of(event)
        if word is not None:
            groups.setdefault(word.slug, (word, []))[1].append(event)
    for word, of_word in groups.values():
        yield _calendar(agenda, path(word.slug), word.name, of_word)


def _calendar(
    agenda: Agenda, path: str, subject: str, events: Iterable[PublicEvent]
) -> FileToWrite:
    """Return one calendar; ``subject`` follows the association's short name in its title."""
    identity, addresses = agenda.context.identity, agenda.context.addresses
    feed = Feed(
        name=f"{identity.short_name} : {subject}",
        description=f"Agenda de l’{identity.name} : {subject}.",
        url=addresses.absolute("agenda/"),
        source_url=addresses.absolute(path),
        colour=_COLOUR,
    )
    return FileToWrite(path, calendar(feed, list(events)))


def feed_files(agenda: Agenda) -> Iterator[FileToWrite]:
    """Yield the feeds of the agenda, and the agenda as JSON and as a table."""
    addresses, name = agenda.context.addresses, agenda.context.identity.name
    events = feeds.latest(agenda.public_events.values())
    items = feeds.agenda_items(events)
    for path, write in (("agenda.atom", feeds.atom), ("agenda.feed.json", feeds.json_feed)):
        yield FileToWrite(path, write(feeds.head(agenda.context, "Agenda", "agenda/", path), items))
    yield FileToWrite("agenda.json", agenda_json(name, addresses.absolute("agenda/"), events))
    yield FileToWrite("agenda.csv", agenda_csv(events))
