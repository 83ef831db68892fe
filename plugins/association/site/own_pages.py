"""The pages that the site makes of itself: the search, and what shows when the network is away."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.addresses import OFFLINE, SEARCH
from ..pages.page import OutputPage, PageBuilder, Placement
from .sections import sitemap_groups

_SEARCH = (
    "Rechercher",
    "Un nom, une ville, un thème : un mot suffit. Le plan du site mène aussi à chaque page.",
)
_OFFLINE = (
    "Pas de connexion",
    "La page demandée n’a pas pu être chargée : votre appareil n’est pas relié au réseau, ou le "
    "site ne répond pas.",
)


def own_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield these pages; other search engines have no use for them."""
    groups = {"groups": builder.context.once(sitemap_groups)}
    pages = (
        builder.page(
            "chercher", SEARCH, _SEARCH, groups, Placement((builder.home,)), section="recherche"
        ),
        builder.page("hors-ligne", OFFLINE, _OFFLINE, {}, Placement(), section=""),
    )
    for page in pages:
        yield replace(page, head=replace(page.head, index=False))
