"""French words by what they have in common: « écoles », « l’école » and « ECOLE » are one. Pure.

``theme/static/js/racines.js`` does the same in browsers; ``tests/stems.json`` tries both.
"""

import re
from functools import cache

from .words import fold

_INITIALS = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")
_WORD = re.compile(r"[a-z0-9]+")
_SHORTEST = 4
_LONG_CONSONANT = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")


def tokens(text: str) -> list[str]:
    """Return the words of a text: small letters without accents; initials have no dots."""
    bare = _INITIALS.sub(lambda found: found[0].replace(".", ""), fold(text))
    return _WORD.findall(bare)


def phrase(text: str) -> str:
    """Return a text as it is compared with others: its words, each in the singular."""
    return " ".join(map(singular, tokens(text)))


@cache
def stem(token: str) -> str:
    """Return what a word of ``tokens`` shares with its plural, its feminine and its verb."""
    if len(token) < _SHORTEST:
        return token
    return _without_ending(_masculine(singular(token)))


def singular(word: str) -> str:
    """Return a word of ``tokens`` in the singular, as far as its letters tell."""
    if len(word) < _SHORTEST:
        return word
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > _SHORTEST:
        return f"{word[:-3]}al"
    if word.endswith("eux") and len(word) > _SHORTEST + 1:
        return f"{word[:-3]}eur"
    if word[-1] in "sx" and not word.endswith("ss"):
        return word[:-1]
    return f"{word[:-3]}al" if word.endswith("ail") else word


def _masculine(word: str) -> str:
    for feminine, masculine in (("trice", "teur"), ("euse", "eur"), ("ive", "if")):
        if word.endswith(feminine) and len(word) > len(feminine) + 1:
            return word.removesuffix(feminine) + masculine
    return word


def _without_ending(word: str) -> str:
    bare = _without_e(word)
    for ending, shortest in (("er", 6), ("ant", 7)):
        if bare.endswith(ending) and len(bare) >= shortest:
            bare = _without_e(bare.removesuffix(ending))
    return _LONG_CONSONANT.sub(r"\1", bare)


def _without_e(word: str) -> str:
    while word.endswith("e") and len(word) >= _SHORTEST:
        word = word[:-1]
    return word
