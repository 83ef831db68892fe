"""What a capsule says of its steps and exercises that does not hold together. Pure."""

from collections.abc import Iterator

from ..content.capsule_steps import is_of_minutes, steps, timed_title, unread_time
from ..content.entry import AnyEntry, Capsule
from ..content.french_hours import duration_in_words
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.block_lines import EXERCISE, HEAD


def unread_times(capsule: Capsule) -> Iterator[Finding]:
    """Find a heading that means to be a step, and whose time cannot be read."""
    lines = capsule.markdown.split("\n")
    for block in capsule.body.blocks:
        said = unread_time(block.words) if block.tags == ("h2",) else ""
        if not said:
            continue
        line = lines[block.first - 1]
        start = line.rfind(said)
        span = Span(1, 1, len(line) + 1) if start < 0 else Span(1, start + 1, start + len(said) + 1)
        yield Finding(
            span.down(block.first + capsule.body_line - 2),
            "duree-d-etape",
            *_unread(said, block.words),
            severity=Severity.ERROR if is_of_minutes(said) else Severity.ADVICE,
        )


def _unread(said: str, heading: str) -> tuple[str, str]:
    """Return what is wrong with a time that a heading says, and the mend."""
    if not is_of_minutes(said):
        return (
            f"« {said} » n’est pas lu comme une durée : ce titre n’est pas celui d’une étape",
            "si c’en est une, commencez la parenthèse par sa durée, par exemple « (1 h 30) »",
        )
    # A time that only lacks its parenthesis.
    title = heading[: heading.rfind(said)].rstrip(" ,:–—-([")
    mended = f"{title} ({said})"
    return f"« {said} » ne dit pas la durée de cette étape", (
        f"écrivez « ## {mended} »"
        if timed_title(mended)
        else "dites-la à la fin du titre, par exemple « (15 minutes) » ou « (1 h 30) »"
    )


def duration_of_steps(capsule: Capsule) -> Iterator[Finding]:
    """Find a duration that is not the sum of the steps', once each of them is read."""
    headings = capsule.body.headings
    found = steps(headings)
    total = sum(step.minutes for step in found)
    is_read = not any(unread_time(heading.label) for heading in headings)
    if not found or not is_read or capsule.written.minutes in (total, None):
        return
    yield Finding(
        capsule.front.span_of(("duree",)),
        "duree-et-etapes",
        f"les étapes font {duration_in_words(total)} en tout, et non {capsule.written.minutes} min",
        f"écrivez {total}, ou corrigez la durée d’une étape",
        severity=Severity.ADVICE,
    )


def exercises_elsewhere(entry: AnyEntry) -> Iterator[Finding]:
    """Find an exercise in what is no capsule: only there can it be answered."""
    if entry.folder == "capsules":
        return
    fenced = entry.body.fenced_lines()
    for number, line in enumerate(entry.markdown.split("\n"), start=1):
        opened = HEAD.match(line) if number not in fenced else None
        if not opened or opened["name"] != EXERCISE:
            continue
        at = number + entry.body_line - 1
        span = Span(at, opened.start("name") + 1, opened.end("name") + 1)
        yield Finding(
            span,
            "exercice-hors-capsule",
            "un exercice n’a sa place que dans une capsule",
            "écrivez « admonition » à la place de ce mot, pour un encadré",
            replacements=(Replacement(span, "admonition"),),
        )
