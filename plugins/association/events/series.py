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


def with_gaps(found: Sequence[Occurrence], numbers: Mapping[str, int]) -> list[Occurrence | Gap]:
    """Return the dates of a series, latest first as given, each gap under the number after it.

    ``numbers`` are those of the series by event.
    """
    missing = {gap.last: gap for gap in gaps(numbers.values())}
    lines: list[Occurrence | Gap] = []
    for item in found:
        lines.append(item)
        gap = missing.pop(numbers.get(item.slug, 0) - 1, None)
        if gap:
            lines.append(gap)
    return lines
