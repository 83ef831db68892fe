"""A run of lines that was pasted, and what to write instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...problems.findings import Finding, Replacement, Severity, Span

# The lines of a text that may hold such a passage; None stands for a line of code.
Lines = Sequence[str | None]


@dataclass(frozen=True)
class Passage:
    """``count`` lines from ``start``, from 0, and the lines to write ``instead``.

    ``instead`` is empty where somebody has to choose; ``finding`` stands at the first line.
    """

    start: int
    count: int
    instead: tuple[str, ...]
    finding: Finding

    @property
    def stop(self) -> int:
        """The line after the last one, from 0."""
        return self.start + self.count


def passage(
    lines: Lines,
    start: int,
    stop: int,
    instead: Sequence[str],
    *,
    code: str,
    message: str,
    fix: str,
    help: str = "",
    severity: Severity = Severity.ERROR,
) -> Passage:
    """Return the passage of the lines ``start`` to ``stop``, exclusive, with its finding."""
    first, last = lines[start] or "", lines[stop - 1] or ""
    margin = len(first) - len(first.lstrip())
    mend = Replacement(
        Span(start + 1, 1, (len(first) if stop == start + 1 else len(last)) + 1),
        "\n".join(instead),
        stop - start - 1,
    )
    finding = Finding(
        Span(start + 1, min(margin, len(first)) + 1, max(len(first.rstrip()), margin + 1) + 1),
        code,
        message,
        fix,
        help,
        severity=severity,
        replacements=(mend,) if instead else (),
    )
    return Passage(start, stop - start, tuple(instead), finding)


def blocks(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that are neither blank nor code, as their first line and their end.

    A line of a quotation, of a note or of a block of ``///`` belongs to none.
    """
    start = None
    for number, line in enumerate([*lines, None]):
        if line is not None and line.strip() and not line.lstrip().startswith(_ASIDE):
            start = number if start is None else start
        elif start is not None:
            yield start, number
            start = None


_ASIDE = (">", "///", "[^")


def is_blank(lines: Lines, number: int) -> bool:
    """Return whether nothing stands on a line, be it because the text has ended."""
    return not 0 <= number < len(lines) or lines[number] == "" or not (lines[number] or "x").strip()
