"""What the published site announced of an event and that its file no longer says. Pure.

Who noted a date learns of its change only from what the site says: a date that moves says the one
first announced, a date that is given up stays, cancelled. And calendar programs that know a later
SEQUENCE set aside what bears an earlier one.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import cast

from ..content.entry import AnyEntry, Event
from ..content.event import WrittenEvent
from ..content.french_dates import day_in_words
from ..content.history import History
from ..content.moments import first_day
from ..content.revisions import identity_of
from ..core.zone import PARIS
from ..events.iso_times import iso_end, iso_start
from ..events.occurrences import occurrences
from ..events.places import place
from ..events.published_agenda import MODES, PublishedDate, PublishedEvent
from ..events.recurrence import Occurrence
from ..problems.findings import Finding, Replacement, Severity, Span
from ..source.frontmatter import Path
from .check_context import CheckContext

# How many dates one sentence names.
_MOST_NAMED = 12


def changes_since_publication(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Find what an event says otherwise than the published site, and that nobody is told."""
    if not isinstance(entry.written, WrittenEvent):
        return
    event = cast("Event", entry)
    identity = identity_of(event.slug, event.written.uid)
    published = context.former_agenda.agenda.events.get(identity)
    if published is None:
        return
    if event.written.is_draft:
        if published.dates_to_come(context.now):
            yield _draft_finding(event)
        return
    dates = occurrences(event)
    yield from _missing_dates(event, published, dates, context)
    yield from _sequence(event, published, dates, context)
    yield from _creation(event, published, context)


def _creation(event: Event, published: PublishedEvent, context: CheckContext) -> Iterator[Finding]:
    """Say that git's history of an event begins later than the one it was published from."""
    revision = context.history.revisions.get(event.slug)
    if revision is None or revision.created is None or published.created is None:
        return
    known_since = published.created.astimezone(PARIS).date()
    created = event.written.created or revision.created.astimezone(PARIS).date()
    if created <= known_since or _is_cut(context.history):
        return
    written = f"cree_le: {known_since.isoformat()}"
    has_one = event.front.has(("cree_le",))
    yield Finding(
        event.front.span_of(("cree_le",) if has_one else ("titre",)),
        "historique-perdu",
        f"le site publié connaît cet évènement depuis le {day_in_words(known_since)}, et "
        "l’historique depuis plus tard",
        f"écrivez « {written} »",
        "l’historique a été réécrit, ou est resté dans un autre dépôt ; « invoke verifier "
        "--corriger » écrit ces lignes",
        severity=Severity.ADVICE,
        replacements=event.front.instead(("cree_le",), known_since.isoformat())
        if has_one
        else (_line_after(event, ("titre",), written),),
    )


def _is_cut(known: History) -> bool:
    return any(finding.severity is Severity.ERROR for finding in known.findings)


def _draft_finding(event: Event) -> Finding:
    return Finding(
        event.front.span_of(("statut",)),
        "brouillon-publie",
        "cet évènement est déjà publié, et un brouillon n’est pas sur le site",
        "écrivez « statut: annulé » s’il n’a plus lieu, sinon retirez cette ligne",
    )


def _missing_dates(
    event: Event,
    published: PublishedEvent,
    dates: Sequence[Occurrence],
    context: CheckContext,
) -> Iterator[Finding]:
    """Say which published dates to come are neither here nor said to have moved."""
    said = {text for one in dates for text in (iso_start(one.slot), iso_start(one.announced))}
    known = {text for one in published.dates for text in (one.start, one.announced)}
    missing = [
        one
        for one in published.dates_to_come(context.now)
        if not said & {one.start, one.announced}
        and not _is_in_a_change(one, event)
        and not any(_is_more_precise(date_, one) for date_ in dates)
    ]
    if not missing:
        return
    fresh = [one for one in dates if iso_start(one.slot) not in known and one.was is None]
    if event.written.recurrence is not None:
        at_other_hours = [one for one in missing if _has_day_of(one, fresh)]
        if at_other_hours:
            yield _other_hour(event, at_other_hours, context)
        gone = [one for one in missing if one not in at_other_hours]
    else:
        moved = _moves(missing, fresh)
        for before, after in moved:
            yield _change_finding(event, before, after, context)
        gone = [one for one in missing if one not in [before for before, _ in moved]]
    if gone:
        yield _loss_finding(event, gone)


def _is_in_a_change(one: PublishedDate, event: Event) -> bool:
    """Return whether the rule says itself that it changes before a date."""
    changes = event.written.recurrence.changes if event.written.recurrence else ()
    return any(one.start[:10] >= first_day(change.start).isoformat() for change in changes)


def _moves(
    missing: Sequence[PublishedDate], fresh: Sequence[Occurrence]
) -> list[tuple[PublishedDate, Occurrence]]:
    """Return which new date each missing one has become, where that is plain."""
    if len(missing) == len(fresh):
        return list(zip(missing, fresh, strict=True))
    own = [one for one in fresh if not one.is_further]
    return [(missing[0], own[0])] if len(missing) == 1 and own else []


def _is_more_precise(now: Occurrence, before: PublishedDate) -> bool:
    """Return whether one date of a month, or a day, or an hour of it, says the other closer."""
    one, other = sorted((iso_start(now.slot), before.start), key=len)
    return len(one) < len(other) and other.startswith(one)


def _has_day_of(before: PublishedDate, dates: Sequence[Occurrence]) -> bool:
    return any(one.announced.first_day.isoformat() == before.announced[:10] for one in dates)


def _since(context: CheckContext) -> str:
    day = context.former_agenda.agenda.built_for
    return f"depuis le {day_in_words(day)}" if day else "depuis la publication"


def _change_finding(
    event: Event, before: PublishedDate, after: Occurrence, context: CheckContext
) -> Finding:
    path = _path_of(event, after)
    written = f"date_initiale: {_as_written(before.announced, after)}"
    return Finding(
        event.front.span_of(path),
        "date-changee",
        f"la date a changé {_since(context)} : le site publié dit « {before.label} »",
        f"ajoutez « {written} »",
        "les visiteurs et leurs agendas sauront qu’elle a été déplacée",
        severity=Severity.ADVICE,
        replacements=(_line_after(event, path, written),),
    )


def _path_of(event: Event, date_: Occurrence) -> Path:
    starts = [further.start for further in event.written.further_dates]
    if date_.is_further and date_.slot.start in starts:
        return ("dates", starts.index(date_.slot.start), "debut")
    return ("debut",)


def _as_written(start: str, after: Occurrence) -> str:
    """Return a published start as an editor writes it."""
    if "T" not in start:
        return start
    return f"{datetime.fromisoformat(start).astimezone(after.slot.zone):%Y-%m-%d %H:%M}"


def _line_after(event: Event, path: Path, text: str) -> Replacement:
    """Return the mend that adds a line below the field at ``path``, as far from the edge."""
    key = event.front.span_of_key(path)
    end = len(event.lines[key.line - 1]) + 1
    return Replacement(Span(key.line, end, end), f"\n{' ' * (key.column - 1)}{text}")


def _other_hour(event: Event, missing: Sequence[PublishedDate], context: CheckContext) -> Finding:
    return Finding(
        event.front.span_of(("debut",)),
        "date-changee",
        f"l’heure a changé {_since(context)} : le site publié dit « {missing[0].label} »",
        "gardez l’ancienne heure, et écrivez la nouvelle sous « changements: »",
        "« a_partir_du » dit depuis quelle date ; celles d’avant restent comme elles étaient",
        severity=Severity.ADVICE,
    )


def _loss_finding(event: Event, gone: Sequence[PublishedDate]) -> Finding:
    recurs = event.written.recurrence is not None
    paths: tuple[Path, ...] = (("recurrence", "jusqu_au"), ("recurrence", "nombre"))
    path = next((path for path in paths if event.front.has(path)), ("recurrence",))
    list_or_start: Path = ("dates",) if event.front.has(("dates",)) else ("debut",)
    days = [_day_of(one) for one in gone]
    named = ", ".join(days[:_MOST_NAMED])
    others = len(days) - _MOST_NAMED
    named += f" et {others} autres" if others > 0 else ""
    says = (
        f"une date annoncée par le site publié n’est plus là : {named}"
        if len(gone) == 1
        else f"{len(gone)} dates annoncées par le site publié ne sont plus là : {named}"
    )
    return Finding(
        event.front.span_of_key(path if recurs else list_or_start),
        "date-disparue",
        says,
        "remettez la règle, et écrivez ces jours sous « annulees: »"
        if recurs
        else f"remettez {_pronoun(gone)} sous « dates: », avec « statut: annulé »",
        f"par exemple « - date: {gone[0].announced[:10]} »" if recurs else "",
    )


def _pronoun(gone: Sequence[PublishedDate]) -> str:
    return "cette date" if len(gone) == 1 else "ces dates"


def _day_of(one: PublishedDate) -> str:
    if len(one.start) < len("2027-03-09"):
        return one.label
    return day_in_words(date.fromisoformat(one.start[:10]), weekday=True)


def _sequence(
    event: Event,
    published: PublishedEvent,
    dates: Sequence[Occurrence],
    context: CheckContext,
) -> Iterator[Finding]:
    """Say that calendar programs would set the event aside as older than what they hold."""
    history, slug = context.history, event.slug
    on_disk = context.content.events.get(slug)
    if on_disk is None or slug not in history.revisions or _is_cut(history):
        return
    # ``--corriger`` tries another « revision » than the one that the history was made with.
    added = event.written.revision - on_disk.written.revision
    sequence = history.revisions[slug].sequence + added
    is_behind = sequence < published.sequence
    if not is_behind and history.revisions[slug].created is None:
        # Without git, editors are told to keep « revision » themselves.
        return
    wanted = published.sequence + _differs(event.written, dates, published)
    if sequence >= wanted:
        return
    number = event.written.revision + wanted - sequence
    has_one = event.front.has(("revision",))
    start = event.front.span_of_key(("titre",))
    mends = (
        event.front.instead(("revision",), str(number))
        if has_one
        else (Replacement(Span(start.line, 1, 1), f"revision: {number}\n"),)
    )
    yield Finding(
        event.front.span_of(("revision",)) if has_one else start,
        "revision-en-arriere",
        f"le site a publié la révision {published.sequence} de cet évènement, et l’historique n’en "
        f"compte que {sequence}"
        if is_behind
        else "cet évènement a changé depuis sa publication, et non sa révision",
        f"écrivez « revision: {number} »",
        "l’historique a été réécrit, ou est resté dans un autre dépôt : sans cette ligne, les "
        "agendas abonnés ignoreraient ce qui change",
        severity=Severity.ERROR if is_behind else Severity.ADVICE,
        replacements=mends,
    )


def _differs(event: WrittenEvent, dates: Sequence[Occurrence], published: PublishedEvent) -> bool:
    """Return whether what SEQUENCE counts is otherwise than as it was published."""
    now = sorted((iso_start(one.slot), iso_end(one.slot), one.state.code) for one in dates)
    before = sorted((one.start, one.end, one.state) for one in published.dates)
    addresses = tuple(
        (where.name, where.address, where.postal_code, where.city, where.country_code)
        for where in map(place, event.all_places)
    )
    return (now, MODES[event.mode], event.join_link or "", addresses) != (
        before,
        published.mode,
        published.join_link,
        published.places,
    )
