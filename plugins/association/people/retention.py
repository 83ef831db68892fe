"""From when to when a profile shows, and the site without those that do not. Pure.

Nobody shows before the day of the agreement. People change their trade, their town or their mind:
a profile that its owner has not read again for long is announced to the editors, then leaves the
site; its file stays, to be confirmed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from dateutil.relativedelta import relativedelta

from ..content.entry import Entry
from ..content.entry_links import content_without_links_to
from ..content.french_dates import day_in_words
from ..content.policy import Policy
from ..content.reading import Content
from ..content.schema import (
    WrittenCapsule,
    WrittenEntry,
    WrittenEvent,
    WrittenGroup,
    WrittenNews,
    WrittenPractitioner,
)
from ..content.times import Slot
from ..core.zone import today
from ..problems.findings import Finding, Severity

W = TypeVar("W", bound=WrittenEntry)


def confirmed_on(person: WrittenPractitioner) -> date:
    """Return the day a person last confirmed the profile: the consent's when never since."""
    return max(person.confirmed or person.consent.day, person.consent.day)


def asked_from(person: WrittenPractitioner, policy: Policy) -> date:
    """Return the day from which editors are asked to have the profile confirmed."""
    return confirmed_on(person) + relativedelta(months=policy.asked_after)


def last_day(person: WrittenPractitioner, policy: Policy) -> date:
    """Return the last day on which the profile shows, unless it is confirmed."""
    return confirmed_on(person) + relativedelta(months=policy.leaves_after)


def leaves_at(person: WrittenPractitioner, policy: Policy) -> datetime:
    """Return the instant at which the profile leaves the site."""
    return Slot(last_day(person, policy)).over_at


def findings(
    person: Entry[WrittenPractitioner], policy: Policy, asof: datetime
) -> Iterator[Finding]:
    """Say that a profile is to be confirmed, or that it has left the site."""
    day, written = today(asof), person.written
    key = ("confirme_le",) if written.confirmed else ("consentement", "le")
    confirmed = day_in_words(confirmed_on(written))
    fix = f"si elle confirme sa fiche, écrivez « confirme_le: {day.isoformat()} »"
    if day > last_day(written, policy):
        yield Finding(
            person.front.span_of(key),
            "fiche-sortie",
            "cette fiche n’est plus sur le site : elle n’a pas été confirmée depuis le "
            f"{confirmed}",
            fix,
            "sinon, retirez-la pour de bon : invoke retirer " + person.slug,
            severity=Severity.ADVICE,
        )
    elif day >= asked_from(written, policy):
        end = day_in_words(last_day(written, policy))
        yield Finding(
            person.front.span_of(key),
            "fiche-a-confirmer",
            f"cette fiche n’a pas été confirmée depuis le {confirmed}",
            fix,
            f"demandez à la personne de la relire ; sans réponse, elle quitte le site après le "
            f"{end}",
            severity=Severity.REMINDER,
        )


def published_on(content: Content, policy: Policy, asof: datetime) -> Content:
    """Return the content as it may show on a day.

    Profiles that are not agreed to yet or have left are taken out, with the references to them, and
    certificates that are not granted yet.
    """
    day = today(asof)
    hidden = frozenset(
        slug
        for slug, person in content.practitioners.items()
        if not person.written.consent.day <= day <= last_day(person.written, policy)
    )
    shown = without_people(content, hidden) if hidden else content
    people = {slug: _as_certified_on(day, one) for slug, one in shown.practitioners.items()}
    return replace(shown, entries={**shown.entries, "praticiens": people})


def _as_certified_on(day: date, person: Entry[WrittenPractitioner]) -> Entry[WrittenPractitioner]:
    """Return a profile with the métiers held on a day; who holds none yet is in training."""
    metiers = person.written.metiers
    granted = tuple(
        certificate
        for certificate in metiers
        if certificate.granted is None or certificate.granted <= day
    )
    if granted == metiers:
        return person
    training = (
        certificate.model_copy(update={"granted": None, "expires": None}) for certificate in metiers
    )
    written = person.written.model_copy(update={"metiers": granted or tuple(training)})
    return replace(person, written=written)


def without_people(content: Content, slugs: frozenset[str]) -> Content:
    """Return the content without some profiles, and without references and links to them."""
    entries: dict[str, Mapping[str, Entry[WrittenEntry]]] = {}
    for folder, of_type in content.entries.items():
        kept = {slug: entry for slug, entry in of_type.items() if _stays(entry, slugs)}
        entries[folder] = {
            slug: replace(entry, written=_without_references(entry.written, slugs))
            for slug, entry in kept.items()
        }
    paths = {f"praticiens/{slug}.md" for slug in slugs}
    return content_without_links_to(replace(content, entries=entries), paths)


def _stays(entry: Entry[WrittenEntry], slugs: frozenset[str]) -> bool:
    return not (entry.folder == "praticiens" and entry.slug in slugs)


def _without_references(written: W, slugs: frozenset[str]) -> W:
    match written:
        case WrittenEvent(speakers=people):
            return written.model_copy(update={"speakers": _others(people, slugs)})
        case WrittenPractitioner(colleagues=people):
            return written.model_copy(update={"colleagues": _others(people, slugs)})
        case WrittenNews(practitioners=people, author=author):
            signed_by = None if author in slugs else author
            shown = {"practitioners": _others(people, slugs), "author": signed_by}
            return written.model_copy(update=shown)
        case WrittenGroup(members=members):
            kept = tuple(member for member in members if member.practitioner not in slugs)
            return written.model_copy(update={"members": kept})
        case WrittenCapsule(author=author) if author in slugs:
            return written.model_copy(update={"author": None})
    return written


def _others(people: tuple[str, ...], slugs: frozenset[str]) -> tuple[str, ...]:
    return tuple(slug for slug in people if slug not in slugs)
