"""What the home page and the lists show besides their own text."""

from collections.abc import Callable, Mapping

from ..events import page
from ..events.calendar_pages import other_views
from ..events.view import Occurrence
from ..pages.common import Link
from ..pages.context import House, metiers
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


def _home(house: House) -> Values:
    latest = house.news[:_LATEST_NEWS]
    coming = page.upcoming_occurrences(house)
    return {
        "next_dates": tuple(item for item in coming if _takes_place(item))[:_NEXT_EVENTS],
        "upcoming": coming[:_NEXT_EVENTS],
        "upcoming_spare": coming[_NEXT_EVENTS : 2 * _NEXT_EVENTS],
        "more_upcoming": len(coming) > 2 * _NEXT_EVENTS,
        "news": tuple(news.news_card(item, house) for item in latest),
        **_metiers(house),
        **_directory(house),
    }


def _takes_place(item: Occurrence) -> bool:
    return item.state.code not in ("cancelled", "postponed")


def _news(house: House) -> Values:
    return {"years": news.years_of_news(house)}


def _agenda(house: House) -> Values:
    past = house.addresses.href(PAST_EVENTS)
    years = page.past_years(house)
    return {
        "months": page.months_to_come(house),
        "past_years": tuple(Link(of.year, f"{past}#annee-{of.year}") for of in years),
        "views": other_views(house),
    }


def _directory(house: House) -> Values:
    people = directory(house)
    return {
        "audiences": facet_group(people, AUDIENCE),
        "places": places(people),
        "people_count": len(house.practitioners),
    }


def _metiers(house: House) -> Values:
    return {"metiers": tuple(metier_card(m, house) for m in metiers(house))}


def _capsules(house: House) -> Values:
    return {"capsules": tuple(capsules.capsule_card(item, house) for item in house.capsules)}


def _certification(house: House) -> Values:
    return {"certificates_by_year": register(house)}


def _plan(house: House) -> Values:
    return {"groups": plan(house)}


# For each page that shows more than its text, by slug.
VALUES: Mapping[str, Callable[[House], Values]] = {
    "404": _plan,
    "accueil": _home,
    "actualites": _news,
    "agenda": _agenda,
    "capsules": _capsules,
    "certification": _certification,
    "metiers": _metiers,
    "plan-du-site": _plan,
}
