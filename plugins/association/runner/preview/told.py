"""What a terminal that shows one build after the other says of each: what is new. Pure.

Errors keep the site from being shown, so they come first and every time; advice is given once.
"""

from collections import Counter
from collections.abc import Iterable

from ...problems.report import pluralize
from ..report_reader import BuildReport, ReportedProblem

_SPACE = "\N{NO-BREAK SPACE}"

# How many times each problem was told, by its key.
Told = Counter[str]


def told_of(report: BuildReport) -> Told:
    """Return what is told once this report was shown."""
    return Counter(problem.key for problem in report.problems)


def news(report: BuildReport, told: Told) -> str:
    """Return all errors, the advice that was not told yet, and the verdict.

    Where nothing is new and nothing is wrong, return ``""``.
    """
    fresh = list(_not_told(report.problems, told))
    advice = [problem for problem in fresh if not problem.forbids_publication]
    texts = [problem.text for problem in (*report.errors, *advice)]
    mended = (told - told_of(report)).total()
    if not texts and not mended:
        return ""
    known = len(report.problems) - len(report.errors) - len(advice)
    said = [report.verdict]
    if mended:
        said.append(f"Corrigé{_SPACE}: {pluralize(mended, 'problème')}.")
    if known:
        said.append(
            f"{pluralize(known, 'remarque')} d’avant, non redite{'s' if known > 1 else ''}."
        )
    return "\n\n".join([*texts, " ".join(said)])


def _not_told(problems: Iterable[ReportedProblem], told: Told) -> Iterable[ReportedProblem]:
    seen: Told = Counter()
    for problem in problems:
        seen[problem.key] += 1
        if seen[problem.key] > told[problem.key]:
            yield problem
