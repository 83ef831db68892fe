"""Numbered series of events: their order, and the numbers that no event bears. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .recurrence import Occurrence


@dataclass(frozen=True)
class Gap:
    """Consecutive numbers of a series, first to last, that no event bears."""

    first: int
    last: int


def gaps(numbers: Iterable[int]) -> list[Gap]:
    """Return the numbers missing from 1 to the largest one, in order."""
    found, expected = [], 1
    for number in sorted(set(numbers)):
        if number > expected:
            found.append(Gap(expected, number - 1))
        expected = max(expected, number + 1)
    return found


def with_gaps(past: Sequence[Occurrence], numbers: Mapping[str, int]) -> list[Occurrence | Gap]:
    """Return what is past, latest first as given, each gap under the number that follows it.

    ``numbers`` are those of the whole series by event: a gap before a number to come stands on top.
    """
    missing = {gap.last: gap for gap in reversed(gaps(numbers.values()))}
    past_numbers = {numbers.get(item.slug) for item in past}
    lines: list[Occurrence | Gap] = [
        gap for gap in missing.values() if gap.last + 1 not in past_numbers
    ]
    for item in past:
        lines.append(item)
        gap = missing.pop(numbers.get(item.slug, 0) - 1, None)
        if gap:
            lines.append(gap)
    return lines
