"""What a rule is, and the two ways of writing one: a substitution, or a space before a sign."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..locales import Locale
from ..marks import GAP, INLINE, NO_BREAK, respace

Pass = Callable[[str], str]
"""Takes a document's text with its marks, gives it back mended, marks untouched."""

SPACED = f"(?<=[{GAP}])"

SpaceChoice = Callable[[str, int, re.Match[str]], str | None]
"""From the text, the place where the gap begins and the sign: the space it takes, or None."""


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

    space: SpaceChoice


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


def gap_replacement(pattern: str, space: str, *, needs: Sequence[str] = ()) -> Pass:
    """A pass that makes the group `gap` of each match, tags apart, exactly `space`."""

    def join(match: re.Match[str]) -> str:
        start, end = match.start(), match.end()
        left, right = match.span("gap")
        text = match.string
        return text[start:left] + respace(text[left:right], space) + text[right:end]

    return substitution(pattern, join, needs=needs)


def merge_passes(parts: Iterable[Pass | AfterNumber | BeforeSign]) -> tuple[Pass, ...]:
    """The passes in their order; one search for all that follows a number, one for all signs."""
    passes: list[Pass] = []
    after_numbers: list[AfterNumber] = []
    before_signs: list[BeforeSign] = []
    for part in parts:
        if isinstance(part, BeforeSign):
            before_signs.append(part)
        elif isinstance(part, AfterNumber):
            after_numbers.append(part)
            passes += [part.also] if part.also else []
        else:
            passes.append(part)
    if before_signs:
        passes.append(_before_signs(before_signs))
    if after_numbers:
        passes.append(_after_numbers(after_numbers))
    return tuple(passes)


def _before_signs(before_signs: Sequence[BeforeSign]) -> Pass:
    def space(text: str, start: int, sign: re.Match[str]) -> str | None:
        answers = (before.space(text, start, sign) for before in before_signs)
        return next((answer for answer in answers if answer is not None), None)

    return space_before_sign("[;:!?][;:!?]*+", space)


# Groups are never possessive: Python before 3.11.5 gives up their matches all the same.
ORDINAL = f"{INLINE}?(?:er|ᵉʳ)"
"""What makes a number an ordinal, in plain letters or raised."""


def _after_numbers(after_numbers: Iterable[AfterNumber]) -> Pass:
    ordinal = f"(?:{ORDINAL}{INLINE}?|(?!{ORDINAL}))"
    patterns = "|".join(one.pattern for one in after_numbers)
    return gap_replacement(f"[0-9]{ordinal}(?P<gap>[{GAP}]*+)(?={patterns})", NO_BREAK)


def space_before_sign(sign: str, choice: SpaceChoice) -> Pass:
    """A pass that asks, for each sign, which space its gap before it should be."""
    compiled = re.compile(sign)

    def replace(text: str) -> str:
        done = 0
        out: list[str] = []
        for match in compiled.finditer(text):
            end = match.start()
            start = end
            while start > done and text[start - 1] in GAP:
                start -= 1
            space = choice(text, start, match)
            if space is not None:
                out += text[done:start], respace(text[start:end], space)
                done = end
        return "".join([*out, text[done:]]) if out else text

    return replace
