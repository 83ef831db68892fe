"""The pages in ``content/pages``: the home page, the lists, the legal pages."""

from collections.abc import Iterator

from ..events.agenda import Agenda
from ..pages import jsonld
from ..pages.page import OutputPage, PageBuilder, Placement, text_of
from ..pages.site_view import Site
from ..people.directory_pages import SECTION as DIRECTORY
from .lists import LISTS, values_of
from .sections import collection_of

# Pages with a template of their own.
_OWN_TEMPLATE = frozenset({*LISTS, "contact", "mentions-legales"})


def text_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of ``content/pages``, but the directory's."""
    for page in builder.context.content.pages.values():
        if page.slug == DIRECTORY or not builder.wants_entry(page):
            continue
        kind = page.slug if page.slug in _OWN_TEMPLATE else "page"
        values = {"text": text_of(page, builder.context), **values_of(page.slug, agenda)}
        crumbs = () if page.slug in ("accueil", "404") else (builder.home,)
        is_home = page.slug == "accueil"
        nodes = _home_nodes(builder.site) if is_home else collection_of(page.slug, builder)
        yield builder.entry_page(
            page, values, Placement(crumbs, nodes=nodes), kind=kind, section=page.slug
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
    telephone = site.telephone.label if site.telephone else ""
    association = jsonld.organization(site.name, site.url, site.secretariat.label, telephone)
    return association, website
