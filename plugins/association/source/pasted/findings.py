"""What is said of the structure that a text has lost, among what else is said of it."""

from collections.abc import Sequence

from ...problems.findings import Finding
from ..prose import prose_lines
from ..tangles import TANGLE
from .passage import Lines
from .passages import passages

# What is said of a line that is no longer so once its passage is put right.
_CONSEQUENCES = frozenset({"liste-collee", "liste-imbriquee", "titre-souligne"})


def with_passages(markdown: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings of a body with those of its passages, in the order of the text."""
    if any(finding.code == TANGLE for finding in found):
        return [*found]
    lost = passages(text_lines(markdown))
    lines = {
        number + 1
        for one in lost
        if one.instead and one.finding.code != "deplier"
        for number in range(one.start, one.stop)
    }
    kept = [one for one in found if not (one.code in _CONSEQUENCES and one.span.line in lines)]
    return sorted([*kept, *(one.finding for one in lost)], key=lambda finding: finding.span)


def text_lines(markdown: str) -> Lines:
    """Return the lines of a body, None for those of fenced code."""
    written = markdown.split("\n")
    prose = prose_lines(markdown)
    return [
        None if text and not line.text else text for text, line in zip(written, prose, strict=True)
    ]
