"""What a printed booklet of the directory shows: what each person agreed to, typeset."""

from dataclasses import dataclass

from .view import Photo


@dataclass(frozen=True)
class BookletPerson:
    """A person of a booklet; ``facts`` pairs a heading with its words.

    ``initials`` stand where there is no portrait.
    """

    slug: str
    name: str
    initials: str
    slogan: str
    place: str
    portrait: Photo | None
    certifications: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    contact: str
    page: str
    is_example: bool
    lang: str


@dataclass(frozen=True)
class BookletRegion:
    """The people based in one region."""

    country: str
    region: str
    people: tuple[BookletPerson, ...]


@dataclass(frozen=True)
class IndexEntry:
    """A word of an index and the slugs of those it leads to."""

    word: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class IndexedName:
    """A name of an index: the ``slug`` of a person of the booklet, or ``""``.

    Of somebody who is not in it, ``place`` says where to look, and ``url`` leads there.
    """

    words: str
    slug: str = ""
    place: str = ""
    url: str = ""


@dataclass(frozen=True)
class IndexLetter:
    """The names of an index that are filed under one letter."""

    letter: str
    names: tuple[IndexedName, ...]


@dataclass(frozen=True)
class BookletLink:
    """The booklet of a region: how many people are in it, in words, and its full address."""

    title: str
    count: str
    url: str


@dataclass(frozen=True)
class Booklet:
    """A whole booklet; ``day`` says when it was true, ``site`` is where it is kept up to date.

    ``subtitle`` is the region it is of, or ``""``. ``elsewhere`` are the people who come to that
    region. The booklet of a large directory has no people: it leads to ``booklets``.
    """

    title: str
    subtitle: str
    association: str
    site: str
    day: str
    regions: tuple[BookletRegion, ...] = ()
    booklets: tuple[BookletLink, ...] = ()
    elsewhere: tuple[IndexedName, ...] = ()
    by_name: tuple[IndexLetter, ...] = ()
    by_region: tuple[IndexEntry, ...] = ()
    by_audience: tuple[IndexEntry, ...] = ()

    @property
    def document(self) -> str:
        """The title of the document, which stands at the foot of its pages."""
        return f"{self.title} : {self.subtitle}" if self.subtitle else self.title
