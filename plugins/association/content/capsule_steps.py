"""The steps of a capsule: the headings of its text that say how long they take. Pure.

« ## Le relevé (10 minutes) », « ## L’heure des ajustements (1 h, en groupe) »: the last parenthesis
of a heading of the second level begins with the time, and may say more after a comma. There,
« 9 h » is an hour of the day (« Paris, 9 h »); minutes are a duration wherever they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..core.words import fold
from ..source.headings import Heading
from .french_hours import read_minutes
from .reading_error import ReadingError

_LAST_PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
_UNIT = r"(?:h|hr?s?|heures?|min|mn|mins|minutes?)"
# « 15 minutes », « 1h30 », and what is close to it: « 15 mintes », « 10-15 min ».
_OF_TIME = re.compile(rf"\b{_UNIT}\b|\d\s*(?:{_UNIT}(?:\b|\s*\d)|['′]|mi?n?u?t\w*|he?u\w*)")
# Hours may be those of a day or of a week, minutes are those that it takes: « environ 10 mintes ».
_OF_MINUTES = re.compile(
    r"(?:environ |~ ?)?\d+(?: ?(?:a|ou|-|–) ?\d+)? ?(?:mi?n?u?t\w*\.?|min\.?|mn|mins|['′])"
)
_NUMBER = re.compile(r"\d|\bune?\b")
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
    for rank, said in enumerate(_parts(found) if found else ()):
        if not _OF_TIME.search(fold(said)) or (rank and not is_of_minutes(said)):
            continue
        try:
            minutes = read_minutes(said)
        except ReadingError:
            continue
        if found and minutes:
            return label[: found.start()], minutes
    return None


def unread_time(label: str) -> str:
    """Return what a heading says of a time that is read as no duration, ``""`` without any."""
    if timed_title(label):
        return ""
    found = _LAST_PARENTHESIS.search(label)
    for said in _parts(found) if found else ():
        if _OF_TIME.search(fold(said)) and _NUMBER.search(fold(said)):
            return said
    loose = None if found else _LOOSE_TIME.search(label)
    return loose["time"] if loose else ""


def is_of_minutes(said: str) -> bool:
    """Return whether what is said of a time can only be how long something takes."""
    return bool(_OF_MINUTES.fullmatch(" ".join(fold(said).split())))


def _parts(parenthesis: re.Match[str]) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r",\s|;", parenthesis["inside"]))
