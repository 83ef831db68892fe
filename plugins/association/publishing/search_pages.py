"""The page of the search. What is searched: ``found``; the index itself: ``finishing``."""

from collections.abc import Iterator
from dataclasses import replace

from .book import Book, PageToWrite, Place
from .site import plan

PATH = "recherche/"
_TITLE = "Rechercher"
_LEAD = "Un nom, une ville, un thème : un mot suffit. Le plan du site mène aussi à chaque page."


def search_pages(book: Book) -> Iterator[PageToWrite]:
    """Yield the page of the search; other search engines have no use for it."""
    values = {"groups": plan(book.house)}
    page = book.page("chercher", PATH, (_TITLE, _LEAD), values, Place((book.home,)), section="")
    yield replace(page, head=replace(page.head, index=False))
