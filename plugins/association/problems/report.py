"""Problems: what is wrong in a file, where, and how to mend it, said to editors in French.

Here live the type that all checks return and the words of its terminal form. What each code means
at length is in ``codes``; who looks for problems is elsewhere. Pure: no files, no clock.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .codes import CODES
from .findings import Finding, Severity, Span


@dataclass(frozen=True)
class Elsewhere:
    """The second place of a conflict: its file, its span, the text of its line and a few words."""

    source: str
    span: Span
    line_text: str
    label: str


@dataclass(frozen=True)
class Problem:
    """One finding.

    ``source`` is the path from the project's root, ``line_text`` the line shown, ``says`` the
    sentence, ``fix`` the mend written beside the caret, ``help`` a line more when it helps.
    ``is_mechanical`` says that a program may try to mend it.
    """

    source: str
    span: Span
    code: str
    says: str
    fix: str
    help: str = ""
    line_text: str = ""
    elsewhere: Elsewhere | None = None
    severity: Severity = Severity.ERROR
    is_mechanical: bool = False

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"unknown problem code {self.code!r}: add it to codes.py")


def of_file(finding: Finding, source: str, lines: Sequence[str]) -> Problem:
    """Return the finding as a problem of ``source``, whose lines are given for the excerpts."""
    second = finding.second
    return Problem(
        source=source,
        span=finding.span,
        code=finding.code,
        says=finding.says,
        fix=finding.fix,
        help=finding.help,
        line_text=line_at(lines, finding.span),
        elsewhere=Elsewhere(source, second, line_at(lines, second), finding.second_label)
        if second
        else None,
        severity=finding.severity,
        is_mechanical=bool(finding.mends),
    )


def line_at(lines: Sequence[str], span: Span) -> str:
    """Return the line that ``span`` stands on, or ``""`` past the end of the file."""
    return lines[span.line - 1] if 0 < span.line <= len(lines) else ""


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, then line, column and code, each once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.source, p.span, p.code, p.says))


def errors_among(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that forbid publication."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _display_width(text: str) -> int:
    """Return how many terminal columns ``text`` takes: combining marks none, wide signs two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _excerpt(span: Span, line_text: str, label: str, gutter: int) -> list[str]:
    """Return the numbered line and the carets under the span, followed by ``label``."""
    shown = line_text.replace("\t", " ").rstrip("\r\n")
    before = " " * _display_width(shown[: span.column - 1])
    carets = "^" * max(1, _display_width(shown[span.column - 1 : span.end_column - 1]))
    blank = " " * gutter
    return [
        f"{blank} |",
        f"{span.line:>{gutter}} | {shown}".rstrip(),
        f"{blank} | {before}{carets} {label}".rstrip(),
    ]


def as_text(problem: Problem) -> str:
    """Return the problem as editors read it in a terminal, without a final newline.

    What is wrong with a whole file has neither a line nor a caret.
    """
    second = problem.elsewhere
    if not problem.line_text.strip() and second is None:
        return _of_whole_file(problem)
    gutter = len(str(max(problem.span.line, second.span.line if second else 0)))
    blank = " " * gutter
    lines = [
        f"{problem.severity}[{problem.code}] : {problem.says}",
        f"{blank}--> {problem.source}:{problem.span.line}:{problem.span.column}",
        *_excerpt(problem.span, problem.line_text, problem.fix, gutter),
    ]
    if second:
        lines += [
            f"{blank}::: {second.source}:{second.span.line}:{second.span.column}",
            *_excerpt(second.span, second.line_text, second.label, gutter),
        ]
    if problem.help:
        lines.append(f"{blank} = aide : {problem.help}")
    return "\n".join(lines)


def _of_whole_file(problem: Problem) -> str:
    lines = [
        f"{problem.severity}[{problem.code}] : {problem.says}",
        f" --> {problem.source}",
        f"  = {problem.fix}",
    ]
    return "\n".join([*lines, f"  = aide : {problem.help}"] if problem.help else lines)


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return « 1 erreur » or « 3 erreurs »: in French, zero and one are singular."""
    return f"{number} {singular if number < 2 else plural or singular + 's'}"


_MENDS = "Pour les corrections sûres : invoke verifier --corriger."


def verdict(problems: Sequence[Problem], files: int, *, building: bool) -> str:
    """Return the last line: what was checked, what was found, what happens to the site."""
    errors = errors_among(problems)
    checked = counted(files, "fichier vérifié", "fichiers vérifiés")
    hints = len(problems) - len(errors)
    aside = f" {counted(hints, 'remarque')} sans gravité." if hints else ""
    mends = f" {_MENDS}" if any(problem.is_mechanical for problem in problems) else ""
    if not errors:
        return f"{checked}, aucune erreur.{aside}{mends}"
    where = counted(len({problem.source for problem in errors}), "fichier")
    fate = " Rien n’est publié ; le dernier site réussi reste en place." if building else ""
    return f"{checked}, {counted(len(errors), 'erreur')} dans {where}.{aside}{fate}{mends}"
