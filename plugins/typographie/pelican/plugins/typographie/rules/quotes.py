"""Straight quotes become guillemets, nested ones “ ”; and the spaces inside « ».

`straight_quotes` also tells the advice (`typographie.advice`) which quotes stay alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..locales import Locale
from ..marks import BLOCK, EDGES, GAP, SPACES, neighbour, respace
from .rule import Pass, Rule, space_before_sign, substitution

_QUOTE = re.compile('["«»“”]')
_BEFORE_OPENING = frozenset(f"([{{«“‹'’-–—/…{SPACES}{EDGES}")
_AFTER_CLOSING = frozenset(f")]}}»”›.,;:!?…-–—/{SPACES}{EDGES}")
_ENCLOSING = {"«": "»", "“": "”"}
_NEXT_LEVEL = {"": "«»", "«": "“”", "“": "«»"}


@dataclass
class _OpenQuote:
    """A quote not closed yet: where it stands, and the sign it is or would become."""

    at: int
    sign: str
    straight: bool


def straight_quotes(block: str) -> tuple[list[tuple[int, str]], list[int]]:
    """The straight quotes of one block: those in pairs with the sign each becomes, and the lone.

    A lone quote after a figure is a sign of inches or seconds (27") and belongs to neither list.
    """
    open_quotes: list[_OpenQuote] = []
    paired: list[tuple[int, str]] = []
    lone: list[int] = []
    for match in _QUOTE.finditer(block):
        at, sign = match.start(), match[0]
        if sign in _ENCLOSING:
            open_quotes.append(_OpenQuote(at, sign, straight=False))
        elif sign != '"':
            lone += _close_quotes(open_quotes, sign)
        elif open_quotes and open_quotes[-1].straight and _may_close(block, at):
            start = open_quotes.pop()
            paired += (start.at, start.sign), (at, _ENCLOSING[start.sign])
        elif _may_open(block, at):
            enclosing = open_quotes[-1].sign if open_quotes else ""
            open_quotes.append(_OpenQuote(at, _NEXT_LEVEL[enclosing][0], straight=True))
        elif not neighbour(block, at, -1).isdigit():
            lone.append(at)
    lone += [quote.at for quote in open_quotes if quote.straight]
    return paired, sorted(lone)


def _close_quotes(open_quotes: list[_OpenQuote], closing: str) -> Iterator[int]:
    """Close the last quote that `closing` answers; straight quotes opened since stay alone."""
    matching = [
        i for i, o in enumerate(open_quotes) if not o.straight and _ENCLOSING[o.sign] == closing
    ]
    if matching:
        closed = open_quotes[matching[-1] :]
        del open_quotes[matching[-1] :]
        yield from (quote.at for quote in closed if quote.straight)


def _may_open(text: str, at: int) -> bool:
    before, after = neighbour(text, at, -1), neighbour(text, at, +1)
    return before in _BEFORE_OPENING and (after not in EDGES)


def _may_close(text: str, at: int) -> bool:
    """With a quote open: closes unless it stands like another opening one (` "mot`)."""
    before, after = neighbour(text, at, -1), neighbour(text, at, +1)
    return before not in _BEFORE_OPENING or before in "…-–—/" or after in _AFTER_CLOSING


def straight_to_guillemets(_locale: Locale) -> Pass:
    def replace(text: str) -> str:
        if '"' not in text:
            return text
        return BLOCK.join(_replace_quotes(b) if '"' in b else b for b in text.split(BLOCK))

    return replace


def _replace_quotes(block: str) -> str:
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
    before_closing = space_before_sign("»", closing)
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
