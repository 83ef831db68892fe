"""Every page of the site, kind by kind: its address, its template, the values it shows."""

from collections.abc import Iterator

from ..events.agenda import Agenda
from ..events.calendar_pages import calendar_pages
from ..events.files import has_calendar
from ..events.jsonld import event_nodes
from ..events.page import event_page, past_years
from ..events.search import found_event
from ..events.selections import of_practitioner
from ..pages.common import Link
from ..pages.context import Context, metiers
from ..pages.page import Book, PageToWrite, Place
from ..pages.site_view import Site
from ..people.address_card import address_card
from ..people.certificate_pages import certificate_pages
from ..people.directory_pages import directory_pages
from ..people.jsonld import profile_page
from ..people.page import page as practitioner_page
from ..people.search import found_practitioner
from . import capsules, jsonld, news
from .contribute_pages import contribute_pages
from .gone_pages import gone_pages
from .lists import PAST_EVENTS
from .metiers import metier_page
from .moved import moved_pages
from .own_pages import own_pages
from .search import found_news
from .styles_page import styles_page
from .text_pages import text_pages
from .translations import translation_pages


def all_pages(context: Context, agenda: Agenda, site: Site) -> Iterator[PageToWrite]:
    """Yield every page of the site."""
    book = Book(context, site)
    yield from text_pages(book, agenda)
    yield from _news_pages(book)
    yield from _event_pages(book, agenda)
    yield from calendar_pages(book, agenda)
    yield from directory_pages(book)
    yield from _practitioner_pages(book, agenda)
    yield from _metier_pages(book)
    yield from _capsule_pages(book)
    yield from translation_pages(book)
    yield from certificate_pages(book)
    yield from gone_pages(book)
    yield from moved_pages(book)
    yield from contribute_pages(book)
    yield from own_pages(book)
    yield from styles_page(book)


def _news_pages(book: Book) -> Iterator[PageToWrite]:
    context = book.context
    for item, place in book.in_a_row(context.news):
        page = news.news_page(item, context)
        node = jsonld.news_article(page, book.absolute(item), book.origin, book.site.url)
        values = {"item": page}
        there = place.saying(node).found_as(found_news(page))
        yield book.entry_page(item, values, there)
    years = news.years_of_news(context)
    links = tuple(Link(year.year, year.url) for year in years)
    for year in years:
        yield book.page(
            "actualites-annee",
            news.year_path(year.year),
            (
                f"Actualités de {year.year}",
                f"Toutes les actualités de l’association parues en {year.year}.",
            ),
            {"year": year, "years": links},
            Place(book.under("actualites")),
            section="actualites",
        )


def _event_pages(book: Book, agenda: Agenda) -> Iterator[PageToWrite]:
    context = book.context
    in_time = sorted(
        context.content.events.values(),
        key=lambda event: (agenda.occurrences[event.slug][0].slot.starts_at, event.slug),
    )
    for event, place in book.in_a_row(in_time):
        page = event_page(event, agenda)
        values = {"event": page}
        # Search engines require a place and a day, and none is made up.
        is_somewhere = page.public.place is not None or page.public.mode != "sur place"
        is_known = is_somewhere and has_calendar(page.public)
        nodes = event_nodes(page.public, book.site.url) if is_known else []
        there = place.saying(*nodes).found_as(found_event(page))
        yield book.entry_page(event, values, there)
    yield book.page(
        "agenda-passe",
        PAST_EVENTS,
        (
            "Rendez-vous passés",
            "Les rendez-vous des années passées, tenus ou annulés, avec leurs comptes rendus.",
        ),
        {"text": None, "years": past_years(agenda)},
        Place(book.under("agenda")),
        section="agenda",
    )


def _practitioner_pages(book: Book, agenda: Agenda) -> Iterator[PageToWrite]:
    context = book.context
    for person, place in book.in_a_row(context.practitioners):
        page = practitioner_page(person, context)
        node = profile_page(page, book.absolute(person), book.origin, book.site.url)
        values = {
            "person": page.person,
            "profile": page,
            "dates": of_practitioner(person, agenda) if person.slug in context.events_of else None,
            "address_card": address_card(page.person, context),
        }
        there = place.saying(node).found_as(found_practitioner(page.person))
        yield book.entry_page(person, values, there)


def _metier_pages(book: Book) -> Iterator[PageToWrite]:
    context = book.context
    for metier, place in book.in_a_row(metiers(context)):
        page = metier_page(metier, context)
        node = jsonld.occupation(page, book.absolute(metier))
        yield book.entry_page(metier, {"metier": page}, place.saying(node))


def _capsule_pages(book: Book) -> Iterator[PageToWrite]:
    context = book.context
    for capsule, place in book.in_a_row(context.capsules):
        page = capsules.capsule_page(capsule, context)
        node = jsonld.learning_resource(page, book.absolute(capsule), book.origin)
        values = {"capsule": page}
        yield book.entry_page(capsule, values, place.saying(node))
