"""What a rule is, and the two ways of writing one: a substitution, or a space before a sign."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..locales import Locale
from ..marks import GAP, INLINE, NO_BREAK, respace

Pass = Callable[[str], str]
"""Takes a document's text with its marks, gives it back mended, marks untouched."""

SPACED = f"(?<=[{GAP}])"

Before = Callable[[str, int, re.Match[str]], str | None]
"""From the text, the place where the gap begins and the sign: the space wanted, None to leave."""


@dataclass(frozen=True)
class Rule:
    """One typographic rule: its name in the settings, what it does, where it comes from."""

    name: str
    says: str
    source: str
    build: Callable[[Locale], "Pass | AfterNumber | BeforeSign"]
    """The pass for a country."""


@dataclass(frozen=True)
class AfterNumber:
    """What takes a no-break space between a number and itself: a pattern, tried after the gap.

    The gap may be empty; a pattern that needs one looks behind for it (SPACED).
    """

    pattern: str
    also: Pass | None = None
    """The rest of the rule, when a number is not all that it looks at."""


@dataclass(frozen=True)
class BeforeSign:
    """What a rule wants before `; : ! ?`, one or several in a row."""

    wanted: Before


def substitution(
    pattern: str, replacement: str | Callable[[re.Match[str]], str], *, needs: Sequence[str] = ()
) -> Pass:
    """A pass that replaces each match; with `needs`, only in a text that has one of those.

    Patterns start with a sign or a set of signs and look behind afterwards: the engine then skips
    to the candidates, ten times faster than when it must look behind at every letter.
    """
    compiled = re.compile(pattern)
    if not needs:
        return lambda text: compiled.sub(replacement, text)
    return lambda text: (
        compiled.sub(replacement, text) if any(need in text for need in needs) else text
    )


def glued(pattern: str, space: str, *, needs: Sequence[str] = ()) -> Pass:
    """A pass that makes the group `gap` of each match, tags apart, exactly `space`."""

    def join(match: re.Match[str]) -> str:
        start, end = match.start(), match.end()
        left, right = match.span("gap")
        text = match.string
        return text[start:left] + respace(text[left:right], space) + text[right:end]

    return substitution(pattern, join, needs=needs)


def joined(built: Iterable[Pass | AfterNumber | BeforeSign]) -> tuple[Pass, ...]:
    """The passes in their order; one search for all that follows a number, one for all signs."""
    passes: list[Pass] = []
    followers: list[AfterNumber] = []
    befores: list[BeforeSign] = []
    for one in built:
        if isinstance(one, BeforeSign):
            befores.append(one)
        elif isinstance(one, AfterNumber):
            followers.append(one)
            passes += [one.also] if one.also else []
        else:
            passes.append(one)
    if befores:
        passes.append(_before_signs(befores))
    if followers:
        passes.append(_after_numbers(followers))
    return tuple(passes)


def _before_signs(befores: Sequence[BeforeSign]) -> Pass:
    def wanted(text: str, start: int, sign: re.Match[str]) -> str | None:
        answers = (before.wanted(text, start, sign) for before in befores)
        return next((answer for answer in answers if answer is not None), None)

    return spaced_before("[;:!?][;:!?]*+", wanted)


def _after_numbers(followers: Iterable[AfterNumber]) -> Pass:
    ordinal = f"(?:{INLINE}?(?:er|ᵉʳ){INLINE}?)?+"
    patterns = "|".join(follower.pattern for follower in followers)
    return glued(f"[0-9]{ordinal}(?P<gap>[{GAP}]*+)(?={patterns})", NO_BREAK)


def spaced_before(sign: str, wanted: Before) -> Pass:
    """A pass that asks, for each sign, which space its gap before it should be."""
    compiled = re.compile(sign)

    def mend(text: str) -> str:
        done = 0
        out: list[str] = []
        for match in compiled.finditer(text):
            end = match.start()
            start = end
            while start > done and text[start - 1] in GAP:
                start -= 1
            space = wanted(text, start, match)
            if space is not None:
                out += text[done:start], respace(text[start:end], space)
                done = end
        return "".join([*out, text[done:]]) if out else text

    return mend
