"""What is said of the structure that a text has lost, among what else is said of it."""

from collections.abc import Sequence

from ...problems.findings import Finding
from ..body import Body
from ..tangles import TANGLE
from .passage import Lines
from .passages import passages

# What is said of a line that is no longer so once its passage is put right.
_CONSEQUENCES = frozenset(
    {"liste-collee", "liste-imbriquee", "titre-souligne", "titre-de-niveau-1"}
)


def with_passages(body: Body, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings of a body with those of its passages, in the order of the text."""
    if any(finding.code == TANGLE for finding in found):
        return [*found]
    lost = passages(lines_of(body))
    lines = {
        number + 1
        for one in lost
        if one.instead and one.finding.code != "deplier"
        for number in range(one.start, one.stop)
    }
    kept = [one for one in found if not (one.code in _CONSEQUENCES and one.span.line in lines)]
    return sorted([*kept, *(one.finding for one in lost)], key=lambda finding: finding.span)


def lines_of(body: Body) -> Lines:
    """Return the lines of a body, None for those of fenced code."""
    code = body.fenced_lines()
    lines = body.text.split("\n")
    return [None if number in code else line for number, line in enumerate(lines, start=1)]
