"""How a news item shows among what a search finds."""

from ..content.content_types import CONTENT_TYPES
from ..pages.search_view import Found
from .news_view import NewsPage


def found_news(item: NewsPage) -> Found:
    """Return how a news item shows: with its day."""
    name = CONTENT_TYPES["actualites"].search_name
    return Found(name, item.card.date.label, is_example=item.card.is_example)
