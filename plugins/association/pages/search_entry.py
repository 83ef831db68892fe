"""How pages show among what a search finds: their kind, their date, their place.

Only what stays true is said there: a result may be read long after the build.
"""

from babel import Locale

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry
from .search_view import Found

# A list of everything would be found by every name.
_LISTS = frozenset({"404", "plan-du-site"})


def found_entry(entry: AnyEntry) -> Found | None:
    """Return how an entry shows that says no more than its kind; None for what is not searched."""
    name = CONTENT_TYPES[entry.folder].search_name
    is_example = bool(getattr(entry.written, "example", False))
    return None if entry.slug in _LISTS else Found(name, is_example=is_example)


def found_translation(entry: AnyEntry) -> Found:
    """Return how a translation shows: with its language, which no other result has."""
    language = Locale(entry.written.lang).get_language_name("fr")
    name = f"{CONTENT_TYPES[entry.folder].search_name} en {language}"
    return Found(name, is_example=entry.written.example)
