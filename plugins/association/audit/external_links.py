"""The links to other sites, tried one by one: only when asked, and politely.

One request a second for each host, the page's head alone where the host allows it, and the name of
who asks. A host that is away or refuses robots is no fault: only an address that does not exist is.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from . import links
from .faults import Fault
from .site_folder import SiteFolder

PAUSE = 1.0
"""Seconds between two requests to one host."""
_PATIENCE = 15.0
_GONE = frozenset({404, 410})
_NOT_BY_HEAD = frozenset({403, 405, 501})
_NAME = "controle-des-liens (site associatif ; verification ponctuelle)"

Answer = Callable[[str], int]


def faults(
    site: SiteFolder, answer: Answer | None = None, pause: Callable[[float], None] = time.sleep
) -> Iterator[Fault]:
    """Yield the links whose address does not exist any more, at each place that names them."""
    asked: set[str] = set()
    for address, places in sorted(links.outside(site).items()):
        host = urlsplit(address).netloc
        if host in asked:
            pause(PAUSE)
        asked.add(host)
        if (answer or _status)(address) in _GONE:
            for page, tag in places:
                yield Fault(page.file, tag.line, f"« {address} » n’existe plus")


def _status(address: str) -> int:
    """Return the HTTP status of an address, 0 when its host gives none."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": _NAME})
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            if method == "GET" or error.code not in _NOT_BY_HEAD:
                return error.code
        except (OSError, ValueError):
            return 0
    return 0
