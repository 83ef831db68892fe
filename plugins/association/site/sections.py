"""The content types as sections of the site: their pages, what their lists show, the plan.

A record a type that has a list of its own; ``all_pages``, ``lists`` and the plan read them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..content.addresses import path_of
from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry, Event, Page
from ..events.agenda import Agenda
from ..events.agenda_filter import filter_start
from ..events.calendar_pages import other_views
from ..events.files import has_calendar
from ..events.grid_pages import year_link
from ..events.jsonld import event_nodes
from ..events.occurrences import occurrences, upcoming
from ..events.page import (
    event_page,
    months_to_come,
    nothing_to_come,
    once_one_is_past,
    once_one_is_postponed,
    postponed_dates,
)
from ..events.past_pages import past_pages, year_links
from ..events.printed_programme import has_programme, programme_sheet
from ..events.search import event_result
from ..events.selections import of_practitioner
from ..pages.common import Link
from ..pages.context import Context, metiers
from ..pages.jsonld import Node
from ..pages.page import OutputPage, PageBuilder
from ..pages.printed_file import KEY as PRINTED
from ..pages.printed_text import printed_text, with_document
from ..pages.site_view import SitemapGroup
from ..people.address_card import address_card
from ..people.facets import REGION, list_path, title
from ..people.jsonld import profile_page
from ..people.jsonld_list import collection
from ..people.lists import directory
from ..people.page import page as practitioner_page
from ..people.search import practitioner_result
from .capsules import capsule_list, capsule_pages
from .documents import document_list, document_pages
from .documents import years_in_plan as years_of_documents
from .groups import group_list, group_pages
from .metiers import metier_list, metier_pages
from .news import news_list, news_pages, years_in_plan

Values = Mapping[str, object]

# In no group of the plan: the pages that show it or lead it.
_ASIDE = ("404", "accueil")
# Of a section that has lists to lead to the others: the page of errors shows the plan too.
_MOST_IN_PLAN = 60


@dataclass(frozen=True)
class Section:
    """A content type on the site.

    ``entries`` are those of the plan, in its order; ``pages`` makes the pages of its entries and
    those of its years; ``list_values`` is what its list shows besides its text, whole, in
    structured data too, where it ``is_collection``; ``lists`` are the links to the pages that
    divide it, by year or by region, where it has such. Of many entries the plan shows the first
    ones where they are the ``latest``, then these links, or the list's own.
    """

    entries: Callable[[Context], Sequence[AnyEntry]]
    pages: Callable[[PageBuilder, Agenda], Iterator[OutputPage]]
    list_values: Callable[[Agenda], Values] = lambda _agenda: {}
    lists: Callable[[Context], Sequence[Link]] = lambda _context: ()
    latest: bool = True
    is_collection: bool = False


def collection_of(slug: str, builder: PageBuilder) -> tuple[Node, ...]:
    """Return the structured data of the page named ``slug``, where it is the list of a section."""
    for folder, section in SECTIONS.items():
        if CONTENT_TYPES[folder].section == slug and section.is_collection:
            context = builder.context
            page = context.content.pages[slug]
            links = [context.link(entry) for entry in section.entries(context)]
            listed = [(link.label, link.url) for link in links]
            return (collection(page.written.title, builder.absolute(page), builder.origin, listed),)
    return ()


def sitemap_groups(context: Context) -> tuple[SitemapGroup, ...]:
    """Return the whole site, group by group, in the order of the menu."""
    types = {CONTENT_TYPES[folder].section: section for folder, section in SECTIONS.items()}
    others, lists = [], []
    for page in sorted(context.content.pages.values(), key=_menu_order):
        if page.slug in types:
            lists.append(page)
        elif page.slug not in _ASIDE:
            others.append(context.link(page))
    home = context.addresses.href(path_of("pages", "accueil"))
    return (
        SitemapGroup("L’association et le site", home, tuple(others)),
        *(
            SitemapGroup(
                page.written.title,
                context.url(page),
                _in_plan(types[page.slug], context.link(page), context),
            )
            for page in lists
        ),
    )


def _in_plan(section: Section, whole: Link, context: Context) -> tuple[Link, ...]:
    """Return the links of a group: its entries, or some and what leads to the ``whole`` list."""
    entries = section.entries(context)
    if len(entries) <= _MOST_IN_PLAN:
        return tuple(map(context.link, entries))
    shown = entries[: _MOST_IN_PLAN if section.latest else 0]
    others = Link(f"{whole.label} : la suite", whole.url)
    return (*map(context.link, shown), *(section.lists(context) or (others,)))


def _menu_order(page: Page) -> tuple[bool, int, str]:
    return page.written.menu != "principal", page.written.rank, page.slug


def _agenda_list(agenda: Agenda) -> Values:
    months = months_to_come(agenda)
    coming = upcoming(agenda.all_occurrences, asof=agenda.context.asof)
    has_more = len(coming) > sum(len(month.occurrences) for month in months)
    return {
        "months": months,
        "has_more": has_more,
        "filter": filter_start(months, agenda, has_more=has_more),
        "nothing_to_come": nothing_to_come(agenda),
        "past_years": year_links(agenda),
        "has_past": once_one_is_past(agenda.all_occurrences, agenda.context.asof),
        "postponed": postponed_dates(agenda),
        "has_postponed": once_one_is_postponed(agenda),
        "views": other_views(agenda),
    }


def _latest_events(context: Context) -> list[Event]:
    """Return the events, the one that ends last first."""
    return sorted(
        context.content.events.values(),
        key=lambda event: (occurrences(event)[-1].slot.first_day, event.slug),
        reverse=True,
    )


def _years_of_events(context: Context) -> list[Link]:
    dates = (item for event in context.content.events.values() for item in occurrences(event))
    years = sorted({item.slot.first_day.year for item in dates}, reverse=True)
    return [Link(f"Rendez-vous de {year}", year_link(year, context).url) for year in years]


def _regions_of_people(context: Context) -> list[Link]:
    href = context.addresses.href
    regions = directory(context).values_of(REGION)
    return [Link(title((region,)), href(list_path((region,)))) for region in regions]


def _event_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    context = builder.context
    in_time = sorted(
        context.content.events.values(),
        key=lambda event: (agenda.occurrences[event.slug][0].slot.starts_at, event.slug),
    )
    entities = context.content.vocabulary.entities
    for event, place in builder.with_neighbours(in_time):
        page = event_page(event, agenda)
        made = None
        if has_programme(page):
            sheet = programme_sheet(page, context)
            changed = agenda.history.revisions[event.slug].last_modified
            made = printed_text(event, sheet, "Le programme, à imprimer", changed, context)
            page = replace(page, documents=with_document(made, page.documents))
        values = {"event": page, PRINTED: made}
        # Search engines require a place and a day, and none is made up.
        is_somewhere = page.public.places or page.public.mode != "sur place"
        is_known = is_somewhere and has_calendar(page.public)
        nodes = event_nodes(page.public, builder.site.url, entities) if is_known else []
        placement = place.with_json_ld(*nodes).with_result(event_result(page))
        yield builder.entry_page(event, values, placement)
    yield from past_pages(builder, agenda)


def _practitioner_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    context = builder.context
    is_large = directory(context).is_long()
    entities = context.content.vocabulary.entities
    for person, place in builder.with_neighbours(context.practitioners):
        page = practitioner_page(person, context)
        node = profile_page(
            page, builder.absolute(person), builder.origin, builder.site.url, entities
        )
        values = {
            "person": page.person,
            "profile": page,
            "dates": of_practitioner(person, agenda) if person.slug in context.events_of else None,
            "address_card": address_card(page.person, context),
        }
        placement = place.with_json_ld(node).with_result(practitioner_result(page.person))
        made = builder.entry_page(person, values, placement)
        if is_large:
            # The directory's own search reads the same words, and knows places and subjects.
            made = replace(made, head=replace(made.head, search_result=None))
        yield made


SECTIONS = {
    "actualites": Section(lambda context: context.news, news_pages, news_list, years_in_plan),
    "agenda": Section(_latest_events, _event_pages, _agenda_list, _years_of_events),
    "praticiens": Section(
        lambda context: context.practitioners,
        _practitioner_pages,
        lists=_regions_of_people,
        latest=False,
    ),
    "metiers": Section(metiers, metier_pages, metier_list),
    "capsules": Section(lambda context: context.capsules, capsule_pages, capsule_list),
    "groupes": Section(lambda context: context.groups, group_pages, group_list, is_collection=True),
    "documents": Section(
        lambda context: context.digital_documents,
        document_pages,
        document_list,
        years_of_documents,
        is_collection=True,
    ),
}
"""The sections by the folder of their type, in the order in which their pages are made."""
