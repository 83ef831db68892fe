"""How an event shows among what a search finds."""

from ..content.entry import Event
from ..content.french_dates import day_in_words
from ..pages.context import iso_utc
from ..pages.search_entry import KINDS
from ..pages.search_view import Found
from .agenda import Agenda
from .occurrences import in_order
from .places import where
from .recurrence import Occurrence
from .view import EventPage


def found_event(event: Event, page: EventPage, agenda: Agenda) -> Found:
    """Return how an event shows: with its dates, its place and its state."""
    found = in_order(agenda.occurrences[event.slug])
    return Found(
        KINDS["agenda"],
        page.dates.label if len(found) == 1 else _all_dates(found),
        where(page.public.mode, page.public.place),
        page.public.state.label,
        max(iso_utc(item.slot.over_at) for item in found),
        page.is_example,
    )


def _all_dates(found: list[Occurrence]) -> str:
    """Return « 6 dates, du 8 décembre 2026 au 11 mai 2027 »."""
    first, last = found[0].slot.first_day, found[-1].slot.first_day
    return f"{len(found)} dates, du {day_in_words(first)} au {day_in_words(last)}"
