"""What the printed booklet of the directory shows: what each person agreed to, typeset."""

from dataclasses import dataclass

from .view import Photo


@dataclass(frozen=True)
class BookletPerson:
    """A person of the booklet; ``facts`` pairs a heading with its words."""

    slug: str
    name: str
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
class Booklet:
    """The whole booklet; ``day`` says when it was true."""

    title: str
    association: str
    site: str
    day: str
    regions: tuple[BookletRegion, ...]
    by_region: tuple[IndexEntry, ...]
    by_audience: tuple[IndexEntry, ...]
