"""The page shown at the address of a person who has withdrawn: it names nobody."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.withdrawn import retired
from ..hosting.gone import PAGE
from ..pages.page import OutputPage, PageBuilder, Placement

_TITLE = "Cette page n’est plus là"
_LEAD = (
    "Elle présentait peut-être une personne qui n’est plus dans l’annuaire ; ou bien l’adresse "
    "contient une erreur."
)


def gone_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield the page of the status 410, once a person has withdrawn from the site."""
    withdrawals, _ = retired(builder.context.content.root)
    if withdrawals.withdrawals:
        page = builder.page("410", PAGE, (_TITLE, _LEAD), {}, Placement(), section="annuaire")
        yield replace(page, head=replace(page.head, index=False))
