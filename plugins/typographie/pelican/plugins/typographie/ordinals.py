"""Ordinals raised: 23e, XXe, 1er become 23<sup>e</sup>, XX<sup>e</sup>, 1<sup>er</sup>.

It marks up, so it is none of the rules, which change signs only; plain text keeps its letters.
"""

import re

from .marks import NARROW, NO_BREAK, OBJECT, VERBATIM, neighbour

_ORDINAL = re.compile(
    rf"[1-9IVX](?:(?<=[1-9])[0-9]*+(?:[{NO_BREAK}{NARROW}][0-9]{{3}})*+(?P<ending>(?:er|re|e|nde|nd)s?)"
    r"|(?<=[IVX])[IVX]*+(?P<roman_ending>er|re|e))"
)
"""It starts with a set, to which the engine skips."""
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_JOINS = frozenset(".,:-–/")
_NOT_BEFORE = frozenset(f"_#%=@+\\$°{OBJECT}{VERBATIM}")
_NOT_AFTER = _NOT_BEFORE | frozenset("'’(")
_RANGE = re.compile(r"[0-9IVX](?:e|er|re)[-–/]\Z")
"""The first part of « 23e-24e », « 5e/6e »."""


def raise_ordinals(text: str) -> str:
    """HTML text with its marks: the ending of each ordinal of a number is put in `<sup>`."""
    return _ORDINAL.sub(_raised, text)


def _raised(match: re.Match[str]) -> str:
    ending = match["ending"] or match["roman_ending"]
    number = match[0].removesuffix(ending)
    if _is_written(number, ending) and _stands_alone(match):
        return f"{number}<sup>{ending}</sup>"
    return match[0]


def _is_written(number: str, ending: str) -> bool:
    """Whether French writes this number with this ending: 1er, 2nde, 23e, XXe, not 1e, 3nd, Ie."""
    if not number[0].isdigit() and not _ROMAN.fullmatch(number):
        return False
    if ending[0] == "n":
        return number == "2"
    return (number in ("1", "I")) == ("r" in ending)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether no letter touches the ordinal, nor a sign that would make it part of a name."""
    text, start, end = match.string, match.start(), match.end()
    before, after = neighbour(text, start, -1), neighbour(text, end - 1, +1)
    if before.isalnum() or before in _NOT_BEFORE or after.isalnum() or after in _NOT_AFTER:
        return False
    if before in _JOINS and not _RANGE.search(text, max(0, start - 4), start):
        return False
    return not (after in _JOINS and re.match(r".[^\W\d_IVX]", text[end : end + 2]))
