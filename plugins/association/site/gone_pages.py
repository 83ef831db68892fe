"""The page shown at the address of somebody who withdrew: it names nobody."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.withdrawn import retired
from ..hosting.gone import PAGE
from ..pages.page import Book, PageToWrite, Place

_TITLE = "Cette page n’est plus là"
_LEAD = (
    "Elle présentait peut-être une personne qui n’est plus dans l’annuaire ; ou bien l’adresse "
    "contient une erreur."
)


def gone_pages(book: Book) -> Iterator[PageToWrite]:
    """Yield the page of the status 410, once somebody has withdrawn from the site."""
    withdrawals, _ = retired(book.context.content.root)
    if withdrawals.days:
        page = book.page("410", PAGE, (_TITLE, _LEAD), {}, Place(), section="annuaire")
        yield replace(page, head=replace(page.head, index=False))
