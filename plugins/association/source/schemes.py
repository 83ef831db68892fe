"""The schemes that a link may have, and the one that a browser reads in an address. Pure."""

import html
import re

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def scheme_of(address: str) -> str:
    """Return the scheme that a browser reads in an address, ``""`` for a relative one.

    Browsers skip what is invisible and read entities (URL Standard, basic URL parser).
    """
    seen = "".join(sign for sign in html.unescape(address) if sign > " " and sign != "\x7f")
    found = _SCHEME.match(seen.lower())
    return found[1] if found else ""


def is_admitted(address: str) -> bool:
    """Return whether an address is relative or has a scheme that opens for every visitor."""
    return scheme_of(address) in {"", *SCHEMES}
