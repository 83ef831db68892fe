"""What only the page of a practitioner shows: the text, the career, the projects."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from urllib.parse import quote

from ..content.entry import Group, Practitioner, name_of
from ..content.french_dates import month_in_words, when_in_words
from ..content.group import WrittenMember
from ..content.moments import Month, When, first_day, last_day
from ..content.practitioner import WrittenPractitioner, WrittenProject
from ..content.times import Slot
from ..core.zone import today
from ..pages.common import Body
from ..pages.context import Context
from ..pages.picture_places import portrait_on_top
from ..pages.windows import ALWAYS, Timed, Window, in_turn, window
from ..source.headings import Heading
from .lists import directory
from .public_person import portrait
from .view import GroupRole, PractitionerPage, Project, Projects, Step

# A page with fewer parts needs no table of contents.
_MANY = 5


def page(person: Practitioner, context: Context) -> PractitionerPage:
    """Return everything a practitioner's page shows."""
    written = person.written
    leads = person.slug in context.events_of
    body = context.body(person)
    shown = directory(context).published[person.slug]
    mandates = _mandates(person, context)
    return PractitionerPage(
        person=shown,
        portrait=portrait(written, context, portrait_on_top),
        body=body,
        contents=_contents(
            body, bool(written.projects), bool(shown.references), leads, bool(written.career)
        ),
        supervision=written.supervision or "",
        career=tuple(Step(step.period, step.text) for step in written.career),
        projects=_projects(written.projects, context),
        memberships=tuple(map(context.link_of_name, written.memberships)),
        groups=tuple(_role(group, member, context) for group, member in mandates),
        groups_window=_until_all_are_over([member for _, member in mandates], context.asof),
        capsules=tuple(context.link(item) for item in context.capsules_of.get(person.slug, ())),
        news=tuple(context.link(item) for item in context.news_of.get(person.slug, ())),
        texts=tuple(context.link(item) for item in context.texts_of.get(person.slug, ())),
        correction_url=_correction_url(written, context.settings.identity.secretariat),
    )


def _mandates(person: Practitioner, context: Context) -> list[tuple[Group, WrittenMember]]:
    """Return the groups whose page names a person, and as what."""
    day = today(context.asof)
    found = context.groups_of.get(person.slug, ())
    return [(group, member) for group, member in found if member.is_shown_on(day)]


def _role(group: Group, member: WrittenMember, context: Context) -> Timed[GroupRole]:
    role = GroupRole(context.link(group), member.function or "")
    return Timed(role, window(context.asof, until=member.over_at))


def _until_all_are_over(members: Sequence[WrittenMember], asof: datetime) -> Window:
    ends = [member.over_at for member in members if member.over_at]
    return window(asof, until=max(ends)) if ends and len(ends) == len(members) else ALWAYS


def _correction_url(person: WrittenPractitioner, secretariat: str) -> str:
    return f"mailto:{secretariat}?subject={quote(f'Une erreur sur la fiche de {name_of(person)}')}"


def _contents(
    body: Body, projects: bool, references: bool, meetings: bool, career: bool
) -> tuple[Heading, ...]:
    """Return the contents of a page: its text's headings, then the lists it has; none when few."""
    lists = (
        (projects, Heading("Projets", "liste-projets")),
        (references, Heading("Références", "liste-references")),
        (meetings, Heading("Rencontres animées", "liste-rencontres")),
        (career, Heading("Parcours", "liste-parcours")),
    )
    found = (*body.headings, *(heading for is_there, heading in lists if is_there))
    return found if len(found) >= _MANY else ()


def _projects(written: Sequence[WrittenProject], context: Context) -> tuple[Timed[Projects], ...]:
    dated = [item for item in written if item.start or item.end]
    dated.sort(key=_latest_known_day, reverse=True)
    undated = [item for item in written if not item.start and not item.end]
    instants = [instant for item in dated for instant in turns_of_project(item)]

    def shown(instant: datetime) -> Projects | None:
        groups = (*_by_state(dated, today(instant)), undated)
        shown = (tuple(_project(item, context) for item in group) for group in groups)
        return Projects(*shown) if written else None

    return in_turn(context.asof, instants, shown)


def _latest_known_day(project: WrittenProject) -> date:
    known = project.start or project.end
    assert known is not None
    return first_day(known)


def turns_of_project(project: WrittenProject) -> Iterator[datetime]:
    """Yield the instants (aware) at which a project begins and is over, where they are known."""
    if project.start:
        yield Slot(project.start).starts_at
    if project.end:
        yield Slot(project.end).over_at


def _by_state(
    dated: Sequence[WrittenProject], day: date
) -> tuple[Sequence[WrittenProject], Sequence[WrittenProject], Sequence[WrittenProject]]:
    """Return the projects that go on on a day, those to come and those that are over."""
    coming = [item for item in dated if item.start and day < first_day(item.start)]
    done = [item for item in dated if item.end and day > last_day(item.end)]
    current = [item for item in dated if item not in coming and item not in done]
    return current, coming, done


def _project(written: WrittenProject, context: Context) -> Project:
    return Project(
        title=written.title,
        period=_period(written.start, written.end),
        partners=tuple(map(context.link_of_name, written.partners)),
        funding=written.funding or "",
        summary=written.summary or "",
    )


def _period(start: When | None, end: When | None) -> str:
    """Return « septembre 2024 à juin 2026 », « depuis septembre 2024 », ``""`` without a date."""
    if start is None:
        return _until(end) if end else ""
    if end is None:
        return f"depuis {_month_or_day(start)}"
    if start == end:
        return _month_or_day(start)
    return f"{_month_or_day(start)} à {_month_or_day(end)}"


def _until(end: When) -> str:
    return f"jusqu’{'en' if isinstance(end, Month) else 'au'} {_month_or_day(end)}"


def _month_or_day(when: When) -> str:
    if isinstance(when, Month):
        return month_in_words(when.year, when.month)
    return when_in_words(when)
