"""Every page of the site."""

from collections.abc import Callable, Iterator

from ..content.content_types import CONTENT_TYPES
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

Pages = Callable[[PageBuilder, Agenda], Iterator[OutputPage]]


def _without_agenda(pages: Callable[[PageBuilder], Iterator[OutputPage]]) -> Pages:
    return lambda builder, _agenda: pages(builder)


# What makes the pages of what editors write, with the folder that all of them are in.
_OF_CONTENT: tuple[tuple[str, Pages], ...] = (
    ("", text_pages),
    *((CONTENT_TYPES[name].section + "/", section.pages) for name, section in SECTIONS.items()),
    ("agenda/", calendar_pages),
    ("annuaire/", _without_agenda(directory_pages)),
    ("", _without_agenda(translation_pages)),
    ("certification/", _without_agenda(certificate_pages)),
)
_OF_SITE = (gone_pages, redirect_pages, contribute_pages, own_pages, styles_page)


def all_pages(context: Context, agenda: Agenda, site: Site) -> Iterator[OutputPage]:
    """Yield every page of the site."""
    builder = PageBuilder(context, site)
    for _, pages in _OF_CONTENT:
        yield from pages(builder, agenda)
    for pages_of_site in _OF_SITE:
        yield from pages_of_site(builder)


def some_pages(
    context: Context, agenda: Agenda, site: Site, wanted: frozenset[str]
) -> Iterator[OutputPage]:
    """Yield those of the pages of what editors write whose paths are ``wanted``, if there are."""
    builder = PageBuilder(context, site, wanted)
    left = set(wanted)
    for folder, pages in _OF_CONTENT:
        for page in pages(builder, agenda) if builder.wants_below(folder) else ():
            if page.path in left:
                yield page
                left.remove(page.path)
            if not left:
                return
