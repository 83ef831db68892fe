"""Addresses of people who left: answered « gone » (HTTP 410) without keeping a list of names. Pure.

An old address holds the person's name, so no rule of a host and no file of the site may list it.
Whole spaces of the site answer instead: under them, what no longer exists is gone. Once somebody
has withdrawn, a mistyped address there is called gone too; the page says both.
Source: RFC 9110 §15.5.11.
"""

# Where addresses are made of people's names.
SPACES = ("annuaire/", "certification/", "agenda/praticiens/", "images/praticiens/")
# The page that a host shows with the status 410, written once somebody has withdrawn.
PAGE = "410.html"


def is_gone(path: str) -> bool:
    """Return whether an address that leads to no file, from the site's root, is to answer 410."""
    return path.lstrip("/").startswith(SPACES)
