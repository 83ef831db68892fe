"""Every page of the site."""

from collections.abc import Iterator

from ..events.agenda import Agenda
from ..events.calendar_pages import calendar_pages
from ..pages.context import Context
from ..pages.page import OutputPage, PageBuilder
from ..pages.site_view import Site
from ..people.certificate_pages import certificate_pages
from ..people.directory_pages import directory_pages
from .contribute_pages import contribute_pages
from .gone_pages import gone_pages
from .own_pages import own_pages
from .redirect_pages import redirect_pages
from .sections import SECTIONS
from .styles_page import styles_page
from .text_pages import text_pages
from .translations import translation_pages


def all_pages(context: Context, agenda: Agenda, site: Site) -> Iterator[OutputPage]:
    """Yield every page of the site."""
    builder = PageBuilder(context, site)
    yield from text_pages(builder, agenda)
    for section in SECTIONS.values():
        yield from section.pages(builder, agenda)
    yield from calendar_pages(builder, agenda)
    yield from directory_pages(builder)
    yield from translation_pages(builder)
    yield from certificate_pages(builder)
    yield from gone_pages(builder)
    yield from redirect_pages(builder)
    yield from contribute_pages(builder)
    yield from own_pages(builder)
    yield from styles_page(builder)
