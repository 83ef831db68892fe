"""Straight quotes become guillemets, nested ones “ ”; and the spaces inside « ».

`straight_quotes` also tells the advice (`typographie.advice`) which quotes stay alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..locales import Locale
from ..marks import BLOCK, EDGES, GAP, SPACES, neighbour, respace
from .rule import Pass, Rule, spaced_before, substitution

_QUOTE = re.compile('["«»“”]')
_BEFORE_OPENING = frozenset(f"([{{«“‹'’-–—/…{SPACES}{EDGES}")
_AFTER_CLOSING = frozenset(f")]}}»”›.,;:!?…-–—/{SPACES}{EDGES}")
_ENCLOSING = {"«": "»", "“": "”"}
_NEXT_LEVEL = {"": "«»", "«": "“”", "“": "«»"}


@dataclass
class _Open:
    """A quote not closed yet: where it stands, and the sign it is or would become."""

    at: int
    sign: str
    straight: bool


def straight_quotes(block: str) -> tuple[list[tuple[int, str]], list[int]]:
    """The straight quotes of one block: those in pairs with the sign each becomes, and the lone.

    A lone quote after a figure is a sign of inches or seconds (27") and belongs to neither list.
    """
    opened: list[_Open] = []
    paired: list[tuple[int, str]] = []
    lone: list[int] = []
    for match in _QUOTE.finditer(block):
        at, sign = match.start(), match[0]
        if sign in _ENCLOSING:
            opened.append(_Open(at, sign, straight=False))
        elif sign != '"':
            lone += _close_written(opened, sign)
        elif opened and opened[-1].straight and _may_close(block, at):
            start = opened.pop()
            paired += (start.at, start.sign), (at, _ENCLOSING[start.sign])
        elif _may_open(block, at):
            enclosing = opened[-1].sign if opened else ""
            opened.append(_Open(at, _NEXT_LEVEL[enclosing][0], straight=True))
        elif not neighbour(block, at, -1).isdigit():
            lone.append(at)
    lone += [quote.at for quote in opened if quote.straight]
    return paired, sorted(lone)


def _close_written(opened: list[_Open], closing: str) -> Iterator[int]:
    """Close the last quote that `closing` answers; straight quotes opened since stay alone."""
    answered = [i for i, o in enumerate(opened) if not o.straight and _ENCLOSING[o.sign] == closing]
    if answered:
        dropped = opened[answered[-1] :]
        del opened[answered[-1] :]
        yield from (quote.at for quote in dropped if quote.straight)


def _may_open(text: str, at: int) -> bool:
    before, after = neighbour(text, at, -1), neighbour(text, at, +1)
    return before in _BEFORE_OPENING and (after not in EDGES)


def _may_close(text: str, at: int) -> bool:
    """With a quote open: closes unless it stands like another opening one (` "mot`)."""
    before, after = neighbour(text, at, -1), neighbour(text, at, +1)
    return before not in _BEFORE_OPENING or before in "…-–—/" or after in _AFTER_CLOSING


def straight_to_guillemets(_locale: Locale) -> Pass:
    def mend(text: str) -> str:
        if '"' not in text:
            return text
        return BLOCK.join(_mend_block(b) if '"' in b else b for b in text.split(BLOCK))

    return mend


def _mend_block(block: str) -> str:
    paired, _lone = straight_quotes(block)
    signs = list(block)
    for at, sign in paired:
        signs[at] = sign
    return "".join(signs)


def guillemet_spaces(locale: Locale) -> Pass:
    space = locale.guillemet

    def opening(match: re.Match[str]) -> str:
        return "«" + respace(match[1], space, at_start=True)

    def closing(text: str, start: int, _sign: re.Match[str]) -> str | None:
        at_edge = start == 0 or text[start - 1] in EDGES or text[start - 1] == "«"
        return None if at_edge else space

    after_opening = substitution(f"«([{GAP}]*)(?![{GAP}{EDGES}»])(?!$)", opening)
    before_closing = spaced_before("»", closing)
    return lambda text: before_closing(after_opening(text))


QUOTES = (
    Rule(
        "guillemets-droits",
        'Les "mots" → Les « mots »; “ ” inside a quotation; a 27" screen stays.',
        "Lexique, « Guillemets »",
        straight_to_guillemets,
    ),
    Rule(
        "guillemets",
        "Inside « »: a no-break space (fr-FR, fr-BE, fr-CA), nothing (fr-CH).",
        "Lexique, « Guillemets »; Guide du typographe; OQLF, « Guillemets »",
        guillemet_spaces,
    ),
)
