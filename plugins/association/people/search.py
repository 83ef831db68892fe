"""How a practitioner shows among what a search finds."""

from ..pages.search_entry import KINDS
from ..pages.search_view import Found
from .view import PractitionerPage


def found_practitioner(person: PractitionerPage) -> Found:
    """Return how a practitioner shows: with the place that the page itself shows."""
    return Found(KINDS["praticiens"], where=person.card.place, is_example=person.card.is_example)
