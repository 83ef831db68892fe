"""The archive of documents: as lists and their pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from babel import Locale

from ..content.digital_document import GENRES
from ..content.entry import DigitalDocument
from ..core.words import slug_of
from ..events.agenda import Agenda
from ..pages.common import Link, TitledList
from ..pages.context import Context, day_view
from ..pages.page import OutputPage, PageBuilder, Placement
from ..pages.search_result import SearchResult
from .document_view import Archive, DocumentCard, DocumentPage, ListedDocuments
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
    """Yield the pages of the documents, of their years and of their genres."""
    context = builder.context
    for document, place in builder.with_neighbours(context.digital_documents):
        page = document_page(document, context)
        node = digital_document(page, builder.absolute(document), builder.origin, builder.site.url)
        found = SearchResult(page.card.genre, page.card.date.label, is_example=page.card.is_example)
        placement = place.with_json_ld(node).with_result(found)
        yield builder.entry_page(document, {"document": page}, placement)
    divided = context.once(archive)
    for year in divided.years:
        yield _list_page(builder, year, f"Documents de {year.title}", _by_genre(year.documents))
    for genre in divided.genres:
        yield _list_page(builder, genre, genre.title, _by_year(genre.documents))


def _list_page(
    builder: PageBuilder,
    shown: ListedDocuments,
    title: str,
    lists: Iterable[tuple[str, list[DocumentCard]]],
) -> OutputPage:
    whole = builder.context.once(archive)
    titled = tuple(
        TitledList(name, tuple(items), f"documents-{slug_of(name)}") for name, items in lists
    )
    return builder.page(
        "documents-liste",
        shown.path,
        (title, f"{title} : les documents de l’association, du plus récent au plus ancien."),
        {"lists": titled, "years": whole.years, "genres": whole.genres},
        Placement(builder.breadcrumbs_under("documents")),
        section="documents",
    )


def archive(context: Context) -> Archive:
    """Return the documents by year, the latest first, and by genre."""
    cards = [document_card(document, context) for document in context.digital_documents]

    def listed(title: str, path: str, items: Iterable[DocumentCard]) -> ListedDocuments:
        return ListedDocuments(title, path, context.addresses.href(path), tuple(items))

    return Archive(
        tuple(listed(year, f"documents/{year}/", items) for year, items in _by_year(cards)),
        tuple(
            listed(genre, f"documents/genres/{slug_of(genre)}/", items)
            for genre, items in _by_genre(cards)
        ),
    )


def _by_year(cards: Iterable[DocumentCard]) -> Iterator[tuple[str, list[DocumentCard]]]:
    for year, items in groupby(cards, key=lambda card: card.date.iso[:4]):
        yield year, list(items)


def _by_genre(cards: Iterable[DocumentCard]) -> Iterator[tuple[str, list[DocumentCard]]]:
    of_genre: dict[str, list[DocumentCard]] = {_in_list(genre): [] for genre in GENRES}
    for card in cards:
        of_genre[card.genre].append(card)
    for title, items in zip(GENRES.values(), of_genre.values(), strict=True):
        if items:
            yield title, items


def document_list(agenda: Agenda) -> Mapping[str, object]:
    """Return what the archive shows besides its text: the documents by year, and by genre."""
    divided = agenda.context.once(archive)
    return {"years": divided.years, "genres": divided.genres}


def years_in_plan(context: Context) -> list[Link]:
    """Return the links to the years of documents, as the plan of the site names them."""
    return [Link(f"Documents de {year.title}", year.url) for year in context.once(archive).years]
