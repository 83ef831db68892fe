"""People's names in the order and in the index of a French directory, and their initials. Pure.

A particle does not count (« de Bouärd » at B, « d’Aguerre » at A, « van den Berg » at B), unless it
is an article or is joined with one (« Le Goff », « de La Tour » at L, « du Bellay » at D), or is
written with a capital (« Van Damme » at V), as the French and the Belgians do. Accents decide only
between names that are otherwise the same.
"""

import re

from .words import fold

_PARTICLES = "de del von vom zu zum zur van den der het af av da das do dos di e y ten ter"
_PARTICLE = re.compile(rf"(?:(?:{'|'.join(_PARTICLES.split())})\s+|['’]t\s+|d['’]\s*)+(?=\S)")


def sort_key(family: str, given: str) -> tuple[str, ...]:
    """Return what names of people are sorted by."""
    return fold(sort_name(family)), fold(given), family, given


def sort_name(family: str) -> str:
    """Return the part of a family name that it is filed under."""
    found = _PARTICLE.match(family)
    return family[found.end() :] if found else family


def filed_name(family: str, given: str) -> str:
    """Return a name as an index of names says it: « Bouärd, Éléonore de »."""
    filed = sort_name(family)
    after = " ".join(filter(None, (given, family.removesuffix(filed).strip())))
    return f"{filed}, {after}" if after else filed


def filed_letter(family: str) -> str:
    """Return the letter that a name is filed under, « O » for « Œuvrard »; a sign without one."""
    filed = sort_name(family)
    return next((sign for sign in fold(filed) if sign.isalpha()), filed[:1]).upper()


def initials(family: str, given: str) -> str:
    """Return the initials of the given name and of the part that the family name is filed under."""
    return "".join(map(_initial, (given, sort_name(family))))


def _initial(name: str) -> str:
    letters = (sign for sign in name if fold(sign).isalpha())
    return next(letters, name[:1]).upper()[:1]
