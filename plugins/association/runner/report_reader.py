"""What a build says of itself: the JSON report that the generator leaves at ``RAPPORT``.

Here live the typed report and its reading. Writing it is the generator's, wording it is
``summary``'s. Pure but for reading the one file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


class UnreadableReportError(ValueError):
    """The report is missing, is not JSON or lacks something: the build itself went wrong."""


@dataclass(frozen=True)
class ReportedProblem:
    """One problem: a value of ``findings.Severity``, and its finished form for a terminal.

    ``key`` is the same as long as it is not mended, whatever lines are added above it.
    """

    severity: str
    text: str
    key: str

    @property
    def forbids_publication(self) -> bool:
        """Say whether this problem alone keeps the site from being replaced."""
        return self.severity == "erreur"


@dataclass(frozen=True)
class BuildReport:
    """What was found and what was written; ``pages`` counts them by kind, in French plural.

    ``next_change`` is the next instant at which the same content gives another site, with its
    zone, or None when nothing is due. ``cache_was_repaired``: damaged
    cache files were deleted and computed again.
    """

    problems: tuple[ReportedProblem, ...]
    pages: Mapping[str, int]
    page_count: int
    verdict: str
    next_change: datetime | None
    cache_was_repaired: bool = False

    @property
    def errors(self) -> tuple[ReportedProblem, ...]:
        """The problems that forbid publication, in the order of the report."""
        return tuple(problem for problem in self.problems if problem.forbids_publication)


def read_report(path: Path) -> BuildReport:
    """Return the report written at ``path``; raise UnreadableReportError when there is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _report_of(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableReportError(f"{path}: {error!r}") from error


def _report_of(data: Mapping[str, Any]) -> BuildReport:
    """Return the report's JSON as its type; the errors of wrong JSON are those of Python."""
    due = data["next_change"]
    return BuildReport(
        problems=tuple(
            ReportedProblem(str(one["severity"]), str(one["text"]), str(one["key"]))
            for one in data["problems"]
        ),
        pages={str(kind): int(count) for kind, count in data["pages"].items()},
        page_count=int(data["page_count"]),
        verdict=str(data["verdict"]),
        next_change=datetime.fromisoformat(due) if due else None,
        cache_was_repaired=bool(data.get("cache_was_repaired")),
    )
