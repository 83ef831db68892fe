"""How a news item shows among what a search finds."""

from ..pages.search_entry import KINDS
from ..pages.search_view import Found
from .news_view import NewsPage


def found_news(item: NewsPage) -> Found:
    """Return how a news item shows: with its day."""
    return Found(KINDS["actualites"], item.card.date.label, is_example=item.card.is_example)
