"""The groups of members: as lists and their pages show them, and when their mandates change."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from ..content.entry import Event, Group
from ..content.french_dates import day_in_words
from ..content.group import BODY, WORKING_GROUP, WrittenMember
from ..content.times import Slot
from ..core.zone import today
from ..events.agenda import Agenda
from ..events.occurrences import in_order
from ..events.page import agenda_line
from ..events.view import AgendaLine
from ..pages.common import TitledList
from ..pages.context import Context, day_view
from ..pages.page import OutputPage, PageBuilder
from ..pages.windows import Window, window
from .group_view import GroupCard, GroupPage, Member
from .jsonld import group_node

# More meetings would make a page of dates; the agenda has them all.
_MOST_MEETINGS = 30
_KINDS = {
    BODY: ("Les instances", "instances"),
    WORKING_GROUP: ("Les groupes de travail", "groupes-de-travail"),
}


def group_card(group: Group, context: Context) -> GroupCard:
    """Return a group as lists show it."""
    written = group.written
    return GroupCard(
        url=context.url(group),
        title=written.title,
        summary=written.summary,
        is_body=written.kind == BODY,
        is_example=written.example,
        lang=written.lang,
    )


def group_page(group: Group, agenda: Agenda) -> GroupPage:
    """Return everything the page of a group shows."""
    context, written = agenda.context, group.written
    members = tuple(_members(written.members, context))
    return GroupPage(
        card=group_card(group, context),
        body=context.body(group),
        since=day_view(written.since) if written.since else None,
        members=members,
        nobody=_once_nobody_is_left(written.members, context.asof),
        meetings=_meetings(context.events_of_group.get(group.slug, ()), agenda),
        documents=context.archived(context.documents_of_group.get(group.slug, ())),
    )


def _shown(members: Iterable[WrittenMember], asof: datetime) -> list[WrittenMember]:
    return [member for member in members if member.is_shown_on(today(asof))]


def _members(members: Iterable[WrittenMember], context: Context) -> Iterator[Member]:
    for member in _shown(members, context.asof):
        person = context.content.practitioners.get(member.practitioner or "")
        link = context.link(person) if person else None
        yield Member(
            name=link.label if link else member.name or "",
            url=link.url if link else "",
            function=member.function or "",
            mandate=_in_words(member),
            first=member.start.isoformat() if member.start else "",
            last=member.end.isoformat() if member.end else "",
            window=window(context.asof, until=member.over_at),
        )


def _in_words(member: WrittenMember) -> str:
    since = f"depuis le {day_in_words(member.start)}" if member.start else ""
    until = f"jusqu’au {day_in_words(member.end)}" if member.end else ""
    return ", ".join(filter(None, (since, until)))


def _once_nobody_is_left(members: Iterable[WrittenMember], asof: datetime) -> Window | None:
    """Return from when on no member is shown, of those at ``asof``; None when one stays."""
    ends = [member.over_at for member in _shown(members, asof)]
    over = [end for end in ends if end]
    return window(asof, since=max(over, default=None)) if len(over) == len(ends) else None


def _meetings(events: Iterable[Event], agenda: Agenda) -> tuple[AgendaLine, ...]:
    found = [item for event in events for item in agenda.occurrences[event.slug]]
    latest = in_order(found)[::-1][:_MOST_MEETINGS]
    return tuple(agenda_line(item, agenda) for item in latest)


def group_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the groups."""
    for group, place in builder.with_neighbours(builder.context.groups):
        page = group_page(group, agenda)
        node = group_node(page, builder.absolute(group), builder.origin, builder.site.url)
        yield builder.entry_page(group, {"group": page}, place.with_json_ld(node))


def group_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the list of the groups shows besides its text."""
    context = agenda.context
    kinds = (
        TitledList(title, tuple(_cards(kind, context)), anchor)
        for kind, (title, anchor) in _KINDS.items()
    )
    return {"kinds": tuple(kind for kind in kinds if kind.items)}


def _cards(kind: str, context: Context) -> Iterator[GroupCard]:
    return (group_card(group, context) for group in context.groups if group.written.kind == kind)


def changes_of_members(members: Iterable[WrittenMember]) -> Iterator[datetime]:
    """Yield the instants at which members begin or cease to be shown, past or not."""
    for member in members:
        for first in (member.start, member.agreed):
            if first:
                yield Slot(first).starts_at
        if member.over_at:
            yield member.over_at
