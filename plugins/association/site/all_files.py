"""Every generated file of the site that is not a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from ..events.agenda import Agenda
from ..events.files import calendar_files, feed_files
from ..pages.context import Context
from ..pages.page import OutputFile, OutputPage
from ..pages.printed_file import KEY as PRINTED
from ..pages.printed_file import printed_files
from ..people.badge_files import badge_files
from ..people.files import directory_files
from .host_files import host_files
from .manifest import manifest
from .news import news_feed
from .response_feed import response_feed
from .search_answers import search_answers
from .sitemap import robots, sitemap

_READ_BY_FILES = ("filter_files", "list_to_write", PRINTED)


def for_files(page: OutputPage) -> OutputPage:
    """Return a page that is written with no more than the files below read of it.

    A site of thousands of people holds them in memory all together.
    """
    values = {name: page.values[name] for name in _READ_BY_FILES if name in page.values}
    return replace(page, head=replace(page.head, json_ld=Markup(), responses=None), values=values)


def without_files(page: OutputPage) -> dict[str, object]:
    """Return the values that the template of a page gets: without what files are made from."""
    return {name: value for name, value in page.values.items() if name not in _READ_BY_FILES}


def all_files(
    context: Context, agenda: Agenda, pages: Sequence[OutputPage]
) -> Iterator[OutputFile]:
    """Yield every file besides the pages, the documents and the theme.

    ``pages`` are all those of the site, whole or as ``for_files`` gives them.
    """
    addresses = context.addresses
    indexed = sorted(page.path for page in pages if page.head.index)
    yield OutputFile("sitemap.xml", sitemap(addresses.absolute(path) for path in indexed))
    yield OutputFile("robots.txt", robots(addresses.absolute("sitemap.xml")))
    identity = context.settings.identity
    names = identity.name, identity.short_name, identity.description
    yield OutputFile("manifest.webmanifest", manifest(*names, addresses.href))
    yield from calendar_files(agenda)
    yield from feed_files(agenda)
    yield news_feed(context)
    yield from response_feed(context)
    yield from badge_files(context)
    yield from (OutputFile(path, content) for path, content in context.pictures.files())
    yield from directory_files(context, pages)
    yield from printed_files(pages)
    yield search_answers(context, agenda, pages)
    yield from host_files(context)
