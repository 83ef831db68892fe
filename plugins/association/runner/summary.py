"""What a build says in French: what was built, how long it took, what is wrong, what is due next.

Pure: texts in, texts out; a terminal and the preview print them.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from ..content.french_dates import day_in_words
from ..core.cache import DISCARD_MESSAGE
from .build import Outcome
from .report_reader import BuildReport

PARIS = ZoneInfo("Europe/Paris")
_SPACE = "\N{NO-BREAK SPACE}"


def success(report: BuildReport, seconds: float) -> str:
    """Return « 104 pages en 1,4 s : 11 actualités, … », the next change and what was mended."""
    kinds = ", ".join(_pluralize(count, kind) for kind, count in report.pages.items() if count)
    total = f"{_pluralize(report.page_count, 'pages')} en {duration(seconds)}"
    lines = [f"{total}{_SPACE}: {kinds}." if kinds else f"{total}."]
    if report.next_change:
        lines.append(f"Prochain changement prévu du site{_SPACE}: {moment(report.next_change)}.")
    if report.cache_was_repaired:
        lines.append(DISCARD_MESSAGE)
    return "\n".join(lines)


def complaint(outcome: Outcome) -> str:
    """Return every problem and the verdict, or the trouble; ``""`` when there is nothing to say."""
    if outcome.report is None:
        return outcome.trouble
    texts = [problem.text for problem in outcome.report.problems]
    return "\n\n".join([*texts, outcome.report.verdict]) if texts else ""


def progress(seconds: float) -> str:
    """Return the line that shows that a long build is still alive."""
    return f"Construction en cours depuis {int(seconds)}{_SPACE}s…"


def duration(seconds: float) -> str:
    """Return « 1,4 s »: tenths are what a person feels."""
    return f"{seconds:.1f}".replace(".", ",") + f"{_SPACE}s"


def moment(instant: datetime) -> str:
    """Return « mardi 8 décembre 2026 à 21 h » in Paris's time; ``instant`` has a zone."""
    local = instant.astimezone(PARIS)
    minutes = f"{_SPACE}{local:%M}" if local.minute else ""
    return f"{day_in_words(local.date(), weekday=True)} à {local.hour}{_SPACE}h{minutes}"


def _pluralize(number: int, plural: str) -> str:
    """Return « 1 page » or « 3 pages »: zero and one are singular; « rendez-vous » is both."""
    words = plural.split(" ")
    singular = " ".join(
        word if word.endswith("-vous") else word.removesuffix("s") for word in words
    )
    return f"{number} {singular if number < 2 else plural}"
