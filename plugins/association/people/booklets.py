"""The printed booklets of the directory: which ones there are, at which addresses.

A directory of at most ``MOST_TOGETHER`` people has one booklet of everybody, and one for each
region where enough people are based. A larger one has a booklet for every region with somebody, so
each person is printed once; the address of the whole one then leads to the index of all names.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from ..core.results_cache import ResultsCache, inputs_of
from ..core.zone import PARIS, today
from ..pages.context import Context
from ..pages.picture_places import portrait_in_a_list
from ..pages.printed_file import PrintedFile, printed_file
from ..printing.press import Pdf
from ..problems.report import pluralize
from .booklet import booklet_pdf, pages_of_people
from .booklet_contents import filed, index_booklet, regional_booklet, whole_booklet
from .booklet_view import Booklet, BookletLink, IndexedName
from .facets import REGION, Value, file_name, list_path
from .listing import FEWEST_TO_NARROW, MOST_TOGETHER
from .lists import Directory
from .view import PublicPerson

_FAILURE = "le livret « %s » n’a pas pu être composé, et le site s’en passe : %s"

Booklets = Mapping[tuple[Value, ...], PrintedFile]


def printed_booklets(full_directory: Directory, most_in_one: int = MOST_TOGETHER) -> Booklets:
    """Return the booklets by the values of the list whose page leads to each."""
    people = full_directory.of(())
    if not people:
        return {}
    press = _Press(full_directory.context, _portraits(people, full_directory.context))
    is_large = len(people) > most_in_one
    fewest = 1 if is_large else FEWEST_TO_NARROW
    based = Counter(person.region.slug for person in people)
    found: dict[tuple[Value, ...], PrintedFile | None] = {
        (region,): press.printed((region,), regional_booklet(full_directory, region))
        for region in full_directory.values_of(REGION)
        if based[region.slug] >= fewest
    }
    regional = {values: made for values, made in found.items() if made}
    first = _index(full_directory, regional, based) if is_large else whole_booklet(full_directory)
    whole = press.printed((), first)
    return {(): whole, **regional} if whole else regional


@dataclass(frozen=True)
class _Press:
    """What prints booklets; ``portraits`` are the pictures of people by their slugs."""

    context: Context
    portraits: Mapping[str, Path]

    def printed(self, values: tuple[Value, ...], booklet: Booklet) -> PrintedFile | None:
        """Return the booklet of a list, or None, with a warning, when it cannot be made."""
        midnight = datetime.combine(today(self.context.asof), time(), PARIS)
        path = f"{list_path(values)}{file_name(values)}.pdf"
        try:
            made = self._pdf(booklet, midnight)
        except (OSError, ValueError) as error:
            logging.getLogger(__name__).warning(_FAILURE, path, error)
            return None
        words = "L’annuaire entier, à imprimer"
        if values:
            words = "Les personnes installées dans cette région, à imprimer"
        elif booklet.booklets:
            words = "L’index de l’annuaire et ses livrets par région, à imprimer"
        return printed_file(path, words, made, self.context)

    def _pdf(self, booklet: Booklet, made_at: datetime) -> Pdf:
        people = (person for region in booklet.regions for person in region.people)
        shown = [self.portraits[one.slug] for one in people if one.slug in self.portraits]
        return self.context.results.get_or_compute(
            ("booklet", inputs_of(booklet), made_at.isoformat(), *map(Path.read_bytes, shown)),
            lambda: booklet_pdf(booklet, self.portraits, made_at),
        )


def _portraits(people: Iterable[PublicPerson], context: Context) -> Mapping[str, Path]:
    """Return the pictures of people as lists show them: 208 pixels on 17 mm are 310 an inch."""
    shown = {person.slug: person.photo for person in people if person.photo}
    wanted = [(photo.file, portrait_in_a_list(photo.focus)) for photo in shown.values()]
    return dict(zip(shown, context.pictures.plain_files(wanted), strict=True))


def _index(full_directory: Directory, regional: Booklets, based: Counter[str]) -> Booklet:
    absolute = full_directory.context.addresses.absolute
    urls = {region.slug: absolute(made.path) for (region,), made in regional.items()}
    pages = {
        region.slug: _pages_of_people(made.content, full_directory.context.results)
        for (region,), made in regional.items()
    }

    def found_at(person: PublicPerson) -> IndexedName:
        region = person.region
        page = pages.get(region.slug, {}).get(person.slug)
        if page is None:
            return IndexedName(filed(person), place=region.name, url=person.page_url)
        url = f"{urls[region.slug]}#page={page}"
        return IndexedName(filed(person), place=f"{region.name}, page {page}", url=url)

    links = [
        BookletLink(region.name, pluralize(based[region.slug], "personne"), urls[region.slug])
        for (region,) in regional
    ]
    return index_booklet(full_directory, links, found_at)


def _pages_of_people(pdf: bytes, results: ResultsCache) -> Mapping[str, int]:
    return results.get_or_compute(("pages of people", pdf), lambda: pages_of_people(pdf))
