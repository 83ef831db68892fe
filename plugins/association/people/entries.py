"""People as files and the filter need them: what consent lets out, and where they are."""

from functools import cache

from ..content.addresses import path_of
from ..content.entry import Practitioner
from ..content.schema import Word, WrittenPractitioner
from ..pages.common import Term
from ..pages.context import Context
from .directory_view import DirectoryEntry
from .distances import Position
from .facets import AUDIENCE, COUNTRY, FORM, LANGUAGE, METIER, REGION, THEME, value_path
from .gazetteer import gazetteer
from .page import card, contact
from .values import countries_of, facet_term, home_country, home_region


def directory_entry(person: Practitioner, context: Context) -> DirectoryEntry:
    """Return a practitioner as files and the filter need it."""
    written = person.written
    region = home_region(written, context)
    country = context.content.vocabulary.of_kind("countries")[home_country(written)]
    may_say_town = "ville" in written.consent.covers
    return DirectoryEntry(
        card=card(person, context),
        page_url=context.addresses.absolute(path_of(person.folder, person.slug)),
        given_name=written.given_name,
        family_name=written.family_name,
        city=written.base.city if may_say_town else "",
        region=facet_term(REGION, region, context),
        country=facet_term(COUNTRY, country, context),
        country_code=country.code,
        position=_town(written, country) if may_say_town else middle_of_region(region),
        metiers=tuple(
            Term(
                context.content.metiers[held.metier].written.title,
                held.metier,
                context.addresses.href(value_path(METIER, held.metier)),
            )
            for held in written.metiers
        ),
        regions=tuple(facet_term(REGION, word, context) for word in written.regions),
        countries=tuple(
            facet_term(COUNTRY, word, context) for word in countries_of(written, context)
        ),
        audiences=tuple(facet_term(AUDIENCE, word, context) for word in written.audiences),
        themes=tuple(facet_term(THEME, word, context) for word in written.themes),
        forms=tuple(facet_term(FORM, word, context) for word in written.forms),
        languages=tuple(facet_term(LANGUAGE, word, context) for word in written.languages),
        contact=contact(written, context.identity.secretariat),
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
