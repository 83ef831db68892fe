"""Dashes: `--` becomes one, incises cannot break inside, inclusive hyphens stay in the line."""

import re

from ..locales import Locale
from ..marks import BLOCK, CAPITAL, EDGES, GAP, INLINE, JOINER, NO_BREAK, respace
from .rule import Pass, Rule, substitution

_TURN = re.compile(
    f"(?P<gap>[{GAP}]*)(?P<dash>[–—]){JOINER}?(?P<after>[{GAP}]*)"
    f"|(?<![{CAPITAL}])[.!?…](?=[{GAP}]+[{CAPITAL}])"
)
_AFTER_INCISE = frozenset(",.;:!?…)»”")

_SUFFIXES = (
    "e|es|ne|nes|trice|trices|rice|rices|euse|euses|ère|ères|ière|ières|ve|ves|sse|sses"
    "|(?<=l-)les?|(?<=t-)tes?|(?<=x-)ses?|(?<=f-)ves?"
)


def ascii_dashes(_locale: Locale) -> Pass:
    def mend(match: re.Match[str]) -> str:
        text, start, end = match.string, match.start(), match.end()
        before = text[start - 1] if start else BLOCK
        after = text[end] if end < len(text) else BLOCK
        apart = (before in GAP or before in EDGES) and after in GAP
        return _dash(match[0]) if apart or (before.isdigit() and after.isdigit()) else match[0]

    return substitution("-(?<!--)-{1,2}(?!-)", mend)


def _dash(hyphens: str) -> str:
    return "–" if len(hyphens) == 2 else "—"


def incises(_locale: Locale) -> Pass:
    def mend(text: str) -> str:
        if "–" not in text and "—" not in text:
            return text
        return BLOCK.join(
            _hold_incises(b) if "–" in b or "—" in b else b for b in text.split(BLOCK)
        )

    return mend


def _hold_incises(block: str) -> str:
    """Glue each dash to the words it encloses: the first to what follows, the second to what
    precedes. A sentence's end closes an incise that has only its first dash."""
    inside = False

    def mend(match: re.Match[str]) -> str:
        nonlocal inside
        dash, gap, after = match["dash"], match["gap"], match["after"]
        if not dash:
            inside = False
            return match[0]
        before, behind = _around(block, match)
        if before.isdigit() and behind.isdigit():
            return match[0]
        if before in EDGES and behind not in EDGES and after.strip(INLINE):
            return gap + _opening(dash, after)
        if not gap.strip(INLINE):
            return match[0]
        if inside and (after or behind in _AFTER_INCISE or behind in EDGES):
            inside = False
            return respace(gap, NO_BREAK) + dash + after
        if not after.strip(INLINE) or behind in EDGES:
            return match[0]
        inside = True
        return gap + _opening(dash, after)

    return _TURN.sub(mend, block)


def _around(block: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters that a dash and its spaces stand between; a block's edge at the ends."""
    before = block[match.start() - 1] if match.start() else BLOCK
    behind = block[match.end()] if match.end() < len(block) else BLOCK
    return before, behind


def _opening(dash: str, after: str) -> str:
    """A line may break after an en dash in spite of the no-break space (UAX 14, LB12a)."""
    joined = JOINER if dash == "–" else ""
    return dash + joined + respace(after, NO_BREAK, at_start=True)


def inclusive_hyphens(_locale: Locale) -> Pass:
    def mend(match: re.Match[str]) -> str:
        return match[0].replace(JOINER, "").replace("-", f"-{JOINER}")

    wj = f"{JOINER}?"
    return substitution(rf"-(?<=\w\w\w-){wj}(?:{_SUFFIXES})(?:-{wj}s)?(?![\w'’-])", mend)


DASHES = (
    Rule(
        "tirets",
        "mot -- mot → mot – mot ; --- donne — ; une option comme --aide reste.",
        "Lexique, « Tiret »",
        ascii_dashes,
    ),
    Rule(
        "incises",
        "Dans une incise – comme ceci – rien ne se coupe à côté des tirets ; 10 – 20 reste.",
        "Lexique, « Tiret » ; UAX 14, LB12a pour le liant U+2060",
        incises,
    ),
    Rule(
        "inclusif",
        "Intervenant-e et Intervenant-e-s ne se coupent pas (liant U+2060) ; · et . sont sûrs.",
        "Haut Conseil à l’égalité, guide de 2016 ; UAX 14, LB21",
        inclusive_hyphens,
    ),
)
