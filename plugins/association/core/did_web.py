"""Who holds a site, as a decentralized identifier whose keys the site itself says. Pure.

Source: w3c-ccg.github.io/did-method-web
"""

from ipaddress import ip_address
from urllib.parse import quote, urlsplit


def did_of(site_url: str) -> str:
    """Return the identifier of a site: « did:web:association.example:tst ».

    Raises ValueError for a site that is not in https, or has no name but a number.
    """
    parts = urlsplit(site_url)
    host = (parts.hostname or "").encode("idna").decode()
    if parts.scheme != "https" or not host or _is_number(host):
        raise ValueError(site_url)
    port = f"%3A{parts.port}" if parts.port else ""
    folders = (quote(folder, safe="%") for folder in parts.path.split("/") if folder)
    return ":".join(("did:web", host + port, *folders))


def did_path(base: str) -> str:
    """Return where the keys of a site of base path ``base`` are said, from its root."""
    return "did.json" if base else ".well-known/did.json"


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
