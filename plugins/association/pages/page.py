"""Building pages: the head, breadcrumbs and neighbours that all kinds of page share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from ..content.addresses import path_of
from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry, Page, lead_of, title_of
from ..content.french_dates import day_in_words
from ..content.schema import WrittenEntry, WrittenImage, WrittenNews, WrittenPage
from ..core.zone import today
from ..hosting.policies import policy_in_page
from ..pictures.decoding import is_raster
from . import jsonld
from .common import Link
from .context import Context
from .languages import versions
from .picture_places import TEXT
from .responses import response_nodes, responses_to
from .search_result import SearchResult
from .search_results import entry_result
from .site_view import PageHead, Site, TextPage

E = TypeVar("E", bound=AnyEntry)

_SOCIAL_CARD = "theme/images/carte-sociale.png"


@dataclass(frozen=True)
class OutputPage:
    """A page: its path on the site, its head, and what its template receives besides.

    ``summary_label`` is the plural under which the summary of a build counts it.
    """

    path: str
    head: PageHead
    values: Mapping[str, object]
    summary_label: str


@dataclass(frozen=True)
class OutputFile:
    """A file: its path on the site and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Placement:
    """The place of a page in the site: its parents, its neighbours in a list, its structured data.

    ``search_result`` is that of an entry, if it says more than the content type.
    """

    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    nodes: tuple[jsonld.Node, ...] = ()
    search_result: SearchResult | None = None

    def with_json_ld(self, *nodes: jsonld.Node) -> "Placement":
        """Return the same placement with these nodes of structured data."""
        return replace(self, nodes=nodes)

    def with_result(self, found: SearchResult) -> "Placement":
        """Return the same placement with a search result."""
        return replace(self, search_result=found)


@dataclass(frozen=True)
class PageBuilder:
    """Builds pages from the context and the site.

    ``wanted`` are the paths of the only pages that are asked for, None for all: others may be left
    out where that saves time.
    """

    context: Context
    site: Site
    wanted: frozenset[str] | None = None

    def wants(self, path: str) -> bool:
        """Return whether the page at a path of the site is asked for."""
        return self.wanted is None or path in self.wanted

    def wants_entry(self, entry: AnyEntry) -> bool:
        """Return whether the page of an entry is asked for."""
        return self.wants(path_of(entry.folder, entry.slug))

    def wants_below(self, folder: str) -> bool:
        """Return whether a page whose path begins with ``folder`` is asked for."""
        return self.wanted is None or any(path.startswith(folder) for path in self.wanted)

    @property
    def origin(self) -> str:
        """The scheme and the host of the site, to put before root-relative addresses."""
        return self.context.addresses.origin

    def absolute(self, entry: AnyEntry) -> str:
        """Return the full address of an entry's page."""
        return self.context.absolute(entry)

    @property
    def home(self) -> Link:
        """The link to the home page."""
        return Link("Accueil", self.context.addresses.href(""))

    def breadcrumbs_under(self, slug: str, *further: Link) -> tuple[Link, ...]:
        """Return the breadcrumbs of a page below the list page ``slug``."""
        page = self.context.content.pages[slug]
        words = page.written.menu_title or page.written.title
        return self.home, Link(words, self.context.url(page)), *further

    def with_neighbours(self, entries: Sequence[E]) -> Iterator[tuple[E, Placement]]:
        """Yield the entries of one type that are asked for, with their placement.

        They are below the list page of the type.
        """
        if not entries:
            return
        links = [None, *(self.context.link(entry) for entry in entries), None]
        crumbs = self.breadcrumbs_under(CONTENT_TYPES[entries[0].folder].section)
        for entry, before, after in zip(entries, links, links[2:], strict=False):
            if self.wants_entry(entry):
                yield entry, Placement(crumbs, before, after)

    def page(
        self,
        kind: str,
        path: str,
        words: tuple[str, str],
        values: Mapping[str, object],
        place: Placement,
        *,
        section: str,
        summary_label: str = "listes",
    ) -> OutputPage:
        """Return a page that does not belong to one entry.

        ``kind`` names its template, ``words`` are its title and its description, ``section`` is
        the slug of the list page whose menu entry is marked.
        """
        return OutputPage(
            path, self._head(kind, path, words, section, place), values, summary_label
        )

    def entry_page(
        self,
        entry: AnyEntry,
        values: Mapping[str, object],
        place: Placement,
        *,
        kind: str = "",
        section: str = "",
    ) -> OutputPage:
        """Return the page of an entry, by its type's template and under its type's list.

        ``kind`` and ``section`` name another template, and another list, than its type's.
        """
        context, path = self.context, path_of(entry.folder, entry.slug)
        its_type = CONTENT_TYPES[entry.folder]
        kind, section = kind or its_type.template, section or its_type.section
        written = entry.written
        title = title_of(entry)
        description = str(getattr(written, "summary", "") or getattr(written, "slogan", ""))
        is_draft = getattr(written, "status", "") == "brouillon"
        index = not is_draft and entry.slug != "404"
        place = place.with_json_ld(*place.nodes, *response_nodes(entry, context))
        head = replace(
            self._head(kind, path, (title, description), section, place),
            lead=lead_of(entry),
            lang=written.lang,
            social_image=self._social_image(written),
            edit_url=context.settings.forge.edit_url(entry.path) if context.settings.forge else "",
            is_draft=is_draft,
            has_blocks=bool(entry.text_blocks),
            index=index,
            search_result=(place.search_result or entry_result(entry)) if index else None,
            publication_day=self._publication_day(entry),
            to_approve=isinstance(written, WrittenPage) and written.to_approve,
            approval=_approval(written),
            versions=versions(entry, context),
            responses=responses_to(entry, context),
        )
        return OutputPage(path, head, values, its_type.many)

    def _publication_day(self, entry: AnyEntry) -> str:
        """Return the future day on which a page is published, in words, or ``""``."""
        written = entry.written
        if not isinstance(written, WrittenNews) or written.date <= today(self.context.asof):
            return ""
        return day_in_words(written.date, weekday=True)

    def _social_image(self, written: WrittenEntry) -> str:
        """Return the full address of the preview image of an entry, which cannot be an SVG."""
        image = getattr(written, "image", None)
        if isinstance(image, WrittenImage) and is_raster(image.file):
            return f"{self.origin}{self.context.pictures.address(image.file, TEXT)}"
        return self.context.addresses.absolute(_SOCIAL_CARD)

    def _head(
        self, kind: str, path: str, words: tuple[str, str], section: str, place: Placement
    ) -> PageHead:
        """Return the head of a page; its structured data ends with the breadcrumbs."""
        addresses, settings = self.context.addresses, self.context.settings
        title, description = words
        nodes = list(place.nodes)
        if place.breadcrumbs:
            nodes.append(jsonld.breadcrumbs(place.breadcrumbs, title, self.origin))
        return PageHead(
            kind=kind,
            title=title,
            description=description,
            url=addresses.href(path),
            canonical=addresses.absolute(path),
            section=section,
            lang="fr",
            breadcrumbs=place.breadcrumbs,
            previous=place.previous,
            next=place.next,
            json_ld=jsonld.script(nodes) if nodes else Markup(),
            social_image=addresses.absolute(_SOCIAL_CARD),
            edit_url="",
            is_draft=False,
            index=True,
            policy=policy_in_page(path, settings.responses.origin) if settings.host else "",
            search_result=None,
        )


def _approval(written: WrittenEntry) -> str:
    """Return who approved a text and when, in words, or ``""``."""
    if not isinstance(written, WrittenPage) or not written.approval:
        return ""
    return f"{written.approval.by}, le {day_in_words(written.approval.day)}"


def text_of(page: Page, context: Context) -> TextPage:
    """Return a page's title, lead, text and pull quote."""
    written = page.written
    return TextPage(written.title, lead_of(page), context.body(page), written.pull_quote or "")
