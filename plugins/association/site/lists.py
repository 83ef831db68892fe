"""What the home page and the lists show besides their own text."""

from collections.abc import Callable, Mapping

from ..content.content_types import CONTENT_TYPES
from ..events import page
from ..events.agenda import Agenda
from ..events.grid_pages import next_month_at_a_glance
from ..events.occurrences import upcoming
from ..pages.context import Context
from ..people.certificates import register
from ..people.directory_map import facet_group, figures
from ..people.faces import faces
from ..people.facets import AUDIENCE
from ..people.lists import directory
from .metiers import metier_list
from .news import news_card
from .sections import SECTIONS, sitemap_groups

_LATEST_NEWS = 3
_FACES = 6
NEXT_EVENTS = 4
# What the home page knows of the agenda: each date weighs a hundred bytes more in its first view. A
# page left unbuilt for longer than these dates sends to the agenda.
KNOWN_EVENTS = 6

Values = Mapping[str, object]


def _home(agenda: Agenda) -> Values:
    latest = agenda.context.news[:_LATEST_NEWS]
    asof = agenda.context.asof
    coming = upcoming(agenda.all_occurrences, asof=asof)
    return {
        "next_date": page.next_to_attend(agenda, KNOWN_EVENTS),
        "upcoming": page.next_dates(coming[:KNOWN_EVENTS], agenda, NEXT_EVENTS),
        "month": next_month_at_a_glance(agenda.all_occurrences, agenda, KNOWN_EVENTS),
        "nothing_to_come": page.once_past(coming[:KNOWN_EVENTS], asof),
        "more_upcoming": len(coming) > KNOWN_EVENTS,
        "news": tuple(news_card(item, agenda.context) for item in latest),
        **metier_list(agenda),
        **_directory(agenda.context),
    }


def _directory(context: Context) -> Values:
    people = directory(context)
    return {
        "audiences": facet_group(people, AUDIENCE),
        "faces": faces(people, _FACES),
        "figures": figures(people),
    }


def _certification(agenda: Agenda) -> Values:
    return {"register": register(agenda.context)}


def _glossary(agenda: Agenda) -> Values:
    return {"terms": agenda.context.content.vocabulary.glossary}


def _plan(agenda: Agenda) -> Values:
    return {"groups": agenda.context.once(sitemap_groups)}


# For each page that shows more than its text, by slug.
_VALUES: Mapping[str, Callable[[Agenda], Values]] = {
    "404": _plan,
    "accueil": _home,
    "certification": _certification,
    "glossaire": _glossary,
    "plan-du-site": _plan,
    **{CONTENT_TYPES[folder].section: section.list_values for folder, section in SECTIONS.items()},
}

LISTS = frozenset(_VALUES)
"""The slugs of the pages that show more than their text."""


def values_of(slug: str, agenda: Agenda) -> Values:
    """Return what the page named ``slug`` shows besides its text."""
    return _VALUES[slug](agenda) if slug in _VALUES else {}
