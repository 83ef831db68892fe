"""Problems as workflow commands: GitHub, Forgejo and Gitea show them beside their lines. Pure.

The format is that of « Workflow commands for GitHub Actions », which the others follow.
"""

from collections.abc import Mapping

from .findings import Severity
from .report import Problem

_KINDS = {Severity.ERROR: "error", Severity.ADVICE: "warning", Severity.REMINDER: "notice"}
_RUNNERS = ("GITHUB_ACTIONS", "FORGEJO_ACTIONS", "GITEA_ACTIONS")


def are_supported(environ: Mapping[str, str]) -> bool:
    """Return whether the forge that runs this program reads workflow commands in its output."""
    return any(environ.get(name) == "true" for name in _RUNNERS)


def as_annotation(problem: Problem) -> str:
    """Return the problem as one line; ``endColumn`` is exclusive, like the end of a span."""
    span = problem.span
    place = {
        "file": problem.source,
        "line": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in place.items())
    return f"::{_KINDS[problem.severity]} {properties}::{_escape(_description(problem))}"


def _description(problem: Problem) -> str:
    words = f"{problem.message} — {problem.fix}"
    return f"{words} ({problem.help})" if problem.help else words


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
