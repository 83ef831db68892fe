"""The pages that editors write as such: the home page, the lists, the legal pages."""

from collections.abc import Iterator

from ..events.agenda import Agenda
from ..pages import jsonld
from ..pages.page import Book, PageToWrite, Place, text_of
from ..pages.site_view import Site
from ..people.directory_pages import SECTION as DIRECTORY
from .lists import LISTS, values_of

# The pages that have a template of their own without showing more than their text.
_OWN_TEMPLATE = frozenset({*LISTS, "contact", "mentions-legales"})


def text_pages(book: Book, agenda: Agenda) -> Iterator[PageToWrite]:
    """Yield the pages of ``content/pages``, but the directory's."""
    for page in book.context.content.pages.values():
        if page.slug == DIRECTORY:
            continue
        kind = page.slug if page.slug in _OWN_TEMPLATE else "page"
        values = {"text": text_of(page, book.context), **values_of(page.slug, agenda)}
        crumbs = () if page.slug in ("accueil", "404") else (book.home,)
        nodes = _home_nodes(book.site) if page.slug == "accueil" else ()
        yield book.entry_page(
            page, values, Place(crumbs, nodes=nodes), kind=kind, section=page.slug
        )


def _home_nodes(site: Site) -> tuple[jsonld.Node, ...]:
    website: jsonld.Node = {
        "@type": "WebSite",
        "@id": f"{site.url}/#site",
        "url": f"{site.url}/",
        "name": site.name,
        "inLanguage": site.lang,
        "publisher": {"@id": jsonld.organization_id(site.url)},
    }
    return jsonld.organization(site.name, site.url, site.secretariat.label), website
