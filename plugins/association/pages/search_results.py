"""Entries as search results: their kind, date and place.

Only what stays true is included: a result may be read long after the build.
"""

from babel import Locale

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from .search_result import SearchResult

# Every name would find a list of everything.
_LISTS = frozenset({"404", "plan-du-site"})


def entry_result(entry: AnyEntry) -> SearchResult | None:
    """Return a result that only names the kind of an entry; None for what is not indexed."""
    name = CONTENT_TYPES[entry.folder].search_name
    is_example = bool(getattr(entry.written, "example", False))
    return None if entry.slug in _LISTS else SearchResult(name, is_example=is_example)


def translation_result(entry: AnyEntry) -> SearchResult:
    """Return the result of a translation, with its language."""
    language = Locale(entry.written.lang).get_language_name("fr")
    name = f"{CONTENT_TYPES[entry.folder].search_name} en {language}"
    return SearchResult(name, is_example=entry.written.example)
