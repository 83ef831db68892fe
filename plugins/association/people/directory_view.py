"""What the directory shows: lists of people, their links, what the filter starts from, the map."""

from dataclasses import dataclass

from ..pages.common import Link
from .view import PublicPerson


@dataclass(frozen=True)
class CountedLink:
    """A link to a list, and how many it holds."""

    label: str
    url: str
    count: int


@dataclass(frozen=True)
class LinkGroup:
    """Lists of one kind; ``url`` is the page of all of them, or ``""``."""

    title: str
    url: str
    links: tuple[CountedLink, ...]


@dataclass(frozen=True)
class FilterStart:
    """What the live filter of a list starts from.

    ``index_url`` is the address of its data; ``scope`` is the facets and values of the list itself,
    as « region=occitanie », which the filter keeps; ``words_url`` is the page of visitors' words,
    ``""`` without any; ``entrances`` lead to the pages that list the values of a facet, for
    browsers without a script.
    """

    index_url: str
    scope: str
    words_url: str = ""
    entrances: tuple[Link, ...] = ()


@dataclass(frozen=True)
class FilterRegion:
    """A region as the filter finds it: its country's code (ISO 3166), its postal codes' starts."""

    slug: str
    name: str
    country_code: str
    postal_prefixes: tuple[str, ...]


@dataclass(frozen=True)
class MapCell:
    """A cell of the map: its outline, its words on lines, and its list when it has one.

    ``x`` and ``y`` are its centre; ``weight`` goes from 0 (nobody) to 4 by the number of people.
    """

    name: str
    lines: tuple[str, ...]
    code: str
    url: str
    count: int
    weight: int
    x: int
    y: int
    points: str


@dataclass(frozen=True)
class DirectoryMap:
    """The map: its size in its own units, and its cells in reading order."""

    width: int
    height: int
    cells: tuple[MapCell, ...]


@dataclass(frozen=True)
class Downloads:
    """A list as files; ``holds`` says of whom: ``list``, ``region`` around it, or ``everybody``."""

    vcard: str
    csv: str
    json: str
    holds: str = "list"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a long list: ``number`` of ``count``, and the ways to the others."""

    number: int
    count: int
    links: tuple[Link, ...]
    previous: str
    next: str


@dataclass(frozen=True)
class PeopleGroup:
    """People under one title; ``anchor`` names the place on the page."""

    title: str
    anchor: str
    people: tuple[PublicPerson, ...]


@dataclass(frozen=True)
class PeopleSection:
    """Groups of people, under a title of their own unless it is ``""``."""

    title: str
    anchor: str
    groups: tuple[PeopleGroup, ...]


@dataclass(frozen=True)
class Selection:
    """A list of people: everyone, those of a facet's value, or of a pair of values.

    ``said`` are some words by which visitors find the list, ``order`` says in which order it is,
    ``sections`` are the people of this sheet, ``narrower`` the lists within this one, ``wider`` the
    lists it is within, ``alternatives`` what to look at instead when nobody is here. ``by_region``
    leads to the people of a long list, which has no sections, region by region. With ``is_short``
    each person is told in short, as in a directory of hundreds.
    """

    title: str
    introduction: str
    order: str
    people_count: int
    sections: tuple[PeopleSection, ...]
    narrower: tuple[LinkGroup, ...]
    wider: tuple[CountedLink, ...]
    alternatives: tuple[CountedLink, ...]
    downloads: Downloads
    sheet: Sheet
    filter: FilterStart
    said: tuple[str, ...] = ()
    by_region: tuple[CountedLink, ...] = ()
    is_short: bool = False


@dataclass(frozen=True)
class ListToWrite:
    """A list as files: the path of its page, its title and its people, all sheets together.

    With ``are_named`` they name its people, whom those of the whole directory describe.
    """

    path: str
    name: str
    title: str
    people: tuple[PublicPerson, ...]
    are_named: bool = False
