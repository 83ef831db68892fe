"""Addresses of people who left: answered « gone » (HTTP 410) without a list of their names. Pure.

Such an address contains the person's name, so no rule of a host and no file of the site may list
it. Instead, every missing address under certain prefixes is « gone » once a person has withdrawn,
mistyped ones too; the page mentions both.
Source: RFC 9110 §15.5.11.
"""

# Where addresses are made of people's names.
PREFIXES = ("annuaire/", "certification/", "agenda/praticiens/", "images/praticiens/")
# The page that a host shows with the status 410, written once somebody has withdrawn.
PAGE = "410.html"


def is_gone(path: str) -> bool:
    """Return whether an address that leads to no file, from the site's root, is to answer 410."""
    return path.lstrip("/").startswith(PREFIXES)
