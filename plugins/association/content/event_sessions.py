"""The programme of an event by hour: when each line of it is, and what must hold of it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .event_fields import EventFields
from .event_parts import WrittenSession
from .moments import Month, When, first_day, last_day
from .written import Path, Rule, Violation

_UNHELD = ("annulé", "reporté")


def days(sessions: Sequence[WrittenSession]) -> list[int]:
    """Return the day of each line of a programme, from 1: that of the line above unless it says."""
    found: list[int] = []
    for session in sessions:
        found.append(session.day or (found[-1] if found else 1))
    return found


def instant(first: date, day: int, hour: time) -> datetime:
    """Return an hour of a day, in wall time, of a date that begins on ``first``."""
    return datetime.combine(first + timedelta(days=day - 1), hour)


def instants(sessions: Sequence[WrittenSession], first: date) -> list[datetime]:
    """Return when each line of a programme is, in wall time, on a date that begins on ``first``."""
    return [
        instant(first, day, session.hour)
        for day, session in zip(days(sessions), sessions, strict=True)
    ]


@dataclass(frozen=True)
class _Date:
    """A date of the event, where the file says its start, and the programme it has of its own."""

    path: Path
    start: When
    end: When | None
    own: tuple[WrittenSession, ...]

    @property
    def programme_path(self) -> Path:
        """Where its own programme is."""
        return (*self.path[:-1], "programme")

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """The first and the last instant, in wall time, that its programme may say."""
        first = first_day(self.start)
        night = datetime.combine(last_day(self.end or self.start), time(23, 59))
        start = self.start if isinstance(self.start, datetime) else datetime.combine(first, time())
        return start, self.end if isinstance(self.end, datetime) else night


def _dates(event: EventFields) -> Iterator[_Date]:
    """Yield the dates that the file says, but those that do not take place."""
    yield _Date(("debut",), event.start, event.end, event.programme)
    for number, further in enumerate(event.further_dates):
        if further.status not in _UNHELD:
            path: Path = ("dates", number, "debut")
            yield _Date(path, further.start, further.end, further.programme)
    if event.recurrence is None:
        return
    for number, move in enumerate(event.recurrence.moved):
        path = ("recurrence", "deplacees", number, "debut")
        yield _Date(path, move.start, move.end or _as_long(event, move.start), move.programme)
    for number, change in enumerate(event.recurrence.changes):
        path = ("recurrence", "changements", number, "a_partir_du")
        end = change.end or _as_long(event, change.start)
        yield _Date(path, change.start, end, change.programme)


def _as_long(event: EventFields, start: When) -> When | None:
    """Return the end of a date that lasts as long as the event."""
    if isinstance(start, datetime) and isinstance(event.start, datetime):
        return start + (event.end - event.start) if isinstance(event.end, datetime) else None
    if event.end is None or isinstance(event.end, Month) or isinstance(start, Month):
        return None
    return start + (first_day(event.end) - first_day(event.start))


def _programme_fits(event: EventFields) -> Iterator[Violation]:
    for date_ in _dates(event):
        if date_.own and isinstance(date_.start, Month):
            yield Violation(
                date_.programme_path,
                "programme-sans-jour",
                "un programme par heure va avec un jour précis",
                f"donnez le jour dans « {date_.path[-1]} », ou retirez le programme",
                related=date_.path,
                related_label="seulement un mois",
            )
        elif date_.own:
            yield from _own_programme(date_)
        elif event.programme and not _is_of(event, date_):
            yield Violation(
                date_.path,
                "programme-autre-heure",
                "cette date n’a pas les heures de la première : le programme n’est pas le sien",
                "donnez à cette date son « programme »",
                related=("programme",),
                related_label="le programme des autres dates",
            )


def _own_programme(date_: _Date) -> Iterator[Violation]:
    at = instants(date_.own, first_day(date_.start))
    earliest, latest = date_.bounds
    for number, session in enumerate(date_.own):
        path: Path = (*date_.programme_path, number)
        if session.day == 0:
            yield Violation(
                (*path, "jour"), "nombre", "zéro n’a pas de sens ici", "écrivez au moins 1"
            )
            return
        if number and at[number] < at[number - 1]:
            tomorrow = (at[number] - datetime.combine(first_day(date_.start), time())).days + 2
            yield Violation(
                (*path, "heure"),
                "programme-ordre",
                "cette heure vient avant celle de la ligne d’au-dessus",
                "mettez les lignes dans l’ordre des heures",
                f"si c’est le lendemain, ajoutez dessous « jour: {tomorrow} »",
                related=(*date_.programme_path, number - 1, "heure"),
                related_label="vient après",
            )
        elif not earliest <= at[number] <= latest:
            yield Violation(
                (*path, "heure"),
                "programme-hors-heures",
                "cette heure est avant le début"
                if at[number] < earliest
                else "cette heure est après la fin",
                f"corrigez-la, ou « {date_.path[-1] if at[number] < earliest else 'fin'} »",
                related=date_.path,
                related_label="commence ici",
            )


def _is_of(event: EventFields, date_: _Date) -> bool:
    """Return whether the programme of the event can be that of one of its dates."""
    if isinstance(date_.start, Month):
        return False
    are_timed = isinstance(event.start, datetime) and isinstance(date_.start, datetime)
    if are_timed and _clock(event.start) != _clock(date_.start):
        return False
    earliest, latest = date_.bounds
    at = instants(event.programme, first_day(date_.start))
    return all(earliest <= instant <= latest for instant in at)


def _clock(when: When) -> time | None:
    return when.time() if isinstance(when, datetime) else None


SESSION_RULES: tuple[Rule, ...] = (
    Rule(("start", "end", "further_dates", "recurrence", "programme"), _programme_fits),
)
