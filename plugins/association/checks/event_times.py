"""When an event says that it takes place: odd hours, missing ends and far ones. Pure.

What a date alone cannot be is the schema's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ..content.entry import AnyEntry, Event
from ..content.event_states import state_of
from ..content.french_dates import day_in_words, hour_in_words, zone_in_words
from ..content.moments import Month, When, first_day
from ..content.schema import WrittenEvent
from ..content.times import Slot, utc
from ..core.zone import PARIS
from ..events.recurrence import MOST_OCCURRENCES, dates_of, hours_of_rule, last_day_kept
from ..problems.findings import Finding, Severity
from ..source.frontmatter import Path
from .check_context import CheckContext

# Longer, an event by the hour or by the day is more often a slip of the year than an event.
_LONGEST_BY_HOUR = timedelta(days=31)
_LONGEST_BY_DAY = timedelta(days=360)
_USUAL = timedelta(hours=2)


@dataclass(frozen=True)
class _Place:
    """A start with its end, and where the file says them; ``end`` may be None."""

    path: Path
    start: When
    end: When | None

    @property
    def end_path(self) -> Path:
        return (*self.path[:-1], "fin")


def _places(event: WrittenEvent) -> Iterator[_Place]:
    yield _Place(("debut",), event.start, event.end)
    for number, further in enumerate(event.further_dates):
        yield _Place(("dates", number, "debut"), further.start, further.end)
    for number, move in enumerate(event.recurrence.moved if event.recurrence else ()):
        path: Path = ("recurrence", "deplacees", number, "debut")
        yield _Place(path, move.start, move.end)


def skipped_and_repeated_hours(event: Event) -> Iterator[Finding]:
    """Find the hours that clocks skip, or show twice, where the event takes place."""
    written = event.written
    zone = written.zone or PARIS
    for path, when in _hours(written):
        span = event.front.span_of(path)
        if not isinstance(when, datetime):
            continue
        day = day_in_words(when.date())
        there = f"({zone_in_words(zone)})"
        if not _exists(when, zone):
            before, after = _around(when, zone)
            yield Finding(
                span,
                "heure-inexistante",
                f"le {day}, {hour_in_words(when)} n’existe pas : les horloges avancent {there}",
                f"écrivez {before:%Y-%m-%d %H:%M} ou {after:%Y-%m-%d %H:%M}",
            )
        elif _is_repeated(when, zone):
            yield Finding(
                span,
                "heure-double",
                f"le {day}, {hour_in_words(when)} existe deux fois : les horloges reculent {there}",
                "choisissez si possible une autre heure",
                "le site prend la première des deux",
                severity=Severity.ADVICE,
            )


def _hours(event: WrittenEvent) -> Iterator[tuple[Path, When | None]]:
    for place in _places(event):
        yield place.path, place.start
        yield place.end_path, place.end
    yield ("date_initiale",), event.initial_date
    for number, further in enumerate(event.further_dates):
        yield ("dates", number, "date_initiale"), further.initial_date
    if event.registration:
        yield ("inscription", "avant_le"), event.registration.deadline


def hours_of_rules(event: Event) -> Iterator[Finding]:
    """Find the dates of a recurrence whose hour clocks skip or show twice."""
    written = event.written
    zone = written.zone or PARIS
    for hour in hours_of_rule(written):
        if hour in (written.start, written.end):
            continue
        if _exists(hour, zone) and not _is_repeated(hour, zone):
            continue
        skipped = not _exists(hour, zone)
        yield Finding(
            event.front.span_of_key(("recurrence",)),
            "heure-inexistante" if skipped else "heure-double",
            f"le {day_in_words(hour.date())}, {hour_in_words(hour)} "
            + ("n’existe pas" if skipped else "existe deux fois")
            + f" : les horloges changent ({zone_in_words(zone)})",
            "déplacez cette date par « deplacees », ou choisissez une autre heure",
            f"le site l’annonce à l’heure d’alors, {hour_in_words(_around(hour, zone)[1])}"
            if skipped
            else "le site prend la première des deux",
            severity=Severity.ADVICE,
        )


def _exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Return whether clocks of ``zone`` show a wall time."""
    return utc(wall.replace(tzinfo=zone)).astimezone(zone).replace(tzinfo=None) == wall


def _is_repeated(wall: datetime, zone: ZoneInfo) -> bool:
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first != second


def _around(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the wall times as far before and after a jump of clocks as ``wall`` is in it."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    jump = (second or timedelta()) - (first or timedelta())
    return wall - jump, wall + jump


def missing_ends(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Advise to say when a date to come ends, when it says at what hour it begins."""
    written = entry.written
    if not isinstance(written, WrittenEvent) or not state_of(written).takes_place:
        return
    for place in _places(written):
        start = place.start
        if place.end is not None or not isinstance(start, datetime):
            continue
        if place.path[0] == "recurrence" or _is_over(place, written, context):
            continue
        yield Finding(
            entry.front.span_of(place.path),
            "heure-sans-fin",
            "l’heure de la fin n’est pas dite",
            f"ajoutez par exemple « fin: {start + _USUAL:%Y-%m-%d %H:%M} »",
            "sans elle, les agendas ne réservent aucun temps",
            severity=Severity.ADVICE,
        )


def _is_over(place: _Place, written: WrittenEvent, context: CheckContext) -> bool:
    if written.recurrence:
        return all(item.slot.is_over(context.asof) for item in dates_of(written))
    return Slot(place.start, None, written.zone or PARIS).is_over(context.asof)


def far_ends(event: Event) -> Iterator[Finding]:
    """Find an end so far from its start that its year or its month is probably wrong."""
    for place in _places(event.written):
        start, end = place.start, place.end
        if end is None or isinstance(start, Month) or isinstance(end, Month):
            continue
        if not _is_far(start, end):
            continue
        lasts = first_day(end) - first_day(start)
        is_timed = isinstance(start, datetime)
        nearer = _a_year_less(end) if end.year > start.year else None
        is_meant = nearer is not None and _is_after(start, nearer)
        form = "%Y-%m-%d %H:%M" if is_timed else "%Y-%m-%d"
        yield Finding(
            event.front.span_of(place.end_path),
            "fin-lointaine",
            f"cette date durerait {lasts.days} jours",
            f"vouliez-vous dire {nearer:{form}} ?" if is_meant else "vérifiez l’année et le mois",
            "ce qui revient s’écrit par « recurrence », ou date par date sous « dates »",
            severity=Severity.ADVICE,
        )


def _is_far(start: When, end: When) -> bool:
    longest = _LONGEST_BY_HOUR if isinstance(start, datetime) else _LONGEST_BY_DAY
    return first_day(end) - first_day(start) >= longest


def overlapping_dates(event: Event) -> Iterator[Finding]:
    """Find a rule each date of which would end after the next begins: its end is the last day's."""
    written = event.written
    start, end = written.start, written.end
    slots = [item.slot for item in dates_of(written) if item.is_on_first_rule and not item.was]
    if end is None or len(slots) < 2 or _is_far(start, end):
        return
    if utc(slots[0].over_at) <= utc(slots[1].starts_at):
        return
    meant = "rapprochez cette fin"
    if isinstance(start, datetime) and isinstance(end, datetime) and end.time() > start.time():
        meant = f"vouliez-vous dire {datetime.combine(start, end.time()):%Y-%m-%d %H:%M} ?"
    yield Finding(
        event.front.span_of(("fin",)),
        "fin-lointaine",
        "chaque date de cette répétition finirait après le début de la suivante",
        meant,
        "« fin » est celle d’une seule date ; la dernière se dit par « jusqu_au » ou « nombre »",
        severity=Severity.ADVICE,
    )


def _a_year_less(when: When) -> When | None:
    assert not isinstance(when, Month)
    try:
        return when.replace(year=when.year - 1)
    except ValueError:
        return None


def _is_after(start: When, end: When) -> bool:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end > start
    return first_day(end) >= first_day(start)


def cut_rules(event: Event) -> Iterator[Finding]:
    """Find a recurrence that gives more dates than the site shows."""
    last = last_day_kept(event.written)
    if last is None:
        return
    yield Finding(
        event.front.span_of(("recurrence", "jusqu_au")),
        "recurrence-trop-longue",
        f"cette répétition donne plus de {MOST_OCCURRENCES} dates",
        f"écrivez un jour plus proche, le {last.isoformat()} au plus tard",
        "une répétition se prolonge chaque année : le site montre alors les dates suivantes",
    )
