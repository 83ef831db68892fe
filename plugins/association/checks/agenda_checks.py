"""What events say of one another, and what time makes of them: checks for editors. Pure.

A single event's own mistakes are the schema's; a lost event is ``lost_events``'s.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from ..content.entry import Entry
from ..content.event_states import EventState, state_of
from ..content.moments import first_day
from ..content.reading import Content
from ..content.revisions import identity_of
from ..content.schema import Word, WrittenEvent
from ..content.times import utc
from ..core.words import fold
from ..core.zone import today
from ..events.occurrences import occurrences
from ..events.recurrence import Occurrence
from ..events.series import Gap, gaps
from ..problems.findings import Finding, Severity
from ..problems.report import Problem, RelatedPlace, line_at
from ..source.frontmatter import Path
from .check_context import CheckContext

# After that long, nobody will remember what to write.
REPORT_WITHIN = timedelta(days=60)
# Who was told « nouvelle date à venir » should not wait for ever.
NEW_DATE_WITHIN = timedelta(days=30)

Event = Entry[WrittenEvent]


def _in_order(content: Content) -> list[Event]:
    return sorted(content.events.values(), key=lambda e: (first_day(e.written.start), e.slug))


def _in_series(content: Content) -> Iterator[tuple[Word, list[Event]]]:
    """Yield each series with its events in their order."""
    events = _in_order(content)
    for series in content.vocabulary.of_kind("series").values():
        yield series, [event for event in events if event.written.series == series]


def shared_identities(context: CheckContext) -> Iterator[Problem]:
    """Find two events that subscribed calendars would take for one."""
    known: dict[str, Event] = {}
    events = _in_order(context.content)
    for event in sorted(events, key=lambda event: event.written.uid is not None):
        identity = identity_of(event.slug, event.written.uid)
        first = known.setdefault(identity, event)
        if first is not event:
            finding = Finding(
                event.front.span_of(("uid",)),
                "identifiant-en-double",
                f"deux évènements ont l’identifiant « {identity} »",
                "retirez cette ligne si ce fichier n’a jamais porté ce nom",
                "les agendas abonnés n’en garderaient qu’un des deux",
            )
            yield _with(first, ("uid",) if first.written.uid else ("titre",), finding, event)


def shared_numbers(context: CheckContext) -> Iterator[Problem]:
    """Find two events of a series with one number."""
    for _, events in _in_series(context.content):
        yield from _one_number_each(events)


def _one_number_each(events: list[Event]) -> Iterator[Problem]:
    known: dict[int, Event] = {}
    for event in events:
        number = event.written.number
        if number is None:
            continue
        first = known.setdefault(number, event)
        if first is not event:
            finding = Finding(
                event.front.span_of(("numero",)),
                "numero-en-double",
                f"le numéro {number} de la série est déjà pris",
                "corrigez l’un des deux numéros",
            )
            yield _with(first, ("numero",), finding, event)


def _with(first: Event, path: Path, finding: Finding, event: Event) -> Problem:
    """Return a finding of ``event`` that names the place of ``first`` too."""
    span = first.front.span_of(path)
    there = RelatedPlace(first.source, span, line_at(first.lines, span), "l’autre est ici")
    return replace(event.problem(finding), related=there)


def same_events(context: CheckContext) -> Iterator[Problem]:
    """Find two files that announce one title on one day in one place."""
    known: dict[tuple[object, ...], Event] = {}
    for event in _in_order(context.content):
        written = event.written
        cities = tuple(fold(place.city) for place in written.all_places)
        announced = fold(written.title), first_day(written.start), cities
        first = known.setdefault(announced, event)
        if first is not event:
            finding = Finding(
                event.front.span_of(("titre",)),
                "evenement-en-double",
                "deux évènements ont ce titre, ce jour et ce lieu",
                "gardez un seul des deux fichiers, ou distinguez leurs titres",
                severity=Severity.ADVICE,
            )
            yield _with(first, ("titre",), finding, event)


def unexplained_gaps(context: CheckContext) -> Iterator[Problem]:
    """Find numbers that a series leaves out without saying why."""
    for series, events in _in_series(context.content):
        yield from _explained_gaps(events, series)


def _explained_gaps(events: list[Event], series: Word) -> Iterator[Problem]:
    if series.gaps:
        return
    missing = gaps(event.written.number for event in events if event.written.number)
    after = {gap.last + 1: gap for gap in missing}
    for event in events:
        gap = after.get(event.written.number or 0)
        if gap:
            yield event.problem(
                Finding(
                    event.front.span_of(("numero",)),
                    "numeros-absents",
                    f"avant ce numéro, {_missing(gap)} dans « {series.name} »",
                    "vérifiez ce numéro",
                    "s’il est juste, expliquez l’absence par « lacunes: … » sous la série, dans "
                    "vocabulaire.yml",
                    severity=Severity.ADVICE,
                )
            )


def _missing(gap: Gap) -> str:
    if gap.first == gap.last:
        return f"le numéro {gap.first} manque"
    return f"les numéros {gap.first} à {gap.last} manquent"


def left_to_write(context: CheckContext) -> Iterator[Problem]:
    """Remind of what past events still lack."""
    latest: dict[str, date] = {}
    for item in context.content.news.values():
        told = item.written
        if told.event:
            latest[told.event] = max(told.date, latest.get(told.event, told.date))
    for event in _in_order(context.content):
        yield from _left_to_write(event, latest.get(event.slug), context.asof)


def _left_to_write(event: Event, reported: date | None, asof: datetime) -> Iterator[Problem]:
    """Remind of what a past event still lacks; an example lacks nothing.

    ``reported`` is the day of the latest news of it.
    """
    written = event.written
    ends = [utc(item.slot.over_at) for item in occurrences(event)]
    if written.example or not ends or max(ends) > utc(asof):
        return
    over_at = max(ends)
    if written.status == "à confirmer":
        yield event.problem(
            Finding(
                event.front.span_of(("statut",)),
                "etat-a-regler",
                "cette date est passée, et encore « à confirmer »",
                "retirez cette ligne si l’évènement a eu lieu, sinon écrivez « annulé »",
                severity=Severity.REMINDER,
            )
        )
    elif state_of(written).takes_place and today(over_at) + REPORT_WITHIN <= today(asof):
        yield from _awaited_report(event, reported)


def dates_to_announce(context: CheckContext) -> Iterator[Problem]:
    """Remind of postponed events whose first date is long past, without a new one."""
    for event in _in_order(context.content):
        waiting = [
            item
            for item in occurrences(event)
            if item.state is EventState.POSTPONED
            and today(item.slot.over_at) + NEW_DATE_WITHIN <= today(context.asof)
        ]
        if waiting and not event.written.example:
            yield event.problem(
                Finding(
                    event.front.span_of(_status_of(waiting[0], event)),
                    "report-a-dater",
                    "la date reportée est passée depuis plus de 30 jours, et la nouvelle n’est "
                    "pas dite",
                    "écrivez-la dans « debut », et l’ancienne dans « date_initiale »",
                    "s’il n’a plus lieu, écrivez « statut: annulé »",
                    severity=Severity.REMINDER,
                )
            )


def _status_of(date_: Occurrence, event: Event) -> Path:
    starts = [further.start for further in event.written.further_dates]
    own = date_.is_further and event.written.status != "reporté"
    return ("dates", starts.index(date_.slot.start), "statut") if own else ("statut",)


def _awaited_report(event: Event, reported: date | None) -> Iterator[Problem]:
    if reported is None or reported < first_day(event.written.start):
        yield event.problem(
            Finding(
                event.front.span_of(("debut",)),
                "compte-rendu-attendu",
                "cet évènement est passé depuis plus de 60 jours, sans compte rendu",
                f"écrivez une actualité avec « evenement: {event.slug} »",
                severity=Severity.REMINDER,
            )
        )
