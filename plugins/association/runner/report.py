"""What a build says of itself to the command that started it: one JSON file. Pure.

Its reader is ``report_reader``.
"""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from ..content.times import utc
from ..problems.report import Problem, as_text, verdict


def report(
    problems: Sequence[Problem],
    files: int,
    pages: Counter[str],
    next_change: datetime | None,
    *,
    cache_was_repaired: bool = False,
    has_sure_fixes: bool = False,
) -> str:
    """Return the report: problems in reading order, pages counted by kind, the next due change.

    ``cache_was_repaired``: damaged cache files were deleted and computed again.
    ``has_sure_fixes``: see ``verdict``.
    """
    due = utc(next_change).strftime("%Y-%m-%dT%H:%M:%SZ") if next_change else None
    return json.dumps(
        {
            "problems": [
                {
                    "severity": problem.severity.value,
                    "text": as_text(problem),
                    "key": " ".join((problem.source, problem.code, problem.message)),
                }
                for problem in problems
            ],
            "pages": dict(pages),
            "page_count": pages.total(),
            "verdict": verdict(problems, files, building=True, has_sure_fixes=has_sure_fixes),
            "next_change": due,
            "cache_was_repaired": cache_was_repaired,
        },
        ensure_ascii=False,
    )
