"""What only the page of a practitioner shows: the text, the career, the projects."""

from ..content.entry import Practitioner
from ..content.french_dates import month_in_words, when_in_words
from ..content.moments import Month, When, first_day
from ..content.practitioner import WrittenProject
from ..content.times import Slot
from ..core.zone import today
from ..pages.common import Body
from ..pages.context import Context, iso_utc
from ..pages.picture_places import portrait_on_top
from ..source.headings import Heading
from .public_person import portrait, public_person
from .view import PractitionerPage, Project, Step

# A page with fewer parts needs no table of contents.
_MANY = 5


def page(person: Practitioner, context: Context) -> PractitionerPage:
    """Return everything a practitioner's page shows."""
    written = person.written
    projects = sorted(written.projects, key=lambda item: first_day(item.start), reverse=True)
    shown = [_project(item, context) for item in projects]
    leads = person.slug in context.events_of
    body = context.body(person)
    return PractitionerPage(
        person=public_person(person, context),
        portrait=portrait(written, context, portrait_on_top),
        body=body,
        contents=_contents(body, bool(shown), leads, bool(written.career)),
        supervision=written.supervision or "",
        career=tuple(Step(step.period, step.text) for step in written.career),
        projects_current=tuple(item for item in shown if item.state == "current"),
        projects_coming=tuple(item for item in shown if item.state == "coming"),
        projects_done=tuple(item for item in shown if item.state == "done"),
        memberships=written.memberships,
        capsules=tuple(context.link(item) for item in context.capsules_of.get(person.slug, ())),
        news=tuple(context.link(item) for item in context.news_of.get(person.slug, ())),
    )


def _contents(body: Body, projects: bool, meetings: bool, career: bool) -> tuple[Heading, ...]:
    """Return the contents of a page: its text's headings, then the lists it has; none when few."""
    lists = (
        (projects, Heading("Projets", "liste-projets")),
        (meetings, Heading("Rencontres animées", "liste-rencontres")),
        (career, Heading("Parcours", "liste-parcours")),
    )
    found = (*body.headings, *(heading for is_there, heading in lists if is_there))
    return found if len(found) >= _MANY else ()


def _project(written: WrittenProject, context: Context) -> Project:
    slot = Slot(written.start, written.end)
    day = today(context.asof)
    if day < slot.first_day:
        state = "coming"
    else:
        state = "done" if written.end and day > slot.last_day else "current"
    return Project(
        title=written.title,
        period=_period(written.start, written.end),
        state=state,
        partners=written.partners,
        funding=written.funding or "",
        summary=written.summary or "",
        over_at=iso_utc(slot.over_at) if written.end else "",
    )


def _period(start: When, end: When | None) -> str:
    """Return « septembre 2024 à juin 2026 » or « depuis septembre 2024 »."""
    if end is None:
        return f"depuis {_month_or_day(start)}"
    if start == end:
        return _month_or_day(start)
    return f"{_month_or_day(start)} à {_month_or_day(end)}"


def _month_or_day(when: When) -> str:
    if isinstance(when, Month):
        return month_in_words(when.year, when.month)
    return when_in_words(when)
