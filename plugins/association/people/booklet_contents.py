"""What the booklets of the directory show: everybody, one region, or where a large one is found.

People stand in the fair order of the directory; indexes are by the name that somebody is filed
under. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from typographie import typeset_text

from ..content.french_dates import day_in_words
from ..core.person_names import filed_letter, filed_name, sort_key
from ..core.zone import today
from ..pages.context import Context
from .booklet_view import (
    Booklet,
    BookletLink,
    BookletPerson,
    BookletRegion,
    IndexedName,
    IndexEntry,
    IndexLetter,
)
from .facets import AUDIENCE, LANGUAGE, REGION, SUBJECTS, Facet, Value, list_path
from .lists import Directory
from .view import Certification, PublicPerson

TITLE = "Annuaire des praticiens"


def whole_booklet(full_directory: Directory) -> Booklet:
    """Return the booklet of everybody."""
    people = full_directory.of(())
    return replace(
        _cover(full_directory, ()),
        regions=_regions(people, full_directory.context),
        by_name=_letters(people, _in_this_booklet),
        by_region=tuple(_index(full_directory, REGION, people)),
        by_audience=tuple(_index(full_directory, AUDIENCE, people)),
    )


def regional_booklet(full_directory: Directory, region: Value) -> Booklet:
    """Return the booklet of a region: who is based there, and the names of who comes there."""
    people = full_directory.of((region,))
    here = [person for person in people if person.region.slug == region.slug]
    return replace(
        _cover(full_directory, (region,)),
        subtitle=typeset_text(region.name, options=full_directory.context.settings.typography),
        regions=_regions(here, full_directory.context),
        elsewhere=tuple(
            IndexedName(person.name, place=person.region.name, url=person.page_url)
            for person in people
            if person.region.slug != region.slug
        ),
        by_name=_letters(here, _in_this_booklet),
        by_audience=tuple(_index(full_directory, AUDIENCE, here)),
    )


def index_booklet(
    full_directory: Directory,
    booklets: Sequence[BookletLink],
    found_at: Callable[[PublicPerson], IndexedName],
) -> Booklet:
    """Return the booklet of a directory too large for one: its booklets, and where each name is.

    ``found_at`` tells the place of a person in one of the booklets.
    """
    return replace(
        _cover(full_directory, ()),
        booklets=tuple(booklets),
        by_name=_letters(full_directory.of(()), found_at),
    )


def filed(person: PublicPerson) -> str:
    """Return the name of a person as indexes say it."""
    return filed_name(person.family_name, person.given_name)


def _cover(full_directory: Directory, values: tuple[Value, ...]) -> Booklet:
    context = full_directory.context
    return Booklet(
        title=TITLE,
        subtitle="",
        association=context.settings.identity.name,
        site=context.addresses.absolute(list_path(values)),
        day=typeset_text(day_in_words(today(context.asof)), options=context.settings.typography),
    )


def _regions(people: Iterable[PublicPerson], context: Context) -> tuple[BookletRegion, ...]:
    return tuple(
        BookletRegion(country, region, tuple(_person(person, context) for person in of_region))
        for (country, region), of_region in groupby(
            people, key=lambda person: (person.country.name, person.region.name)
        )
    )


def _by_name(people: Iterable[PublicPerson]) -> list[PublicPerson]:
    return sorted(people, key=lambda person: sort_key(person.family_name, person.given_name))


def _in_this_booklet(person: PublicPerson) -> IndexedName:
    return IndexedName(filed(person), slug=person.slug)


def _letters(
    people: Iterable[PublicPerson], indexed: Callable[[PublicPerson], IndexedName]
) -> tuple[IndexLetter, ...]:
    letters: dict[str, list[IndexedName]] = {}
    for person in _by_name(people):
        letters.setdefault(filed_letter(person.family_name), []).append(indexed(person))
    return tuple(IndexLetter(letter, tuple(names)) for letter, names in letters.items())


def _index(
    full_directory: Directory, facet: Facet, people: Iterable[PublicPerson]
) -> Iterator[IndexEntry]:
    """Yield the values of a facet that some of the ``people`` have, with those people."""
    by_name = _by_name(people)
    options = full_directory.context.settings.typography
    for value in full_directory.values_of(facet):
        found = tuple(person.slug for person in by_name if value in person.values)
        if found:
            yield IndexEntry(typeset_text(value.name, options=options), found)


def _person(person: PublicPerson, context: Context) -> BookletPerson:
    facts = ((facet.title, person.names(facet)) for facet in (*SUBJECTS, REGION, LANGUAGE))
    words = partial(typeset_text, options=context.settings.typography)
    place = f"{person.place} et à distance" if person.is_remote else person.place
    return BookletPerson(
        slug=person.slug,
        name=person.name,
        initials=person.initials,
        slogan=words(person.slogan, person.lang),
        place=words(place),
        portrait=person.photo,
        certifications=tuple(
            (words(certificate.metier.label), words(_state(certificate)))
            for certificate in person.certifications
        ),
        facts=tuple((title, words(", ".join(names))) for title, names in facts if names),
        contact=words(_contact(person, context)),
        page=person.page_url,
        is_example=person.is_example,
        lang=person.lang,
    )


def _state(certificate: Certification) -> str:
    """Return the state with its dates: on paper, « in force » alone would not stay true."""
    granted = (
        f"certificat du {certificate.granted.label}" if certificate.granted else certificate.label
    )
    if certificate.state == "in-force" and certificate.expires:
        return f"{granted}, valable jusqu’au {certificate.expires.label}"
    return f"{granted}, échu" if certificate.state == "expired" else granted


def _contact(person: PublicPerson, context: Context) -> str:
    secretariat = context.settings.identity.secretariat
    shown = {
        "site": f"Par son site : {person.website}",
        "secretariat": f"Par le secrétariat : {secretariat}",
    }
    return ", ".join(
        shown.get(one.mode) or f"{one.explanation.rstrip('.')} : {one.label}"
        for one in person.contacts
    )
