"""When the same content makes another site, and has to be built again."""

from collections.abc import Iterator
from datetime import datetime

from ..content.policy import Policy
from ..content.reading import Content
from ..content.times import Slot, utc
from ..events import occurrences
from ..events.agenda import Agenda
from ..pages.context import Context, published_at
from ..people.certificates import grants
from ..people.dated_claims import dated_claims
from ..people.page import turns_of_project
from ..people.retention import leaves_at
from .groups import changes_of_members


def next_change(agenda: Agenda, policy: Policy, content: Content) -> datetime | None:
    """Return the next instant (UTC) at which a page changes, or None.

    That is when a news item appears, an event ends, a registration closes, a certificate begins or
    lapses, a project or a mandate begins or ends, what is claimed to a day is over, or a profile
    appears or, unconfirmed, leaves. ``content`` also holds what the context, on its day, does not
    show yet.
    """
    context = agenda.context
    of_agenda = occurrences.next_change(agenda.all_occurrences, asof=context.asof)
    alone = (
        *_of_news(context),
        *_of_people(context, policy),
        *_of_agreements(content),
        *_of_groups(content),
    )
    instants = (utc(instant) for instant in alone)
    to_come = [instant for instant in instants if instant > utc(context.asof)]
    return min([*to_come, *([of_agenda] if of_agenda else [])], default=None)


def _of_news(context: Context) -> Iterator[datetime]:
    for item in context.content.news.values():
        if item.written.status == "publié":
            yield published_at(item)


def _of_agreements(content: Content) -> Iterator[datetime]:
    for person in content.practitioners.values():
        yield Slot(person.written.consent.day).starts_at
        for certification in person.written.metiers:
            if certification.granted:
                yield Slot(certification.granted).starts_at


def _of_groups(content: Content) -> Iterator[datetime]:
    for group in content.groups.values():
        yield from changes_of_members(group.written.members)


def _of_people(context: Context, policy: Policy) -> Iterator[datetime]:
    for person in context.practitioners:
        yield leaves_at(person.written, policy)
        yield from (claim.over_at for claim in dated_claims(person.written))
        for project in person.written.projects:
            yield from turns_of_project(project)
    for grant in grants(context):
        if grant.certificate.expires:
            yield Slot(grant.certificate.expires).over_at
