"""Addresses that lead elsewhere through a service, which sees each visit. Pure."""

import re
from urllib.parse import parse_qs, urlsplit

# The services, and in which part of the query they keep the address that is meant. Other paths of
# these hosts do with an address what their reader asks for: they share it, or search for it.
_SERVICES = tuple(
    (re.compile(where), names)
    for where, names in (
        (r"(?:www\.)?google\.[a-z.]+/url", ("q", "url")),
        (r"[\w-]+\.safelinks\.protection\.outlook\.com/.*", ("url",)),
        (r"lm?\.(?:facebook|instagram|messenger)\.com/.*", ("u",)),
        (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?", ("url",)),
        (r"slack-redir\.net/.*", ("url",)),
        (r"(?:www\.)?youtube\.com/redirect", ("q",)),
        (r"duckduckgo\.com/l/?", ("uddg",)),
        (r"vk\.com/away(?:\.php)?", ("to",)),
        (r"t\.umblr\.com/.*", ("z",)),
    )
)


def without_detour(address: str) -> str:
    """Return the address that one leads to through a service; the same where it leads straight."""
    try:
        parts = urlsplit(address)
        where, query = f"{parts.hostname}{parts.path or '/'}", parse_qs(parts.query)
    except ValueError:
        return address
    for service, names in _SERVICES:
        for name in names if service.fullmatch(where) else ():
            meant = query.get(name, [""])[0]
            if meant.startswith(("http://", "https://")):
                return meant
    return address
