"""The dates of one category, region, series or practitioner: to come, and past."""

from collections.abc import Sequence

from ..content.entry import Event, Practitioner
from ..content.schema import Word
from ..pages.common import Link, Subscription
from ..pages.context import regions_of_event
from ..pages.windows import ALWAYS
from . import subscriptions
from .agenda import Agenda
from .calendar_view import PastLine, Selection
from .grid_pages import next_month_at_a_glance
from .occurrences import in_order, past, upcoming
from .page import agenda_line, once_one_is_past, once_past
from .public_event import ordinal
from .recurrence import Occurrence
from .series import Gap, with_gaps

# Beyond, a page is slow to load and nobody reads to its end; years and months have their pages.
_MOST_TO_COME = 100
_MOST_PAST = 50
# The dates whose months a page left unbuilt can still show at a glance.
_KNOWN_MONTHS = 4


def of_category(word: Word, agenda: Agenda) -> Selection:
    """Return the dates of a category."""
    events = [e for e in agenda.context.content.events.values() if e.written.category == word]
    calendar = subscriptions.category_subscription(word, agenda.context)
    return _selection(word.name, f"de la catégorie « {word.name} »", events, calendar, agenda)


def of_region(word: Word, agenda: Agenda) -> Selection:
    """Return the dates of a region; an event may have dates of its own elsewhere."""
    context = agenda.context
    events = [e for e in context.content.events.values() if word in regions_of_event(e, context)]
    there = [
        item
        for event in events
        for item in agenda.occurrences[event.slug]
        if word in agenda.regions_of(item)
    ]
    calendar = subscriptions.region_subscription(word, context)
    whose = f"de la région « {word.name} »"
    return _selection(word.name, whose, events, calendar, agenda, found=there)


def of_practitioner(person: Practitioner, agenda: Agenda) -> Selection:
    """Return the dates that a practitioner leads."""
    events = agenda.context.events_of[person.slug]
    calendar = subscriptions.practitioner_subscription(person, agenda.context)
    about = agenda.context.link(person)
    whose = f"animées par {about.label}"
    return _selection(about.label, whose, events, calendar, agenda, about=about)


def of_series(word: Word, agenda: Agenda) -> Selection:
    """Return the dates of a series, with the numbers that have no page and why."""
    events = [e for e in agenda.context.content.events.values() if e.written.series == word]
    calendar = subscriptions.series_subscription(word, agenda.context)
    return _selection(
        word.name, f"de la série « {word.name} »", events, calendar, agenda, series=word
    )


def _selection(
    name: str,
    whose: str,
    events: Sequence[Event],
    calendar: Subscription,
    agenda: Agenda,
    *,
    series: Word | None = None,
    about: Link | None = None,
    found: Sequence[Occurrence] | None = None,
) -> Selection:
    """Return a selection of events: all their dates, or those of them that are ``found``."""
    if found is None:
        found = [item for event in events for item in agenda.occurrences[event.slug]]
    asof = agenda.context.asof
    all_coming, all_over = upcoming(found, asof=asof), past(found, asof=asof)
    coming = all_coming[:_MOST_TO_COME]
    # A numbered series is shown whole: what matters there is which numbers are missing.
    is_numbered = any(event.written.number for event in events) if series else False
    over = all_over if is_numbered else all_over[:_MOST_PAST]
    lines = _with_gaps([*coming, *over], events if series else ())
    has_gap = any(isinstance(item, Gap) for item in lines)
    return Selection(
        name=name,
        lead=f"Toutes les dates {whose}, à venir et passées.",
        coming=tuple(agenda_line(item, agenda) for item in coming),
        nothing_to_come=once_past(all_coming, asof),
        past=tuple(_line(item, series, agenda) for item in lines),
        has_past=ALWAYS if has_gap else once_one_is_past(found, asof),
        subscription=calendar,
        months=next_month_at_a_glance(found, agenda, _KNOWN_MONTHS),
        has_later=len(coming) < len(all_coming),
        has_older=len(over) < len(all_over),
        gaps=series.gaps if series else "",
        about=about,
    )


def _with_gaps(found: Sequence[Occurrence], numbered: Sequence[Event]) -> list[Occurrence | Gap]:
    numbers = {event.slug: event.written.number for event in numbered if event.written.number}
    return with_gaps(in_order(found)[::-1], numbers)


def _line(item: Occurrence | Gap, series: Word | None, agenda: Agenda) -> PastLine:
    if isinstance(item, Occurrence):
        return PastLine(agenda_line(item, agenda))
    assert series is not None
    return PastLine(None, gap_in_words(item, series))


def gap_in_words(gap: Gap, series: Word) -> str:
    """Return « 5e », « 10e et 11e » or « 13e à 22e »."""
    first, last = ordinal(gap.first, series), ordinal(gap.last, series)
    if gap.first == gap.last:
        return first
    return f"{first} et {last}" if gap.last == gap.first + 1 else f"{first} à {last}"
