"""No page is heavy: what is fetched first, and every picture, stays within the budget."""

import gzip
from collections.abc import Iterator

from .faults import Fault
from .site_folder import Page, SiteFolder

# Bytes, compressed with gzip at level 9 but for the last two.
PAGE = 60_000
"""A page's HTML with its styles and scripts."""
SCRIPTS = 8_000
"""The scripts that a page loads by itself."""
PICTURE = 400_000
"""One picture, as it is."""
FILE = 5_000_000
"""Any other file, as it is."""

# Shows every component at once, with all their styles, in the preview alone.
_ALL_COMPONENTS = "styles/index.html"
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg")


def faults(site: SiteFolder) -> Iterator[Fault]:
    """Yield what is over the budget."""
    packed = {
        name: len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for name, path in site.files.items()
        if name.endswith((".html", ".css", ".js"))
    }
    for page in site.pages.values():
        styles = sum(packed.get(name, 0) for name in _loaded_weight(page, site, "link"))
        scripts = sum(packed.get(name, 0) for name in _loaded_weight(page, site, "script"))
        whole = packed[page.file] + styles + scripts
        if page.file != _ALL_COMPONENTS:
            yield from _over(page.file, "la page et ce qu’elle charge", whole, PAGE)
        yield from _over(page.file, "ses scripts", scripts, SCRIPTS)
    for name, path in site.files.items():
        most = PICTURE if name.endswith(_PICTURES) else FILE
        yield from _over(name, "le fichier", path.stat().st_size, most)


def _loaded_weight(page: Page, site: SiteFolder, element: str) -> set[str]:
    targets = [
        site.file_at(address, page.url)
        for tag in page.tags
        if tag.name == element and tag.loads
        for address in tag.addresses
    ]
    return {target[0] for target in targets if target}


def _over(file: str, what: str, size: int, most: int) -> Iterator[Fault]:
    if size > most:
        kilobytes = f"{size / 1000:.0f} ko, {most / 1000:.0f} ko au plus"
        yield Fault(file, 0, f"{what} pèse {kilobytes}")
