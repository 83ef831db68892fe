"""Addresses that were left: the page that stands there, and what hosts are told of them.

The page leads on by itself, for hosts that cannot redirect; the others never show it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..content.addresses import Addresses
from ..content.entry import title_of
from ..content.left_addresses import Left, addresses_left
from ..content.reading import Content
from ..content.waiting import waits
from ..content.withdrawn import retired
from ..core.zone import today
from ..hosting.serving import Moved, Serving
from ..pages.common import Link
from ..pages.page import Book, PageToWrite, Place

_LEAD = "La page que vous cherchez a changé d’adresse."


def serving(content: Content, addresses: Addresses, day: date) -> Serving:
    """Return what a host is to know of the site that this content makes on a day."""
    withdrawals, _ = retired(content.root)
    moved = tuple(Moved(one.before, _target(one, addresses)) for one in _shown(content, day))
    return Serving(addresses.base, moved, bool(withdrawals.days))


def moved_pages(book: Book) -> Iterator[PageToWrite]:
    """Yield a page at each address that was left and that a file can stand at."""
    context = book.context
    for one in _shown(context.content, today(context.asof)):
        path = _path(one.before)
        if path is None:
            continue
        title = title_of(one.entry) if one.entry else one.after
        target = Link(title, _target(one, context.addresses))
        words = f"Nouvelle adresse : {title}", _LEAD
        page = book.page(
            "deplacee", path, words, {"target": target}, Place(), section="", counted_as="renvois"
        )
        canonical = target.url if "://" in target.url else book.origin + target.url
        yield replace(page, head=replace(page.head, index=False, canonical=canonical))


def _shown(content: Content, day: date) -> list[Left]:
    """Return the addresses left that lead to a page which shows: news that waits has none."""
    left, _ = addresses_left(content)
    return [one for one in left if one.entry is None or not waits(one.entry.path, content, day)]


def _target(one: Left, addresses: Addresses) -> str:
    return one.after if "://" in one.after else addresses.href(one.after.removeprefix("/"))


def _path(before: str) -> str | None:
    """Return where a page can stand for an address, None where no static host would show it."""
    path = before.removeprefix("/")
    if "?" in path or "%" in path:
        return None
    if path.endswith((".html", ".htm", "/")):
        return path
    return None if "." in path.rpartition("/")[2] else f"{path}/"
