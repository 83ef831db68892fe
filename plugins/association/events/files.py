"""The agenda for programs: calendars, feeds, tables."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from ..content.addresses import path_of
from ..content.entry import name_of
from ..content.times import Slot
from ..core.zone import time_zone_rules, today
from ..pages.common import Term
from ..pages.page import OutputFile
from . import feeds
from .agenda import Agenda
from .agenda_csv import agenda_csv
from .agenda_json import agenda_json
from .ics_dates import instances
from .ics_feed import Feed
from .ics_reach import Reach
from .public_event import PublicEvent

# The colour that programs give the calendar: a name of CSS 3 (RFC 7986 §5.9).
_COLOUR = "indigo"
AGENDA = "agenda.ics"
WHOLE_AGENDA = "agenda/tout.ics"
_WHAT_IT_HOLDS = "Les douze derniers mois, et tout ce qui est à venir."
_WHAT_IT_HOLDS_IF_BOUNDED = (
    "Les dates les plus proches d’aujourd’hui, passées ou à venir : les autres n’y tiennent pas, "
    "elles sont dans le calendrier {whole}."
)
# A megabyte, at which programs cut, less the head and the zones.
_HEAVIEST = 950_000


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


def reminding(path: str) -> str:
    """Return the path of the same calendar with reminders."""
    return "agenda/rappels.ics" if path == AGENDA else f"{path.removesuffix('.ics')}-rappels.ics"


def has_calendar(event: PublicEvent) -> bool:
    """Return whether an event has a day that a calendar can show, not only a month."""
    return any(instances(event))


def calendar_files(agenda: Agenda) -> Iterator[OutputFile]:
    """Yield the calendars.

    Subscriptions (all events, and those of each category, region, series and person) hold the last
    twelve months and all to come, of these the nearest where they are too many, for programs cut or
    refuse a feed of a megabyte; one file holds everything, and one each event. Each but that of
    everything has a twin that reminds of each date.
    """
    events = agenda.public_events
    yield from _subscription(agenda, AGENDA, "tout l’agenda", events.values())
    name = "tout l’agenda depuis le début"
    yield _calendar(agenda, WHOLE_AGENDA, name, events.values(), None)
    for slug, event in events.items():
        if has_calendar(event):
            yield from _both(agenda, event_calendar(slug), event.title, [event], None)
    yield from _by_word(agenda, category_calendar, lambda event: [event.category])
    yield from _by_word(agenda, region_calendar, lambda event: event.regions)
    yield from _by_word(
        agenda, series_calendar, lambda event: [event.series] if event.series else []
    )
    for slug, theirs in agenda.context.events_of.items():
        name = name_of(agenda.context.content.practitioners[slug].written)
        led = [events[event_slug] for event_slug in sorted(event.slug for event in theirs)]
        yield from _subscription(agenda, practitioner_calendar(slug), name, led)


def _by_word(
    agenda: Agenda, path: Callable[[str], str], words_of: Callable[[PublicEvent], Iterable[Term]]
) -> Iterator[OutputFile]:
    groups: dict[str, tuple[Term, list[PublicEvent]]] = {}
    for event in agenda.public_events.values():
        for word in words_of(event):
            groups.setdefault(word.slug, (word, []))[1].append(event)
    for word, of_word in groups.values():
        yield from _subscription(agenda, path(word.slug), word.name, of_word)


def _subscription(
    agenda: Agenda, path: str, subject: str, events: Iterable[PublicEvent]
) -> Iterator[OutputFile]:
    asof = agenda.context.asof
    reach = Reach(_a_year_before(today(asof)), asof, _HEAVIEST)
    yield from _both(agenda, path, subject, list(events), reach)


def _both(
    agenda: Agenda,
    path: str,
    subject: str,
    events: Collection[PublicEvent],
    reach: Reach | None,
) -> Iterator[OutputFile]:
    """Yield a calendar and its twin with reminders."""
    yield _calendar(agenda, path, subject, events, reach)
    subject = f"{subject}, avec un rappel la veille"
    yield _calendar(agenda, reminding(path), subject, events, reach, with_reminders=True)


def _a_year_before(day: date) -> datetime:
    """Return the midnight, in Paris, of the same day of the year before."""
    return Slot(day - relativedelta(years=1)).starts_at


def _calendar(
    agenda: Agenda,
    path: str,
    subject: str,
    events: Iterable[PublicEvent],
    reach: Reach | None,
    *,
    with_reminders: bool = False,
) -> OutputFile:
    """Return one calendar, without what is out of reach.

    ``subject`` follows the association's short name in its title.
    """
    identity, addresses = agenda.context.settings.identity, agenda.context.addresses
    said = f"Agenda de l’{identity.name} : {subject}."
    whole = _WHAT_IT_HOLDS_IF_BOUNDED.format(whole=addresses.absolute(WHOLE_AGENDA))
    feed = Feed(
        name=f"{identity.short_name} : {subject}",
        description=f"{said} {_WHAT_IT_HOLDS}" if reach else said,
        url=addresses.absolute("agenda/"),
        source_url=addresses.absolute(path),
        colour=_COLOUR,
        with_reminders=with_reminders,
        description_if_bounded=f"{said} {whole}",
    )
    listed = list(events)
    inputs = [agenda.inputs_of_event[event.url] for event in listed]
    limits = repr((reach.since, reach.heaviest)) if reach else ""
    content = agenda.context.results.get_or_compute(
        ("calendar", time_zone_rules(), repr(feed), limits, *inputs),
        lambda: _of_any_instant(feed, listed, reach),
    )
    return OutputFile(path, content or _of_this_instant(feed, listed, reach))


def _of_any_instant(feed: Feed, events: Sequence[PublicEvent], reach: Reach | None) -> bytes | None:
    from .ics import calendar_of_any_instant  # noqa: PLC0415 — slow to load, and mostly kept

    return calendar_of_any_instant(feed, events, reach)


def _of_this_instant(feed: Feed, events: Sequence[PublicEvent], reach: Reach | None) -> bytes:
    from .ics import calendar  # noqa: PLC0415 — as above

    return calendar(feed, events, reach)


def feed_files(agenda: Agenda) -> Iterator[OutputFile]:
    """Yield the feeds of the agenda, and the agenda as JSON and as a table."""
    addresses, name = agenda.context.addresses, agenda.context.settings.identity.name
    events = feeds.latest(agenda.public_events.values())
    items = feeds.agenda_items(events)
    for path, write in (("agenda.atom", feeds.atom), ("agenda.feed.json", feeds.json_feed)):
        yield OutputFile(path, write(feeds.head(agenda.context, "Agenda", "agenda/", path), items))
    yield OutputFile("agenda.json", agenda_json(name, addresses.absolute("agenda/"), events))
    yield OutputFile("agenda.csv", agenda_csv(events))
