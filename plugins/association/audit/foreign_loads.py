"""Nothing is fetched from another host, and nothing that a strict policy forbids is in a page."""

import re
from collections.abc import Iterator

from .faults import Fault
from .site_folder import Page, SiteFolder

_CSS_FETCH = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//[^\"')\s]*")


def faults(site: SiteFolder) -> Iterator[Fault]:
    """Yield what a page fetches elsewhere, and what runs or paints from within its HTML."""
    for page in site.pages.values():
        yield from _foreign_fetches(page, site)
        yield from _inline(page)
    for name, path in site.files.items():
        if name.endswith((".css", ".svg")):
            for found in _CSS_FETCH.findall(path.read_text("utf-8")):
                yield Fault(name, 0, f"« {found} » est chargé d’un autre site")


def _foreign_fetches(page: Page, site: SiteFolder) -> Iterator[Fault]:
    for tag in page.tags:
        for address in tag.addresses if tag.loads else ():
            if not address.startswith("data:") and site.file_at(address, page.url) is None:
                yield Fault(page.file, tag.line, f"« {address} » est chargé d’un autre site")


def _inline(page: Page) -> Iterator[Fault]:
    for tag in page.tags:
        is_data = tag.attributes.get("type") == "application/ld+json"
        if tag.name == "style" or (
            tag.name == "script" and "src" not in tag.attributes and not is_data
        ):
            yield Fault(page.file, tag.line, f"un « {tag.name} » est écrit dans la page")
        for name in tag.attributes:
            if name == "style" or name.startswith("on"):
                yield Fault(page.file, tag.line, f"« {tag.name} » porte un attribut « {name} »")
