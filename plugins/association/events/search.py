"""How an event shows among what a search finds."""

from collections.abc import Sequence

from ..content.content_types import CONTENT_TYPES
from ..content.french_dates import day_in_words
from ..content.times import iso_utc
from ..pages.search_result import SearchResult
from .places import where
from .recurrence import Occurrence
from .view import EventPage


def event_result(page: EventPage) -> SearchResult:
    """Return how an event shows: with its dates, its place and its state."""
    event = page.public
    return SearchResult(
        CONTENT_TYPES["agenda"].search_name,
        _all_dates(event.dates)
        if event.is_one_of_many
        else page.dates_in_turn[0].value.dates.label,
        where(event.mode, event.places),
        event.state.label,
        max(iso_utc(date.slot.over_at) for date in event.dates),
        page.is_example,
    )


def _all_dates(dates: Sequence[Occurrence]) -> str:
    """Return « 6 dates, du 8 décembre 2026 au 11 mai 2027 »."""
    first, last = dates[0].slot.first_day, dates[-1].slot.first_day
    return f"{len(dates)} dates, du {day_in_words(first)} au {day_in_words(last)}"
