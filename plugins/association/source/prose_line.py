"""A line of prose, outside code."""

from dataclasses import dataclass

from ..problems.findings import Span


@dataclass(frozen=True)
class Line:
    """A line of prose outside code: its number, its text, its text with code spans blanked."""

    number: int
    text: str
    prose: str

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters ``start`` to ``end`` of this line."""
        return Span(self.number, start + 1, max(end, start + 1) + 1)
