"""Findings: what is wrong at a place in a file, before it is known which file. Pure.

Checks return findings; ``report`` turns them into problems of a file.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is: only an error keeps the site from being published."""

    ERROR = "erreur"
    ADVICE = "conseil"
    REMINDER = "rappel"


@dataclass(frozen=True, order=True)
class Span:
    """A range of characters on one line; lines and columns count from 1, the end is exclusive."""

    line: int = 1
    column: int = 1
    end_column: int = 2

    def down(self, lines: int) -> "Span":
        """Return the same columns ``lines`` lines further down."""
        return Span(self.line + lines, self.column, self.end_column)


@dataclass(frozen=True)
class Replacement:
    """An edit: ``text`` takes the place of the characters at ``span``.

    An empty span (equal columns) only inserts the text; the text may contain line breaks. Where
    it replaces several lines, ``lines_below`` are those after the first; the span's end is then on
    the last.
    """

    span: Span
    text: str
    lines_below: int = 0

    def down(self, lines: int) -> "Replacement":
        """Return the same replacement ``lines`` lines further down its file."""
        return replace(self, span=self.span.down(lines))


@dataclass(frozen=True)
class Finding:
    """What is wrong at ``span``: ``message`` in one sentence, ``fix`` what to do about it.

    Terminals show ``fix`` beside the caret and ``help``, if any, on a line of its own. ``related``
    is another place in the same file that explains the finding, ``related_label`` the words there.
    ``replacements`` are alternative edits that a program may try: one is only applied when it
    alone resolves the finding. There are none where a person has to decide.
    """

    span: Span
    code: str
    message: str
    fix: str
    help: str = ""
    related: Span | None = None
    related_label: str = ""
    severity: Severity = Severity.ERROR
    replacements: tuple[Replacement, ...] = ()

    def down(self, lines: int) -> "Finding":
        """Return the same finding ``lines`` lines further down its file."""
        return replace(
            self,
            span=self.span.down(lines),
            related=self.related.down(lines) if self.related else None,
            replacements=tuple(replacement.down(lines) for replacement in self.replacements),
        )
