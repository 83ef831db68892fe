"""Problems as workflow commands: GitHub, Forgejo and Gitea show them beside their lines. Pure.

The form is that of « Workflow commands for GitHub Actions », which the others follow.
"""

from collections.abc import Mapping

from .findings import Severity
from .report import Problem

_KINDS = {Severity.ERROR: "error", Severity.ADVICE: "warning", Severity.REMINDER: "notice"}
_RUNNERS = ("GITHUB_ACTIONS", "FORGEJO_ACTIONS", "GITEA_ACTIONS")


def are_understood(environ: Mapping[str, str]) -> bool:
    """Return whether what runs this program reads workflow commands in its output."""
    return any(environ.get(name) == "true" for name in _RUNNERS)


def as_annotation(problem: Problem) -> str:
    """Return the problem as one line; ``endColumn`` is exclusive, as columns of spans are."""
    span = problem.span
    place = {
        "file": problem.source,
        "line": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{_KINDS[problem.severity]} {properties}::{_message(_words(problem))}"


def _words(problem: Problem) -> str:
    words = f"{problem.says} — {problem.fix}"
    return f"{words} ({problem.help})" if problem.help else words


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
