"""The service worker: what browsers keep so that a page says kindly that the network is away.

It keeps the offline page and what that page needs, under a digest of their bytes, so that a new
site brings a new worker. Why nothing else: ``docs/decisions/0011-offline-page-only.md``.
"""

import hashlib
import json
import re
from pathlib import Path

from ..content.addresses import OFFLINE, WORKER, save_as
from .finished_site import FinishedSite

_WORKER = Path(__file__).with_name("service_worker.js")
_ASSET = re.compile(r'<(?:script[^>]*\bsrc|link rel="(?:stylesheet|preload|icon)" href)="(/[^"]+)"')


def write_service_worker(site: FinishedSite) -> None:
    """Write the service worker of a site that has one.

    Raises FileNotFoundError when the offline page names a file that the site does not have.
    """
    if not site.offline:
        return
    page = f"{site.base}/{OFFLINE}"
    kept = [page, *assets_of((site.folder / save_as(OFFLINE)).read_text("utf-8"))]
    digest = hashlib.sha256()
    for address in kept:
        digest.update((site.folder / save_as(address[len(site.base) + 1 :])).read_bytes())
    worker = _WORKER.read_bytes()
    digest.update(worker)
    constants = {"VERSION": digest.hexdigest()[:12], "PAGE": page, "KEPT": kept}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in constants.items())
    (site.folder / WORKER).write_bytes(head.encode() + worker)


def assets_of(page: str) -> list[str]:
    """Return the addresses of the style sheet, the typeface, the icon and the scripts of a page."""
    return list(dict.fromkeys(_ASSET.findall(page)))
