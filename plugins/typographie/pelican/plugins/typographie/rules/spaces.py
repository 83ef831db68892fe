"""No-break spaces where French never has one: a copy left them there."""

import re

from ..locales import Locale
from ..marks import BLOCK, BREAK, ENTITY_SPACE, FIGURE, GAP, HARD, NO_BREAK, respace
from .rule import Pass, Rule

_RUN = re.compile(f"[{GAP}{FIGURE}]*[{HARD}{ENTITY_SPACE}][{GAP}{FIGURE}]*")
_AFTER_OPENING = re.compile(r"[(\[{]|(?<=[^\W\d_])['’]")
# A full stop or a comma that ends something: not « .org », « ,5 », « ... ».
_BEFORE_CLOSING = re.compile(r"[)\]}]|[.,](?![\w.,])")


def misplaced_spaces(_locale: Locale) -> Pass:
    def apply(text: str) -> str:
        if not any(sign in text for sign in (*HARD, ENTITY_SPACE)):
            return text
        return _RUN.sub(_mended, text)

    return apply


def _mended(run: re.Match[str]) -> str:
    text, gap = run.string, run[0]
    before, after = text[: run.start()][-1:] or BLOCK, text[run.end() :][:1] or BLOCK
    if _is_glued(run):
        return respace(gap.replace(FIGURE, NO_BREAK), "")
    hard = [sign for sign in gap if sign in HARD]
    ends_line = after in (BLOCK, BREAK)
    if before in (BLOCK, BREAK) or ends_line:
        # A block that holds nothing else was left empty on purpose; verses are indented by several.
        is_meant = before == BLOCK == after or (before == BREAK and len(hard) > 1 and not ends_line)
        return gap if is_meant else _without(gap, hard)
    if any(sign in GAP and sign.isspace() and sign not in hard for sign in gap):
        return _without(gap, hard)
    return respace(gap.replace(FIGURE, NO_BREAK), " ") if len(hard) > 1 else gap


def _is_glued(run: re.Match[str]) -> bool:
    """Whether nothing parts what stands on both sides of a gap."""
    text = run.string
    opens = run.start() > 0 and _AFTER_OPENING.match(text, run.start() - 1)
    closes = _BEFORE_CLOSING.match(text, run.end())
    return bool(opens or closes) and run.end() < len(text)


def _without(gap: str, hard: list[str]) -> str:
    return "".join(sign for sign in gap if sign not in hard)


MISPLACED_SPACES = (
    Rule(
        "insecables-de-trop",
        "No-break spaces before a full stop, after a bracket, doubled or at a line’s end go.",
        "Lexique, « Espacements »",
        misplaced_spaces,
    ),
)
