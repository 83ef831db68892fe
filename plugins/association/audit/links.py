"""Every address inside the site leads to a file, every anchor to its place."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from .faults import Fault
from .site_folder import Page, SiteFolder, Tag

_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_SITEMAP_ADDRESS = re.compile(r"<loc>([^<]+)</loc>")


def faults(site: SiteFolder) -> Iterator[Fault]:
    """Yield what leads nowhere: links, anchors, pictures, styles, manifest, map of the site."""
    for page in site.pages.values():
        for tag in page.tags:
            for address in tag.addresses:
                if message := _nowhere(address, page.url, site):
                    yield Fault(page.file, tag.line, message)
    for name, path in site.files.items():
        if name.endswith(".css"):
            yield from _of_text(name, path.read_text("utf-8"), _CSS_ADDRESS, site)
        elif name.endswith(".webmanifest"):
            yield from _of_manifest(name, path.read_text("utf-8"), site)
    yield from _of_map(site)


def _nowhere(address: str, seen_from: str, site: SiteFolder) -> str:
    """Return what is wrong with an address, ``""`` when it leads somewhere."""
    target = site.file_at(address, seen_from)
    if target is None:
        return ""
    name, anchor = target
    if name not in site.files:
        return f"« {address} » ne mène nulle part"
    page = site.pages.get(name)
    if anchor and page and not anchor.startswith(":~:") and not _has_anchor(page, anchor):
        return f"« {address} » : la page n’a pas de repère « {anchor} »"
    return ""


def _has_anchor(page: Page, anchor: str) -> bool:
    # A script reads what follows « = » in the fragment: a filter, not a place.
    return anchor in page.ids or "=" in anchor


def _of_text(name: str, text: str, pattern: re.Pattern[str], site: SiteFolder) -> Iterator[Fault]:
    for found in pattern.finditer(text):
        if found[1].startswith("data:"):
            continue
        if message := _nowhere(found[1], urljoin(site.url, name), site):
            yield Fault(name, text.count("\n", 0, found.start()) + 1, message)


def _of_manifest(name: str, text: str, site: SiteFolder) -> Iterator[Fault]:
    manifest = json.loads(text)
    addresses = [
        manifest.get("start_url", "/"),
        *(icon["src"] for icon in manifest.get("icons", ())),
    ]
    for address in addresses:
        if message := _nowhere(address, urljoin(site.url, name), site):
            yield Fault(name, 0, message)


def _of_map(site: SiteFolder) -> Iterator[Fault]:
    """Compare the map of the site with the pages that may be found."""
    listed = set(_SITEMAP_ADDRESS.findall(site.files["sitemap.xml"].read_text("utf-8")))
    shown = {
        page.canonical for page in site.pages.values() if page.canonical and not page.is_hidden
    }
    for address in sorted(listed - shown):
        yield Fault("sitemap.xml", 0, f"« {address} » n’est pas une page à trouver")
    for address in sorted(shown - listed):
        yield Fault("sitemap.xml", 0, f"« {address} » manque au plan du site")


def outside(site: SiteFolder) -> dict[str, list[tuple[Page, Tag]]]:
    """Return the addresses of other sites that pages link to, each with its places."""
    found: dict[str, list[tuple[Page, Tag]]] = {}
    for page in site.pages.values():
        for tag in page.tags:
            if tag.name != "a":
                continue
            for address in tag.addresses:
                if address.startswith(("http://", "https://")) and not site.file_at(
                    address, page.url
                ):
                    found.setdefault(address.partition("#")[0], []).append((page, tag))
    return found
