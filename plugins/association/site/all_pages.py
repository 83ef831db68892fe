"""Every page of the site."""

from collections.abc import Iterator

from ..events.agenda import Agenda
from ..events.calendar_pages import calendar_pages
from ..pages.context import Context
from ..pages.page import Book, PageToWrite
from ..pages.site_view import Site
from ..people.certificate_pages import certificate_pages
from ..people.directory_pages import directory_pages
from .contribute_pages import contribute_pages
from .gone_pages import gone_pages
from .moved import moved_pages
from .own_pages import own_pages
from .sections import SECTIONS
from .styles_page import styles_page
from .text_pages import text_pages
from .translations import translation_pages


def all_pages(context: Context, agenda: Agenda, site: Site) -> Iterator[PageToWrite]:
    """Yield every page of the site."""
    book = Book(context, site)
    yield from text_pages(book, agenda)
    for section in SECTIONS.values():
        yield from section.pages(book, agenda)
    yield from calendar_pages(book, agenda)
    yield from directory_pages(book)
    yield from translation_pages(book)
    yield from certificate_pages(book)
    yield from gone_pages(book)
    yield from moved_pages(book)
    yield from contribute_pages(book)
    yield from own_pages(book)
    yield from styles_page(book)
