"""Mends tried on a text and kept when they settle what they should: nothing else changes. Pure.

A mend is kept when its finding is gone, the lines that it touched have no other error, and no
other line reads worse. Of several possible mends of one finding, one is kept only when it is the
only one to do so: whatever needs a choice is left to people.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...problems.findings import Finding, Replacement, Severity

# What may be read again and again of one text: hundreds of times a page, a few times a huge file.
_MOST_CHARACTERS = 3_000_000
# A mended line may show a second mistake that the first one hid: a tab before a loose date.
_LONGEST_CHAIN = 4


@dataclass(frozen=True)
class Findings:
    """What is wrong with a text: in its own writing, and, once it can be read, with the rest."""

    own: tuple[Finding, ...]
    further: tuple[Finding, ...] = ()

    @property
    def all(self) -> tuple[Finding, ...]:
        """All of them, those of the writing first."""
        return self.own + self.further


Check = Callable[[str], Findings]


def mended(text: str, check: Check) -> str:
    """Return the text with every mend that is sure; the same text when there is none."""
    for after in steps(text, check):
        text = after
    return text


def steps(text: str, check: Check) -> Iterator[str]:
    """Yield the text after each mend that is sure, or after those that are made together."""
    found = check(text)
    left = _MOST_CHARACTERS

    def counted(text: str) -> Findings:
        nonlocal left
        left -= len(text)
        return check(text)

    while left > 0:
        after = _all_at_once(text, found, counted) or _one(text, found, counted)
        if after is None:
            return
        text, found = after
        yield text


def replaced(text: str, mends: Iterable[Replacement]) -> str:
    """Return the text with replacements made, which must not overlap."""
    lines = text.split("\n")
    for mend in sorted(mends, key=lambda mend: mend.span, reverse=True):
        first, last = mend.span.line - 1, mend.span.line - 1 + mend.lines_below
        lines[first : last + 1] = [
            lines[first][: mend.span.column - 1]
            + mend.text
            + lines[last][mend.span.end_column - 1 :]
        ]
    return "\n".join(lines)


def _all_at_once(text: str, found: Findings, check: Check) -> tuple[str, Findings] | None:
    """Return the text with the only mend of every finding, when that settles all of them.

    The findings are those of the writing, or else the further ones.
    """
    for findings in (found.own, found.further):
        mends = _apart(
            finding.replacements[0] for finding in findings if len(finding.replacements) == 1
        )
        if len(mends) < 2:
            continue
        after = replaced(text, mends)
        left = check(after)
        touched = {line for mend in mends for line in _lines_after(mend, mends)}
        if _are_settled(len(mends), findings, found, left) and _are_clean(touched, left):
            return after, left
    return None


def _are_settled(
    count: int, findings: tuple[Finding, ...], before: Findings, after: Findings
) -> bool:
    """Return whether so many fewer of the findings are left, and no more of the writing."""
    if findings is before.own:
        return len(after.own) <= len(before.own) - count
    fewer = len(after.further) <= len(before.further) - count
    return fewer and len(after.own) == len(before.own)


def _apart(mends: Iterable[Replacement]) -> list[Replacement]:
    """Return the first mend of each line: two of one line are made one after the other."""
    by_line: dict[int, Replacement] = {}
    for mend in sorted(mends, key=lambda mend: (mend.lines_below, mend.span)):
        lines = range(mend.span.line, mend.span.line + mend.lines_below + 1)
        if by_line.keys().isdisjoint(lines):
            by_line.update(dict.fromkeys(lines, mend))
    return list(dict.fromkeys(by_line.values()))


def _lines_after(mend: Replacement, mends: Iterable[Replacement]) -> range:
    """Return the lines that a mend has touched, once all are made."""
    added = sum(
        other.text.count("\n") - other.lines_below
        for other in mends
        if other.span.line < mend.span.line
    )
    first = mend.span.line + added
    return range(first, first + mend.text.count("\n") + 1)


def _one(text: str, found: Findings, check: Check) -> tuple[str, Findings] | None:
    """Return the text with the first mend that is sure, or None."""
    for finding in found.all:
        tried = [_tried(text, finding, mend, found, check) for mend in finding.replacements]
        settled = {after[0]: after for after in tried if after}
        if len(settled) == 1:
            return next(iter(settled.values()))
    return None


def _tried(
    text: str, finding: Finding, mend: Replacement, found: Findings, check: Check
) -> tuple[str, Findings] | None:
    """Return the text with one mend, and those of the same line that it brings to light."""
    for _ in range(_LONGEST_CHAIN):
        touched = set(_lines_after(mend, ()))
        after = replaced(text, [mend])
        if after == text:
            return None
        text, left = after, check(after)
        if _is_better(finding, found, left) and _are_clean(touched, left):
            return text, left
        onward = [next_.replacements[0] for next_ in left.all if _goes_on(next_, touched)]
        if not onward:
            return None
        mend = onward[0]
    return None


def _goes_on(finding: Finding, lines: set[int]) -> bool:
    return finding.span.line in lines and len(finding.replacements) == 1


def _is_better(finding: Finding, before: Findings, after: Findings) -> bool:
    """Return whether fewer findings are left, of the writing or of what comes after it."""
    if finding in before.own:
        return len(after.own) < len(before.own)
    return len(after.own) == len(before.own) and len(after.further) < len(before.further)


def _are_clean(lines: set[int], left: Findings) -> bool:
    """Return whether no error stands on these lines."""
    return not any(
        finding.span.line in lines and finding.severity is Severity.ERROR for finding in left.all
    )
