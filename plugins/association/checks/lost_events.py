"""Events that the published site announces, still to come, and that no file bears any more. Pure.

Deleting a file takes away its page and leaves its date in the calendars of those who noted it.
What was never published may come and go: the published site tells, git only knows new names.
"""

from collections.abc import Iterator

from ..content.entry import AnyEntry
from ..content.history import FOLDER, Former
from ..content.revisions import identity_of
from ..events.iso_times import iso_start
from ..events.published_agenda import PublishedEvent
from ..events.recurrence import dates_of
from ..problems.findings import Finding, Replacement, Severity, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext


def lost_events(context: CheckContext) -> Iterator[Problem]:
    """Find published events that no file bears, or only another, and what hides the past."""
    folder = f"{context.content.root.name}/{FOLDER}"
    for finding in (*context.history.findings, *_unknown_site(context)):
        yield problem_of(finding, folder, ())
    for former, event in _lost_events(context):
        slug = _new_name(former, event, context)
        renamed = context.content.events.get(slug)
        if not slug:
            yield problem_of(_deletion_finding(former, event), f"{folder}/{former.slug}.md", ())
        elif renamed:
            yield renamed.problem(_rename_finding(renamed, former))


def _lost_events(context: CheckContext) -> Iterator[tuple[Former, PublishedEvent]]:
    """Yield the published events to come that no file bears, as git and the site knew them.

    What is over by the real day may be gone, whatever day is shown. An example announces nothing.
    """
    content = context.content
    present = {identity_of(slug, event.written.uid) for slug, event in content.events.items()}
    known = {one.identity: one for one in context.history.former}
    # A file that cannot be read may bear any name.
    is_unclear = any(path.startswith(f"{FOLDER}/") for path in content.unread)
    for identity, event in sorted(context.former_agenda.agenda.events.items()):
        if identity in present or not event.dates_to_come(context.now):
            continue
        former = known.get(identity)
        if former is None and is_unclear:
            continue
        former = former or Former(identity, identity)
        if former.front.plain().get("exemple") != "oui":
            yield former, event


def _new_name(former: Former, event: PublishedEvent, context: CheckContext) -> str:
    """Return the file that a lost event has become, ``""`` for none.

    As git says, or because an unpublished event has its title and one of its dates to come.
    """
    if former.now:
        return former.now
    starts = {date_.start for date_ in event.dates_to_come(context.now)}
    alike = [
        slug
        for slug, entry in context.content.events.items()
        if entry.written.title == event.title
        and identity_of(slug, entry.written.uid) not in context.former_agenda.agenda.events
        and any(iso_start(date_.slot) in starts for date_ in dates_of(entry.written))
    ]
    return alike[0] if len(alike) == 1 else ""


def _unknown_site(context: CheckContext) -> Iterator[Finding]:
    if context.former_agenda.unknown:
        yield Finding(
            Span(),
            "site-publie-inconnu",
            "l’agenda du site publié n’a pas pu être lu : ce qui y a changé n’est pas vérifié",
            "vérifiez l’adresse donnée par SITE_PUBLIE, puis recommencez",
            context.former_agenda.unknown,
            severity=Severity.ADVICE,
        )


def _rename_finding(entry: AnyEntry, former: Former) -> Finding:
    line = f"uid: {former.identity}"
    span = entry.front.span_of_key(("uid",) if entry.front.has(("uid",)) else ("titre",))
    before = Span(span.line, 1, 1)
    mends = entry.front.instead(("uid",), former.identity) or (Replacement(before, f"{line}\n"),)
    return Finding(
        span,
        "evenement-renomme",
        f"cet évènement publié a changé d’identifiant : il était « {former.identity} »",
        f"ajoutez une ligne « {line} » à l’en-tête",
        "sans elle, les calendriers abonnés l’affichent deux fois",
        replacements=mends,
    )


def _deletion_finding(former: Former, event: PublishedEvent) -> Finding:
    return Finding(
        Span(),
        "evenement-supprime",
        f"le site publié annonce « {event.title} », à venir, dont le fichier n’est plus là",
        "remettez ce fichier, avec « statut: annulé »",
        f"s’il a été renommé, ajoutez « uid: {former.identity} » au nouveau fichier",
    )
