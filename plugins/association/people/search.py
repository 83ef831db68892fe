"""How a practitioner shows among what a search finds."""

from ..content.content_types import CONTENT_TYPES
from ..pages.search_view import Found
from .view import PublicPerson


def found_practitioner(person: PublicPerson) -> Found:
    """Return how a practitioner shows: with the place that the page itself shows."""
    name = CONTENT_TYPES["praticiens"].search_name
    return Found(name, where=person.place, is_example=person.is_example)
