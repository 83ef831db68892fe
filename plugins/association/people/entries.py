"""People as files and the filter need them: what consent lets out, and where they are."""

from functools import cache

from ..content.addresses import path_of
from ..content.entry import Practitioner
from ..content.schema import Word, WrittenPractitioner
from ..pages.common import Term
from ..pages.context import House
from .directory_view import DirectoryEntry
from .distances import Position
from .facets import AUDIENCE, COUNTRY, FORM, LANGUAGE, METIER, REGION, THEME, value_path
from .gazetteer import gazetteer
from .page import card, contact
from .values import countries_of, facet_term, home_country, home_region


def directory_entry(person: Practitioner, house: House) -> DirectoryEntry:
    """Return a practitioner as files and the filter need it."""
    written = person.written
    region = home_region(written, house)
    country = house.content.vocabulary.of_kind("countries")[home_country(written)]
    may_say_town = "ville" in written.consent.covers
    return DirectoryEntry(
        card=card(person, house),
        page_url=house.addresses.absolute(path_of(person.folder, person.slug)),
        given_name=written.given_name,
        family_name=written.family_name,
        city=written.base.city if may_say_town else "",
        region=facet_term(REGION, region, house),
        country=facet_term(COUNTRY, country, house),
        country_code=country.code,
        position=_town(written, country) if may_say_town else middle_of_region(region),
        metiers=tuple(
            Term(
                house.content.metiers[held.metier].written.title,
                held.metier,
                house.addresses.href(value_path(METIER, held.metier)),
            )
            for held in written.metiers
        ),
        regions=tuple(facet_term(REGION, word, house) for word in written.regions),
        countries=tuple(facet_term(COUNTRY, word, house) for word in countries_of(written, house)),
        audiences=tuple(facet_term(AUDIENCE, word, house) for word in written.audiences),
        themes=tuple(facet_term(THEME, word, house) for word in written.themes),
        forms=tuple(facet_term(FORM, word, house) for word in written.forms),
        languages=tuple(facet_term(LANGUAGE, word, house) for word in written.languages),
        contact=contact(written, house.identity.secretariat),
        website=written.website or "",
        consented=written.consent.day.isoformat(),
    )


def _town(person: WrittenPractitioner, country: Word) -> Position | None:
    base = person.base
    return gazetteer().locate(country.code, base.postal_code, base.city)


@cache
def middle_of_region(region: Word) -> Position | None:
    """Return the middle of a region, or None when no place of it is known."""
    return gazetteer().middle_of(region.slug, region.postal_prefixes)
