"""How a practitioner shows among what a search finds."""

from ..content.content_types import CONTENT_TYPES
from ..pages.search_result import SearchResult
from .view import PublicPerson


def practitioner_result(person: PublicPerson) -> SearchResult:
    """Return how a practitioner shows: with the place that the page itself shows."""
    name = CONTENT_TYPES["praticiens"].search_name
    return SearchResult(name, where=person.place, is_example=person.is_example)
