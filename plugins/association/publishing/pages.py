"""Every page of the site: its address, its template and the values it shows. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from ..addresses import path_of
from ..outputs import jsonld
from ..published.common import Link
from ..published.site import PageHead, Site
from . import capsules, events, metiers, news, practitioners
from .house import AnyEntry, House
from .lists import PAST_EVENTS, VALUES
from .site import text_of

E = TypeVar("E", bound=AnyEntry)


_COUNTED = {
    "actualites": "actualités",
    "agenda": "évènements",
    "capsules": "capsules",
    "metiers": "métiers",
    "pages": "pages",
    "praticiens": "praticiens",
}
# The pages that have a template of their own without showing more than their text.
_OWN_TEMPLATE = frozenset({*VALUES, "contact", "mentions-legales"})


@dataclass(frozen=True)
class PageToWrite:
    """A page: its path on the site, its head, and what its template receives besides.

    ``counted_as`` is its kind in the summary of a build; ``entry`` the file it comes from.
    """

    path: str
    head: PageHead
    values: Mapping[str, object]
    counted_as: str
    entry: AnyEntry | None = None


@dataclass(frozen=True)
class _Place:
    """Where a page stands: its parents, and its neighbours in its list."""

    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    nodes: tuple[jsonld.Node, ...] = ()

    def saying(self, node: jsonld.Node) -> "_Place":
        """Return the same place with a node of structured data."""
        return replace(self, nodes=(node,))


def all_pages(house: House, site: Site) -> Iterator[PageToWrite]:
    """Yield every page of the site."""
    book = _Book(house, site)
    yield from book.text_pages()
    yield from book.news_pages()
    yield from book.event_pages()
    yield from book.practitioner_pages()
    yield from book.metier_pages()
    yield from book.capsule_pages()


class _Book:
    """Makes pages, kind by kind, for one house and one site."""

    def __init__(self, house: House, site: Site) -> None:
        self.house = house
        self.site = site
        self.origin = site.url.removesuffix(site.base)
        self.home = Link("Accueil", house.addresses.href(""))

    def head(
        self, kind: str, path: str, words: tuple[str, str], section: str, place: _Place
    ) -> PageHead:
        """Return the head of a page; its structured data ends with the breadcrumbs.

        ``words`` are its title and its description.
        """
        house = self.house
        title, description = words
        nodes = list(place.nodes)
        if place.breadcrumbs:
            nodes.append(jsonld.breadcrumbs(place.breadcrumbs, title, self.origin))
        return PageHead(
            kind=kind,
            title=title,
            description=description,
            url=house.addresses.href(path),
            canonical=house.addresses.absolute(path) if self.site.url else "",
            section=section,
            lang="fr",
            breadcrumbs=place.breadcrumbs,
            previous=place.previous,
            next=place.next,
            json_ld=jsonld.script(nodes) if nodes else Markup(),
            social_image=house.addresses.absolute("theme/images/carte-sociale.png")
            if self.site.url
            else "",
            source="",
            is_draft=False,
            index=True,
        )

    def entry_page(
        self, kind: str, entry: AnyEntry, section: str, values: Mapping[str, object], place: _Place
    ) -> PageToWrite:
        """Return the page of an entry, under the list named ``section``."""
        path = path_of(entry.folder, entry.slug)
        written = entry.written
        title = self.house.link(entry).label
        description = str(getattr(written, "summary", "") or getattr(written, "slogan", ""))
        head = self.head(kind, path, (title, description), section, place)
        is_draft = getattr(written, "status", "") == "brouillon"
        head = replace(
            head,
            lang=written.lang,
            source=entry.source,
            is_draft=is_draft,
            index=not is_draft and entry.slug != "404",
        )
        return PageToWrite(path, head, values, _COUNTED[entry.folder], entry)

    def under(self, slug: str) -> tuple[Link, ...]:
        """Return the breadcrumbs of what lies under the list page ``slug``."""
        page = self.house.content.pages[slug]
        return (
            self.home,
            Link(page.written.menu_title or page.written.title, self.house.url(page)),
        )

    def text_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages that editors write, among them the home page and the lists."""
        for page in self.house.content.pages.values():
            kind = page.slug if page.slug in _OWN_TEMPLATE else "page"
            crumbs = () if page.slug in ("accueil", "404") else (self.home,)
            nodes = self._home_nodes() if page.slug == "accueil" else ()
            more = VALUES.get(page.slug)
            shown = more(self.house) if more else {}
            values = {"text": text_of(page, self.house), **shown}
            yield self.entry_page(kind, page, page.slug, values, _Place(crumbs, nodes=nodes))
        yield self._past_events()

    def _home_nodes(self) -> tuple[jsonld.Node, ...]:
        site = self.site
        website: jsonld.Node = {
            "@type": "WebSite",
            "@id": f"{site.url}/#site",
            "url": f"{site.url}/",
            "name": site.name,
            "inLanguage": site.lang,
            "publisher": {"@id": jsonld.organization_id(site.url)},
        }
        return jsonld.organization(site.name, site.url, site.secretariat.label), website

    def _past_events(self) -> PageToWrite:
        title = "Rendez-vous passés"
        description = "Les rendez-vous qui ont eu lieu, année par année, avec leurs comptes rendus."
        head = self.head(
            "agenda-passe",
            PAST_EVENTS,
            (title, description),
            "agenda",
            _Place(self.under("agenda")),
        )
        values = {"text": None, "years": events.past_years(self.house)}
        return PageToWrite(PAST_EVENTS, head, values, "listes")

    def news_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages of news items, and of their years."""
        for item, place in self._in_a_row(self.house.news, "actualites"):
            page = news.news_page(item, self.house)
            url = self.house.addresses.absolute(path_of(item.folder, item.slug))
            node = jsonld.news_article(page, url, self.origin, self.site.url)
            values = {"item": page}
            yield self.entry_page("actualite", item, "actualites", values, place.saying(node))
        years = news.years_of_news(self.house)
        links = tuple(Link(year.year, year.url) for year in years)
        for year in years:
            title = f"Actualités de {year.year}"
            description = f"Toutes les actualités de l’association parues en {year.year}."
            path = news.year_path(year.year)
            place = _Place(self.under("actualites"))
            head = self.head("actualites-annee", path, (title, description), "actualites", place)
            yield PageToWrite(path, head, {"year": year, "years": links}, "listes")

    def event_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages of events."""
        in_time = sorted(
            self.house.content.events.values(),
            key=lambda event: (self.house.occurrences[event.slug][0].slot.starts_at, event.slug),
        )
        for event, place in self._in_a_row(in_time, "agenda"):
            values = {"event": events.event_page(event, self.house)}
            yield self.entry_page("evenement", event, "agenda", values, place)

    def practitioner_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages of practitioners."""
        for person, place in self._in_a_row(self.house.practitioners, "annuaire"):
            page = practitioners.page(person, self.house, self.site.secretariat.label)
            url = self.house.addresses.absolute(path_of(person.folder, person.slug))
            node = jsonld.profile_page(page, url, self.origin, self.site.url)
            values = {"person": page}
            yield self.entry_page("praticien", person, "annuaire", values, place.saying(node))

    def metier_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages of métiers."""
        for metier, place in self._in_a_row(metiers.metiers(self.house), "metiers"):
            page = metiers.metier_page(metier, self.house)
            url = self.house.addresses.absolute(path_of(metier.folder, metier.slug))
            node = jsonld.occupation(page, url)
            values = {"metier": page}
            yield self.entry_page("metier", metier, "metiers", values, place.saying(node))

    def capsule_pages(self) -> Iterator[PageToWrite]:
        """Yield the pages of capsules."""
        for capsule, place in self._in_a_row(self.house.capsules, "capsules"):
            page = capsules.capsule_page(capsule, self.house)
            url = self.house.addresses.absolute(path_of(capsule.folder, capsule.slug))
            node = jsonld.learning_resource(page, url, self.origin)
            values = {"capsule": page}
            yield self.entry_page("capsule", capsule, "capsules", values, place.saying(node))

    def _in_a_row(self, entries: Sequence[E], section: str) -> Iterator[tuple[E, _Place]]:
        """Yield the entries with their neighbours in the list, under ``section``."""
        links = [None, *(self.house.link(entry) for entry in entries), None]
        crumbs = self.under(section)
        for entry, before, after in zip(entries, links, links[2:], strict=False):
            yield entry, _Place(crumbs, before, after)
