"""The steps of a capsule: the headings of its text that say how long they take. Pure.

« ## Le relevé (10 minutes) », « ## L’heure des ajustements (1 h, en groupe) »: the last parenthesis
of a heading of the second level holds the time, and may say more after a comma.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core.words import fold
from ..source.headings import Heading
from .french_hours import read_minutes
from .reading_error import ReadingError

_LAST_PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
_UNIT = r"(?:h|hr?s?|heures?|min|mn|mins|minutes?)"
# « 15 minutes », « 1h30 », and what is close to it: « 15 mintes », « 10-15 min ».
_OF_TIME = re.compile(rf"\b{_UNIT}\b|\d\s*(?:{_UNIT}(?:\b|\s*\d)|['′]|mi?n?u?t\w*|he?u\w*)")
# A time that no parenthesis holds, or that one opens only.
_LOOSE_TIME = re.compile(
    rf"(?:\s*[,:–—([]|\s-)\s*(?P<time>(?:\d+|une)\s*{_UNIT}(?:\s*\d+)?)\s*]?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Step:
    """A step: its title without its time, its anchor without ``#``, how many minutes it takes."""

    title: str
    anchor: str
    minutes: int


def steps(headings: Sequence[Heading]) -> tuple[Step, ...]:
    """Return the steps among the headings of a text, in their order."""
    timed = ((heading, timed_title(heading.label)) for heading in headings)
    return tuple(Step(found[0], heading.anchor, found[1]) for heading, found in timed if found)


def minutes_of(written: int | None, found: Sequence[Step]) -> int | None:
    """Return the minutes of a capsule: as written, else those of its steps; None when unknown."""
    return written or sum(step.minutes for step in found) or None


def timed_title(label: str) -> tuple[str, int] | None:
    """Return the title and the minutes that a heading says, None where it says no time."""
    found = _LAST_PARENTHESIS.search(label)
    for said in _parts(found) if found else ():
        try:
            minutes = read_minutes(said)
        except ReadingError:
            continue
        if found and minutes:
            return label[: found.start()], minutes
    return None


def unread_time(label: str) -> str:
    """Return what a heading says of a time that cannot be read, ``""`` where it says none."""
    if timed_title(label):
        return ""
    found = _LAST_PARENTHESIS.search(label)
    if found:
        return next(_parts(found), "")
    loose = _LOOSE_TIME.search(label)
    return loose["time"] if loose else ""


def _parts(parenthesis: re.Match[str]) -> Iterator[str]:
    """Yield what a parenthesis says of a time: none of its parts may be."""
    for part in re.split(r",\s|;", parenthesis["inside"]):
        if _OF_TIME.search(fold(part)):
            yield part.strip()
