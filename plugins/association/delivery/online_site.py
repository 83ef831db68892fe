"""The site as visitors receive it, compared with what the association signed and what it promises.

Whoever asks is given (``Ask``), so that a test may ask a server of this machine.
"""

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, urljoin

import brotli

from ..hosting.headers import headers_of
from ..hosting.hosts import CONTROL_FILES, Host
from ..hosting.serving import Serving
from ..hosting.signed_manifest import PATH, Manifest

_CODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "identity": lambda body: body,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
}
_UNKNOWN = "adresse-qui-n-existe-pas/"
MOVED = (301, 308)
"""The statuses of an address that moved for ever."""


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers by name in small letters, its bytes as they came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Ask = Callable[[str, str], Answer]
"""Asks for a path of the host in a coding (« gzip »); no redirect is followed."""


@dataclass(frozen=True)
class OnlineSite:
    """A site online: its manifest, its address without a final slash, how its host serves it."""

    manifest: Manifest
    address: str
    serving: Serving
    host: Host


def faults(site: OnlineSite, ask: Ask) -> Iterator[str]:
    """Yield in French what visitors receive that is not as the association made it."""
    for path in sorted(site.manifest.files):
        if path in CONTROL_FILES:
            yield from _control_file_faults(site, path, ask)
        elif path not in ("404.html", "410.html", PATH):
            yield from _file_faults(site, path, ask)
    yield from _missing_page_faults(site, _UNKNOWN, 404, ask)
    if site.host.answers_gone and (prefixes := site.serving.gone_prefixes):
        below_base = prefixes[0].removeprefix(f"{site.serving.base}/")
        yield from _missing_page_faults(site, f"{below_base}{_UNKNOWN}", 410, ask)
    if site.host.redirects:
        for before, after in site.serving.redirects():
            yield from _redirect_faults(site, before, after, ask)


def _file_faults(site: OnlineSite, path: str, ask: Ask) -> Iterator[str]:
    """Yield what is wrong with a file, in each coding that browsers ask for."""
    page = path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path
    address = f"{site.serving.base}/{quote(page)}"
    for coding in ("identity", "gzip", "br") if path in site.manifest.copies else ("identity",):
        answer = ask(address, coding)
        if answer.status != 200:
            yield f"« {address} » répond {answer.status} au lieu d’être montré"
            return
        if _digest(answer) != site.manifest.files[path]:
            how = "" if coding == "identity" else f" (comprimé : {coding})"
            yield f"« {address} » n’est pas ce que l’association a publié{how}"
        if coding == "identity" and site.host.sends_headers:
            yield from _header_faults(f"/{page}", address, answer, site.serving.form_origin)


def _header_faults(path: str, address: str, answer: Answer, form_origin: str) -> Iterator[str]:
    for name, value in headers_of(path, form_origin).items():
        given = answer.headers.get(name.lower())
        if given != value:
            yield f"« {address} » : l’en-tête {name} est « {given or ''} » au lieu de « {value} »"


def _control_file_faults(site: OnlineSite, path: str, ask: Ask) -> Iterator[str]:
    if path == ".htaccess" and ask(f"{site.serving.base}/{path}", "identity").status == 200:
        yield f"« {path} », qui règle le serveur, est montré aux visiteurs"


def _missing_page_faults(site: OnlineSite, path: str, status: int, ask: Ask) -> Iterator[str]:
    """Yield what is wrong with the answer to an address that does not exist."""
    address = f"{site.serving.base}/{path}"
    answer = ask(address, "identity")
    expected = site.manifest.files.get(f"{status}.html")
    if answer.status != status:
        yield f"une adresse inconnue (« {address} ») répond {answer.status} au lieu de {status}"
    elif expected and _digest(answer) != expected:
        yield f"la page d’erreur {status} n’est pas celle du site"


def _redirect_faults(site: OnlineSite, before: str, after: str, ask: Ask) -> Iterator[str]:
    answer = ask(before, "identity")
    here = f"{site.address.removesuffix(site.serving.base)}{before}"
    to = urljoin(here, answer.headers.get("location", ""))
    # A server behind the one that speaks https may name itself by http, which leads to https.
    if answer.status not in MOVED or _secure(to) != _secure(urljoin(here, after)):
        leads = f"mène à « {to} »" if answer.status in MOVED else f"répond {answer.status}"
        yield f"l’ancienne adresse « {before} » {leads} au lieu de mener à « {after} »"


def _secure(address: str) -> str:
    return address.replace("http://", "https://", 1)


def _digest(answer: Answer) -> str:
    """Return the digest of what a browser makes of an answer; nothing when it can make nothing."""
    try:
        body = _CODINGS[answer.headers.get("content-encoding", "").lower()](answer.body)
    except (KeyError, OSError, EOFError, ValueError, brotli.error):
        return ""
    return sha256(body).hexdigest()
