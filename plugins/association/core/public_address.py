"""The address of a site that everybody may visit. Pure."""

import re


def is_public(url: str) -> bool:
    """Return whether an address can be that of the public site: whole, and in https."""
    return re.fullmatch(r"https://[^/\s]+\.[^/\s]+(/[^\s]*)?", url) is not None
