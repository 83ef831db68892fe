"""The programme of an event by hour, as all that leaves the site says it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from ..content.event_parts import WrittenSession
from ..content.event_sessions import days, instant
from ..content.french_dates import day_in_words, hour_in_words


@dataclass(frozen=True)
class Session:
    """What begins at an hour: ``day`` counts those of its event from 1; texts may be ``""``."""

    day: int
    hour: time
    title: str
    people: str
    room: str


@dataclass(frozen=True)
class SessionLine:
    """A line of a programme in words: ``hour`` « 9 h 30 », ``iso`` « 09:30 »."""

    hour: str
    iso: str
    title: str
    detail: str


@dataclass(frozen=True)
class ProgrammeDay:
    """The lines of a day; ``label`` is ``""`` where the event has one day only."""

    label: str
    sessions: tuple[SessionLine, ...]


def sessions(written: Sequence[WrittenSession]) -> tuple[Session, ...]:
    """Return the programme that an event, or one of its dates, says."""
    return tuple(
        Session(day, one.hour, one.title, one.people or "", one.room or "")
        for day, one in zip(days(written), written, strict=True)
    )


def at(session: Session, first: date) -> datetime:
    """Return when a session is, in wall time, on a date that begins on ``first``."""
    return instant(first, session.day, session.hour)


def detail(session: Session) -> str:
    """Return who and where: « Charles Rojzman, grande salle »."""
    return ", ".join(part for part in (session.people, session.room) if part)


def programme_days(
    found: Sequence[Session], lang: str, first: date | None
) -> tuple[ProgrammeDay, ...]:
    """Return a programme day by day, in words.

    ``first`` is the first day of its date, None where it is that of several dates.
    """
    is_of_one_day = all(session.day == 1 for session in found)
    return tuple(
        ProgrammeDay(
            "" if is_of_one_day else _day(day, lang, first),
            tuple(
                SessionLine(
                    hour_in_words(one.hour, lang), f"{one.hour:%H:%M}", one.title, detail(one)
                )
                for one in of_day
            ),
        )
        for day, of_day in groupby(found, key=lambda session: session.day)
    )


def _day(day: int, lang: str, first: date | None) -> str:
    if first is None:
        return f"Jour {day}"
    words = day_in_words(date.fromordinal(first.toordinal() + day - 1), lang, weekday=True)
    return words[0].upper() + words[1:]
