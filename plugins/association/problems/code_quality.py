"""Problems as a code-quality report, which GitLab shows in a merge request. Pure.

The format is GitLab's subset of the Code Climate issues: « Code Quality report format ».
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from .findings import Severity
from .report import Problem

_WEIGHTS = {Severity.ERROR: "major", Severity.ADVICE: "minor", Severity.REMINDER: "info"}


def code_quality(problems: Sequence[Problem]) -> str:
    """Return the report as JSON, one issue a problem, in the given order."""
    repeats: Counter[str] = Counter()
    issues = []
    for problem in problems:
        identity = "\0".join((problem.source, problem.code, problem.message, problem.line_text))
        issues.append(_issue(problem, f"{identity}\0{repeats[identity]}"))
        repeats[identity] += 1
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(problem: Problem, identity: str) -> dict[str, object]:
    """Return one issue; ``identity`` distinguishes it from others even when its line moves."""
    span = problem.span
    return {
        "description": f"{problem.message} — {problem.fix}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest(),
        "severity": _WEIGHTS[problem.severity],
        "location": {
            "path": problem.source,
            "lines": {"begin": span.line, "end": span.line},
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.line, "column": span.end_column},
            },
        },
    }
