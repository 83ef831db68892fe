"""Dashes: `--` becomes one, incises cannot break inside, inclusive hyphens stay in the line."""

import re

from ..locales import Locale
from ..marks import (
    BLOCK,
    CAPITAL,
    EDGES,
    GAP,
    INLINE,
    JOINER,
    NO_BREAK,
    SPACES,
    neighbour,
    respace,
)
from .rule import Pass, Rule, substitution

_TURN = re.compile(
    f"(?P<gap>[{GAP}]*)(?P<dash>[–—]){JOINER}?(?P<after>[{GAP}]*)"
    f"|(?<![{CAPITAL}])[.!?…](?=[{GAP}]+[{CAPITAL}])"
)
_AFTER_INCISE = frozenset(f",.;:!?…)]}}»”{EDGES}")

_SUFFIXES = (
    "e|es|ne|nes|trice|trices|rice|rices|euse|euses|ère|ères|ière|ières|ve|ves|sse|sses"
    "|(?<=l-)les?|(?<=t-)tes?|(?<=x-)ses?|(?<=f-)ves?"
)


def ascii_dashes(_locale: Locale) -> Pass:
    def replace(match: re.Match[str]) -> str:
        before = neighbour(match.string, match.start(), -1)
        after = neighbour(match.string, match.end() - 1, +1)
        apart = (before in SPACES or before in EDGES) and after in SPACES
        return _dash(match[0]) if apart or (before.isdigit() and after.isdigit()) else match[0]

    hyphens = substitution("-(?<!--)-{1,2}(?!-)", replace)
    # A dash glued to the ellipsis before it: `…– puis`, but not `12…–15`.
    after_ellipsis = substitution(f"[–—](?<=….)(?=[{SPACES}])", lambda match: f" {match[0]}")
    return lambda text: after_ellipsis(hyphens(text))


def _dash(hyphens: str) -> str:
    return "–" if len(hyphens) == 2 else "—"


def incises(_locale: Locale) -> Pass:
    def replace(text: str) -> str:
        if "–" not in text and "—" not in text:
            return text
        return BLOCK.join(
            _glue_incises(b) if "–" in b or "—" in b else b for b in text.split(BLOCK)
        )

    return replace


def _glue_incises(block: str) -> str:
    """Glue each dash to the words it encloses: the first to what follows, the second to what
    precedes. A sentence's end closes an incise that has only its first dash."""
    inside = False

    def replace(match: re.Match[str]) -> str:
        nonlocal inside
        if not match["dash"]:
            inside = False
            return match[0]
        closes = (inside and _may_close(match)) or _ends_a_line(match)
        if not closes and not _may_open(match):
            return match[0]
        starts_a_line = neighbour(block, match.start(), -1) in EDGES
        inside = not closes and not starts_a_line
        return _closing(match) if closes else _opening(match)

    return _TURN.sub(replace, block)


def _may_open(match: re.Match[str]) -> bool:
    """Whether a dash has a word after its space, and a space or nothing before; not `10 – 20`."""
    block, following = match.string, neighbour(match.string, match.end() - 1, +1)
    before = neighbour(block, match.start(), -1)
    if following in _AFTER_INCISE or (before.isdigit() and following.isdigit()):
        return False
    return bool(match["after"].strip(INLINE)) and (
        bool(match["gap"].strip(INLINE)) or before in EDGES
    )


def _may_close(match: re.Match[str]) -> bool:
    following = neighbour(match.string, match.end() - 1, +1)
    ends = bool(match["after"].strip(INLINE)) or following in _AFTER_INCISE
    return ends and bool(match["gap"].strip(INLINE))


def _ends_a_line(match: re.Match[str]) -> bool:
    """Whether a dash is the last sign of a line that has words: it stays beside them."""
    block, following = match.string, neighbour(match.string, match.end() - 1, +1)
    before = neighbour(block, match.start(), -1)
    return following in EDGES and bool(match["gap"].strip(INLINE)) and before not in EDGES


def _closing(match: re.Match[str]) -> str:
    return respace(match["gap"], NO_BREAK) + match["dash"] + match["after"]


def _opening(match: re.Match[str]) -> str:
    """A line may break after an en dash in spite of the no-break space (UAX 14, LB12a)."""
    joined = JOINER if match["dash"] == "–" else ""
    after = respace(match["after"], NO_BREAK, at_start=True)
    return match["gap"] + match["dash"] + joined + after


def inclusive_hyphens(_locale: Locale) -> Pass:
    def replace(match: re.Match[str]) -> str:
        return match[0].replace(JOINER, "").replace("-", f"-{JOINER}")

    wj = f"{JOINER}?"
    return substitution(rf"-(?<=\w\w\w-){wj}(?:{_SUFFIXES})(?:-{wj}s)?(?![\w'’-])", replace)


DASHES = (
    Rule(
        "tirets",
        "mot -- mot → mot – mot; --- gives —; …– puis → … – puis; --aide stays.",
        "Lexique, « Tiret »",
        ascii_dashes,
    ),
    Rule(
        "incises",
        "In an aside – like this one – nothing breaks beside the dashes; 10 – 20 stays.",
        "Lexique, « Tiret »; UAX 14, LB12a for the joiner U+2060",
        incises,
    ),
    Rule(
        "inclusif",
        "Intervenant-e and Intervenant-e-s do not break (joiner U+2060); · and . are safe.",
        "Haut Conseil à l’égalité, guide of 2016; UAX 14, LB21",
        inclusive_hyphens,
    ),
)
