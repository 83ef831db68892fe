"""How a practitioner shows among what a search finds."""

from ..pages.search_entry import KINDS
from ..pages.search_view import Found
from .view import PublicPerson


def found_practitioner(person: PublicPerson) -> Found:
    """Return how a practitioner shows: with the place that the page itself shows."""
    return Found(KINDS["praticiens"], where=person.place, is_example=person.is_example)
