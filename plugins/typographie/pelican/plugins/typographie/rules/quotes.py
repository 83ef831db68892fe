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


def straight_quotes(text: str) -> tuple[list[tuple[int, str]], list[int]]:
    """The straight quotes of a text: those in pairs with the sign each becomes, and the lone.

    Quotes are in pairs within a block, but for a quotation of several blocks, which each of them
    opens anew and only the last one closes. A lone quote after a figure is a sign of inches or
    seconds (27") and belongs to neither list.
    """
    paired: list[tuple[int, str]] = []
    lone: list[int] = []
    opened: list[int] = []
    start = 0
    for block in text.split(BLOCK):
        pairs, alone = _quotes_of_block(block) if '"' in block else ([], [])
        first = len(block) - len(block.lstrip(GAP))
        if opened and block[first:] and not (block[first] == '"' and alone in ([], [first])):
            lone += opened
            opened = []
        if len(alone) == 1 and _may_open(block, alone[0]):
            opened.append(start + alone[0])
        elif block[first:]:
            closes = _encloses(block, first, pairs)
            paired += [(at, "«") for at in opened if closes]
            lone += [] if closes else opened
            lone += [start + at for at in alone]
            opened = []
        paired += [(start + at, sign) for at, sign in pairs]
        start += len(block) + 1
    return paired, sorted(lone + opened)


def _encloses(block: str, first: int, pairs: list[tuple[int, str]]) -> bool:
    """Whether the quote at `first` is closed where the block ends."""
    last = len(block.rstrip(GAP + ".,;!?…)")) - 1
    return any(
        opening == first and closing == last
        for (opening, _), (closing, _) in zip(pairs[::2], pairs[1::2], strict=True)
    )


def _quotes_of_block(block: str) -> tuple[list[tuple[int, str]], list[int]]:
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
    return lambda text: _replace_quotes(text) if '"' in text else text


def _replace_quotes(text: str) -> str:
    paired, _lone = straight_quotes(text)
    signs = list(text)
    for at, sign in paired:
        signs[at] = sign
    return "".join(signs)


def guillemet_spaces(locale: Locale) -> Pass:
    space = locale.guillemet

    def opening(match: re.Match[str]) -> str:
        return match[0][0] + respace(match[0][1:], space, at_start=True)

    def closing(text: str, start: int, _sign: re.Match[str]) -> str | None:
        at_edge = start == 0 or text[start - 1] in EDGES or text[start - 1] == "«"
        return None if at_edge else space

    after_opening = substitution(f"«[{GAP}]*(?![{GAP}{EDGES}»])(?!$)", opening)
    # A quotation goes on in a new block with « or with ».
    goes_on = substitution(f"»(?<=[{EDGES}]»)[{GAP}]+(?![{GAP}{EDGES}»])(?!$)", opening)
    before_closing = space_before_sign("»", closing)
    return lambda text: before_closing(goes_on(after_opening(text)))


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
