"""What the home page and the lists show besides their own text."""

from collections.abc import Callable, Mapping

from ..events import page
from ..events.agenda import Agenda
from ..events.calendar_pages import other_views
from ..events.view import AgendaLine
from ..pages.common import Link
from ..pages.context import Context, metiers
from ..people.certificates import register
from ..people.directory_map import facet_group, places
from ..people.facets import AUDIENCE
from ..people.lists import directory
from . import capsules, news
from .metiers import metier_card
from .site import plan

PAST_EVENTS = "agenda/passe/"
_LATEST_NEWS = 3
_NEXT_EVENTS = 4

Values = Mapping[str, object]


def _home(agenda: Agenda) -> Values:
    latest = agenda.context.news[:_LATEST_NEWS]
    coming = page.upcoming_occurrences(agenda)
    return {
        "next_dates": tuple(item for item in coming if _takes_place(item))[:_NEXT_EVENTS],
        "upcoming": coming[:_NEXT_EVENTS],
        "upcoming_spare": coming[_NEXT_EVENTS : 2 * _NEXT_EVENTS],
        "more_upcoming": len(coming) > 2 * _NEXT_EVENTS,
        "news": tuple(news.news_card(item, agenda.context) for item in latest),
        **_metiers(agenda.context),
        **_directory(agenda.context),
    }


def _takes_place(item: AgendaLine) -> bool:
    return item.state.code not in ("cancelled", "postponed")


def _news(context: Context) -> Values:
    return {"years": news.years_of_news(context)}


def _agenda(agenda: Agenda) -> Values:
    past = agenda.context.addresses.href(PAST_EVENTS)
    years = page.past_years(agenda)
    return {
        "months": page.months_to_come(agenda),
        "past_years": tuple(Link(of.year, f"{past}#annee-{of.year}") for of in years),
        "views": other_views(agenda),
    }


def _directory(context: Context) -> Values:
    people = directory(context)
    return {
        "audiences": facet_group(people, AUDIENCE),
        "places": places(people),
        "people_count": len(context.practitioners),
    }


def _metiers(context: Context) -> Values:
    return {"metiers": tuple(metier_card(m, context) for m in metiers(context))}


def _capsules(context: Context) -> Values:
    return {"capsules": tuple(capsules.capsule_card(item, context) for item in context.capsules)}


def _certification(context: Context) -> Values:
    return {"certificates_by_year": register(context)}


def _plan(context: Context) -> Values:
    return {"groups": plan(context)}


# For each page that shows more than its text, by slug.
_OF_CONTEXT: Mapping[str, Callable[[Context], Values]] = {
    "404": _plan,
    "actualites": _news,
    "capsules": _capsules,
    "certification": _certification,
    "metiers": _metiers,
    "plan-du-site": _plan,
}
_OF_AGENDA: Mapping[str, Callable[[Agenda], Values]] = {"accueil": _home, "agenda": _agenda}

LISTS = frozenset({*_OF_CONTEXT, *_OF_AGENDA})
"""The slugs of the pages that show more than their text."""


def values_of(slug: str, agenda: Agenda) -> Values:
    """Return what the page named ``slug`` shows besides its text."""
    if slug in _OF_AGENDA:
        return _OF_AGENDA[slug](agenda)
    return _OF_CONTEXT[slug](agenda.context) if slug in _OF_CONTEXT else {}
