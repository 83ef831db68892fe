"""« Votre sélection »: the page that shows some people side by side, whom its address names.

It holds nobody: the browser reads them from the files of the directory.
"""

from dataclasses import replace

from ..pages.page import OutputPage, PageBuilder, Placement
from .directory_view import Downloads
from .facets import COMPARISON, ROOT

_WORDS = (
    "Votre sélection",
    "Les personnes que vous avez choisies dans l’annuaire, côte à côte.",
)


def comparison_page(builder: PageBuilder, everybody: Downloads, section: str) -> OutputPage:
    """Return the page; ``everybody`` are the files of the whole directory."""
    page = builder.page(
        "votre-selection",
        f"{ROOT}{COMPARISON}/",
        _WORDS,
        {"downloads": everybody},
        Placement(builder.breadcrumbs_under(section)),
        section=section,
    )
    # Without a choice in its address there is nothing to find.
    return replace(page, head=replace(page.head, index=False))
