"""What is published of a document of the archive."""

from dataclasses import dataclass

from ..pages.common import Body, Day, Document, Link


@dataclass(frozen=True)
class DocumentCard:
    """A document in a list; ``language`` is said in French, ``""`` for French."""

    url: str
    title: str
    summary: str
    genre: str
    date: Day
    file: Document
    language: str
    is_example: bool
    lang: str


@dataclass(frozen=True)
class DocumentPage:
    """Everything the page of a document shows.

    ``event`` is what it reports on, ``group`` who wrote it.
    """

    card: DocumentCard
    body: Body
    event: Link | None
    group: Link | None


@dataclass(frozen=True)
class ListedDocuments:
    """The documents of a year or of a genre, latest first; ``url`` is the page that lists them."""

    title: str
    path: str
    url: str
    documents: tuple[DocumentCard, ...]


@dataclass(frozen=True)
class Archive:
    """All documents, by year and by genre."""

    years: tuple[ListedDocuments, ...]
    genres: tuple[ListedDocuments, ...]
