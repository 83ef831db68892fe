"""French as people type it, cut into words, numbers and signs, and matched piece by piece. Pure.

A grammar is made of functions that get the tokens and a place among them, and yield what stands
there with the place after it, once for each way to read it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

from ..core.french_calendar import MONTHS, WEEKDAYS

Tokens = tuple[str, ...]

_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—―−→", "-"), **dict.fromkeys("’‘ʼ", "'")})
# The letter O among digits is a nought: « 2O26 », « 9h3O », « O9:00 ».
_LETTER_O = re.compile(r"(?<=\d)o(?=\d|\b)|\bo(?=\d)")
_TOKEN = re.compile(r"\d+|[a-z]+'?|[^\sa-z\d]")
_UNITS = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
# No time and no count of a form needs as many words.
LONGEST = 60


@cache
def tokens_of(text: str) -> Tokens:
    """Return the words, numbers and signs of a text, in small letters without accents.

    A text that is too long to be a time or a count has none.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_SIGNS)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    tokens = tuple(_TOKEN.findall(_LETTER_O.sub("0", bare)))
    return tokens if len(tokens) <= LONGEST else ()


def phrases(tokens: Tokens, at: int, *known: str) -> Iterator[int]:
    """Yield the place after each of the ``known`` phrases that stands at a place.

    A hyphen between the words of a phrase may be there or not; the phrase ``""`` always stands.
    """
    for phrase in known:
        end = _end_of(tokens, at, tokens_of(phrase))
        if end is not None:
            yield end


def _end_of(tokens: Tokens, at: int, wanted: Tokens) -> int | None:
    for number, word in enumerate(token for token in wanted if token != "-" or wanted == ("-",)):
        if number and tokens[at : at + 1] == ("-",):
            at += 1
        if tokens[at : at + 1] != (word,):
            return None
        at += 1
    return at


def number(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Yield the number at a place, in figures or in words up to 100; « deuxième » is 2."""
    if at < len(tokens) and tokens[at].isdecimal() and len(tokens[at]) < 10:
        yield int(tokens[at]), at + 1
        return
    found = [(value, end) for words, value in _numbers() for end in phrases(tokens, at, words)]
    yield from sorted(found, key=lambda pair: -pair[1])


@cache
def _numbers() -> tuple[tuple[str, int], ...]:
    words = dict(zip(_UNITS, range(20), strict=True)) | {"une": 1, "cent": 100}
    for (ten, name), unit in product(_TENS.items(), range(10)):
        link = " et " if unit == 1 else " "
        words[f"{name}{link}{_UNITS[unit]}" if unit else name] = ten + unit
    for unit in range(20):
        words[f"quatre vingt {_UNITS[unit]}" if unit else "quatre vingts"] = 80 + unit
        if unit >= 10:
            words[f"soixante {'et ' if unit == 11 else ''}{_UNITS[unit]}"] = 60 + unit
    ordinals = {_ordinal(word): value for word, value in words.items() if 1 < value < 70}
    return tuple({**words, **ordinals, "premier": 1, "première": 1, "second": 2}.items())


def _ordinal(word: str) -> str:
    stem = {"cinq": "cinqu", "neuf": "neuv"}.get(word, word.removesuffix("e"))
    return f"{stem}ième"


def _named(tokens: Tokens, at: int, known: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Yield the number of a known name, and the place after the dot of an abbreviation."""
    if at < len(tokens) and tokens[at] in known:
        is_cut = len(tokens[at]) < 6 and tokens[at + 1 : at + 2] == (".",)
        yield known[tokens[at]], at + 1 + is_cut


_MONTHS = {tokens_of(name)[0]: number for number, name in enumerate(MONTHS, start=1)}
_MONTHS |= {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "aou": 8}
_MONTHS |= {"sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_WEEKDAYS = {name: number for number, name in enumerate(WEEKDAYS)}
_WEEKDAYS |= {name[:size]: number for number, name in enumerate(WEEKDAYS) for size in (2, 3)}


def month(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Yield the month at a place, from 1, by its name or its abbreviation."""
    return _named(tokens, at, _MONTHS)


def weekday(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Yield the weekday at a place, from 0, by its name or its abbreviation."""
    return _named(tokens, at, _WEEKDAYS)
