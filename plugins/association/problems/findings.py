"""A finding: something wrong at a place of one file, before it is known which file.

Checks return findings; ``problems`` gives them their file and their terminal form. Pure.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only an error keeps the site from being published."""

    ERROR = "erreur"
    ADVICE = "conseil"
    REMINDER = "rappel"


@dataclass(frozen=True, order=True)
class Span:
    """A run of characters on one line: line and columns count from 1, the end is exclusive."""

    line: int = 1
    column: int = 1
    end_column: int = 2

    def down(self, lines: int) -> "Span":
        """Return the same columns ``lines`` further down."""
        return Span(self.line + lines, self.column, self.end_column)


@dataclass(frozen=True)
class Replacement:
    """A mend that needs no judgement: other ``text`` for the characters at ``span``.

    An empty span (its two columns the same) only adds the text; a text may hold line ends.
    """

    span: Span
    text: str

    def down(self, lines: int) -> "Replacement":
        """Return the same replacement ``lines`` further down its file."""
        return replace(self, span=self.span.down(lines))


@dataclass(frozen=True)
class Finding:
    """``says`` is the sentence, ``fix`` the mend beside the caret, ``help`` one line more.

    ``second`` is another place of the same file that explains the finding, with its words.
    ``mends`` are the replacements that a program may try: one is only made when it alone settles
    the finding. None where somebody has to choose.
    """

    span: Span
    code: str
    says: str
    fix: str
    help: str = ""
    second: Span | None = None
    second_label: str = ""
    severity: Severity = Severity.ERROR
    mends: tuple[Replacement, ...] = ()

    def down(self, lines: int) -> "Finding":
        """Return the same finding ``lines`` further down its file."""
        return replace(
            self,
            span=self.span.down(lines),
            second=self.second.down(lines) if self.second else None,
            mends=tuple(mend.down(lines) for mend in self.mends),
        )
