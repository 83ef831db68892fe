"""Redirects from former addresses: as pages, and as the rules that hosts get.

The page forwards by itself, for hosts that cannot redirect; the others never show it.
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
from ..hosting.serving import Redirect, Serving
from ..pages.common import Link
from ..pages.page import OutputPage, PageBuilder, Placement

_LEAD = "La page que vous cherchez a changé d’adresse."


def serving(content: Content, addresses: Addresses, day: date, form_origin: str = "") -> Serving:
    """Return what a host has to know of the site of this content on a day.

    ``form_origin`` is that of ``Serving``.
    """
    withdrawals, _ = retired(content.root)
    moved = tuple(
        Redirect(one.before, _target(one, addresses)) for one in _visible_redirects(content, day)
    )
    return Serving(
        addresses.base, moved, bool(withdrawals.withdrawals), addresses.domain, form_origin
    )


def redirect_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield a page for each former address where there can be a file."""
    context = builder.context
    for one in _visible_redirects(context.content, today(context.asof)):
        path = _path(one.before)
        if path is None:
            continue
        title = title_of(one.entry) if one.entry else one.after
        target = Link(title, _target(one, context.addresses))
        words = f"Nouvelle adresse : {title}", _LEAD
        page = builder.page(
            "deplacee",
            path,
            words,
            {"target": target},
            Placement(),
            section="",
            summary_label="renvois",
        )
        canonical = target.url if "://" in target.url else builder.origin + target.url
        yield replace(page, head=replace(page.head, index=False, canonical=canonical))


def _visible_redirects(content: Content, day: date) -> list[Left]:
    """Return the former addresses whose new page is visible: unpublished news has none."""
    left, _ = addresses_left(content)
    return [one for one in left if one.entry is None or not waits(one.entry.path, content, day)]


def _target(one: Left, addresses: Addresses) -> str:
    return one.after if "://" in one.after else addresses.href(one.after.removeprefix("/"))


def _path(before: str) -> str | None:
    """Return the path of a page for an address, None if no static host would serve it."""
    path = before.removeprefix("/")
    if "?" in path or "%" in path:
        return None
    if path.endswith((".html", ".htm", "/")):
        return path
    return None if "." in path.rpartition("/")[2] else f"{path}/"
