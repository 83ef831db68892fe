"""Problems: what is wrong in a file, where, and how to fix it, told to editors in French. Pure.

This is the type that all checks return, and its form in a terminal. ``codes`` explains each code.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .codes import CODES
from .findings import Finding, Severity, Span


@dataclass(frozen=True)
class RelatedPlace:
    """The other place of a conflict: its file, span and line, and a few words to show there."""

    source: str
    span: Span
    line_text: str
    label: str


@dataclass(frozen=True)
class Problem:
    """A finding in the file ``source``, a path from the project's root.

    ``line_text`` is the line to show; ``message``, ``fix`` and ``help`` are those of the finding.
    ``is_fixable`` says that a program may try to fix it.
    """

    source: str
    span: Span
    code: str
    message: str
    fix: str
    help: str = ""
    line_text: str = ""
    related: RelatedPlace | None = None
    severity: Severity = Severity.ERROR
    is_fixable: bool = False

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"unknown problem code {self.code!r}: add it to codes.py")


def problem_of(finding: Finding, source: str, lines: Sequence[str]) -> Problem:
    """Return ``finding`` as a problem of the file ``source``, which has these ``lines``."""
    related = finding.related
    return Problem(
        source=source,
        span=finding.span,
        code=finding.code,
        message=finding.message,
        fix=finding.fix,
        help=finding.help,
        line_text=line_at(lines, finding.span),
        related=RelatedPlace(source, related, line_at(lines, related), finding.related_label)
        if related
        else None,
        severity=finding.severity,
        is_fixable=bool(finding.replacements),
    )


def line_at(lines: Sequence[str], span: Span) -> str:
    """Return the line that ``span`` is on, or ``""`` past the end of the file."""
    return lines[span.line - 1] if 0 < span.line <= len(lines) else ""


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line, column and code, without duplicates."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.source, p.span, p.code, p.message))


def errors_among(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that forbid publication."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


# Signs that act on a terminal, or turn the order of what it shows.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_SHOWN_INSTEAD = "▯"
# A line that a terminal, or a person, can still take in.
_LONGEST_SHOWN = 200


def _display_width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal: 0, 1 or 2 a character."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _excerpt(span: Span, line_text: str, label: str, gutter: int) -> list[str]:
    """Return the numbered line, and carets under the span followed by ``label``.

    Of a very long line, only what stands around the span is shown.
    """
    whole = line_text.replace("\t", " ").rstrip("\r\n")
    first = 0 if len(whole) <= _LONGEST_SHOWN else max(0, span.column - 1 - _LONGEST_SHOWN // 4)
    shown = whole[first : first + _LONGEST_SHOWN]
    start, end = span.column - 1 - first, span.end_column - 1 - first
    if first:
        shown = f"…{shown[1:]}"
    if first + _LONGEST_SHOWN < len(whole):
        shown = f"{shown[:-1]}…"
    before = " " * _display_width(shown[:start])
    carets = "^" * max(1, _display_width(shown[start:end]))
    blank = " " * gutter
    return [
        f"{blank} |",
        f"{span.line:>{gutter}} | {shown}".rstrip(),
        f"{blank} | {before}{carets} {label}".rstrip(),
    ]


def as_text(problem: Problem) -> str:
    """Return the problem as editors read it in a terminal, without a final newline.

    A problem with a whole file has neither a line nor a caret. What would act on the terminal shows
    as a sign of its own.
    """
    lines = _text_lines(problem)
    return "\n".join(_ACTING.sub(_SHOWN_INSTEAD, line) for line in lines)


def _text_lines(problem: Problem) -> list[str]:
    related = problem.related
    if not problem.line_text.strip() and related is None:
        return _text_of_whole_file(problem)
    gutter = len(str(max(problem.span.line, related.span.line if related else 0)))
    blank = " " * gutter
    lines = [
        f"{problem.severity}[{problem.code}] : {problem.message}",
        f"{blank}--> {problem.source}:{problem.span.line}:{problem.span.column}",
        *_excerpt(problem.span, problem.line_text, problem.fix, gutter),
    ]
    if related:
        lines += [
            f"{blank}::: {related.source}:{related.span.line}:{related.span.column}",
            *_excerpt(related.span, related.line_text, related.label, gutter),
        ]
    if problem.help:
        lines.append(f"{blank} = aide : {problem.help}")
    return lines


def _text_of_whole_file(problem: Problem) -> list[str]:
    lines = [
        f"{problem.severity}[{problem.code}] : {problem.message}",
        f" --> {problem.source}",
        f"  = {problem.fix}",
    ]
    return [*lines, f"  = aide : {problem.help}"] if problem.help else lines


def pluralize(number: int, singular: str, plural: str = "") -> str:
    """Return « 1 erreur » or « 3 erreurs »: in French, zero is singular too."""
    return f"{number} {singular if number < 2 else plural or singular + 's'}"


_HOW_TO_APPLY_FIXES = "Pour les corrections sûres : invoke verifier --corriger."


def verdict(
    problems: Sequence[Problem], files: int, *, building: bool, has_sure_fixes: bool = False
) -> str:
    """Return the last line: what was checked, what was found, what becomes of the site.

    ``has_sure_fixes`` says that ``invoke verifier --corriger`` would change something.
    """
    errors = errors_among(problems)
    checked = pluralize(files, "fichier vérifié", "fichiers vérifiés")
    remarks = len(problems) - len(errors)
    aside = f" {pluralize(remarks, 'remarque')} sans gravité." if remarks else ""
    fixes = f" {_HOW_TO_APPLY_FIXES}" if has_sure_fixes else ""
    if not errors:
        return f"{checked}, aucune erreur.{aside}{fixes}"
    where = pluralize(len({problem.source for problem in errors}), "fichier")
    fate = " Rien n’est publié ; le dernier site réussi reste en place." if building else ""
    return f"{checked}, {pluralize(len(errors), 'erreur')} dans {where}.{aside}{fate}{fixes}"
