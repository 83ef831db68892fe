"""The archive of documents: as lists and their pages show them."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from babel import Locale

from ..content.digital_document import GENRES
from ..content.entry import DigitalDocument
from ..events.agenda import Agenda
from ..pages.common import TitledList
from ..pages.context import Context, day_view
from ..pages.page import OutputPage, PageBuilder
from ..pages.search_result import SearchResult
from .document_view import DocumentCard, DocumentPage
from .jsonld import digital_document


def document_card(document: DigitalDocument, context: Context) -> DocumentCard:
    """Return a document as lists show it."""
    written = document.written
    language = Locale("fr").languages[written.lang]
    return DocumentCard(
        url=context.url(document),
        title=written.title,
        summary=written.summary,
        genre=_in_list(written.genre),
        date=day_view(written.date),
        file=context.document(written.title, written.file),
        language="" if written.lang == "fr" else language,
        is_example=written.example,
        lang=written.lang,
    )


def _in_list(genre: str) -> str:
    """Return a genre as its list is named: « Rapport d’activité », « Autre document »."""
    return "Autre document" if genre == "autre" else genre.capitalize()


def document_page(document: DigitalDocument, context: Context) -> DocumentPage:
    """Return everything the page of a document shows, its event and its group linked."""
    event = context.content.events.get(document.written.event or "")
    group = context.content.groups.get(document.written.group or "")
    return DocumentPage(
        card=document_card(document, context),
        body=context.body(document),
        event=context.link(event) if event else None,
        group=context.link(group) if group else None,
    )


def document_pages(builder: PageBuilder, _agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the pages of the documents."""
    context = builder.context
    for document, place in builder.with_neighbours(context.digital_documents):
        page = document_page(document, context)
        node = digital_document(page, builder.absolute(document), builder.origin, builder.site.url)
        found = SearchResult(page.card.genre, page.card.date.label, is_example=page.card.is_example)
        placement = place.with_json_ld(node).with_result(found)
        yield builder.entry_page(document, {"document": page}, placement)


def document_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the archive shows besides its text: the documents by year, and by genre."""
    context = agenda.context
    cards = [document_card(document, context) for document in context.digital_documents]
    genres = [_in_list(genre) for genre in GENRES]
    by_genre = sorted(cards, key=lambda card: genres.index(card.genre))
    return {
        "years": tuple(
            TitledList(year, tuple(items), f"annee-{year}")
            for year, items in groupby(cards, key=lambda card: card.date.iso[:4])
        ),
        "genres": tuple(
            TitledList(genre, tuple(items))
            for genre, items in groupby(by_genre, key=lambda card: card.genre)
        ),
    }
