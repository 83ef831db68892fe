"""How pages show among what a search finds: their kind, their date, their place.

Only what stays true is said there: a result may be read long after the build.
"""

from babel import Locale

from ..content.entry import AnyEntry
from .search_view import Found

KINDS = {
    "actualites": "Actualité",
    "agenda": "Rendez-vous",
    "capsules": "Capsule",
    "metiers": "Métier",
    "pages": "Page",
    "praticiens": "Praticien",
}
# A list of everything would be found by every name.
_LISTS = frozenset({"404", "plan-du-site"})


def found_entry(entry: AnyEntry) -> Found | None:
    """Return how an entry shows that says no more than its kind; None for what is not searched."""
    is_example = bool(getattr(entry.written, "example", False))
    return None if entry.slug in _LISTS else Found(KINDS[entry.folder], is_example=is_example)


def found_translation(entry: AnyEntry) -> Found:
    """Return how a translation shows: with its language, which no other result has."""
    kind = f"{KINDS[entry.folder]} en {Locale(entry.written.lang).get_language_name('fr')}"
    return Found(kind, is_example=entry.written.example)
