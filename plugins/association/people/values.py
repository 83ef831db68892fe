"""The values people are found by: the vocabulary's words and the métiers, as facets have them."""

from collections.abc import Iterator

from ..content.schema import Word, WrittenPractitioner
from ..pages.common import Term
from ..pages.context import Context, metiers
from .facets import (
    BY_DISTANCE,
    COUNTRY,
    FACETS,
    LANGUAGE,
    METIER,
    OF_WORDS,
    REGION,
    REMOTE,
    SUBJECTS,
    Facet,
    Value,
    value_path,
)

# A country or a language nobody works in has no list: there are too many of them.
_ONLY_WITH_PEOPLE = (COUNTRY, LANGUAGE, REMOTE)
_FRANCE = "France"


def home_country(person: WrittenPractitioner) -> str:
    """Return the name of the country a practitioner is based in."""
    return person.base.country.name if person.base.country else _FRANCE


def home_region(person: WrittenPractitioner, context: Context) -> Word:
    """Return the region a practitioner is based in, the first one served when it is unknown."""
    words = context.content.vocabulary
    found = words.region_of(person.base.postal_code, home_country(person))
    return found or person.regions[0]


def _words(facet: Facet, person: WrittenPractitioner, context: Context) -> tuple[Word, ...]:
    """Return a practitioner's words of a facet; the country of the base when none is said."""
    said: tuple[Word, ...] = getattr(person, facet.field)
    if facet is COUNTRY and not said:
        return (context.content.vocabulary.of_kind(facet.field)[home_country(person)],)
    return said


def facet_term(facet: Facet, word: Word, context: Context) -> Term:
    """Return a word with the address of the list of those it is said of."""
    return Term(word.name, word.slug, context.addresses.href(value_path(facet, word.slug)))


def terms_of(person: WrittenPractitioner, context: Context) -> dict[str, tuple[Term, ...]]:
    """Return what a practitioner says, by the field of each facet, with the addresses of lists."""
    known, href = context.content.metiers, context.addresses.href
    terms = {
        facet.field: tuple(
            facet_term(facet, word, context) for word in _words(facet, person, context)
        )
        for facet in OF_WORDS
    }
    terms[METIER.field] = tuple(
        Term(
            known[certificate.metier].written.title,
            certificate.metier,
            href(value_path(METIER, certificate.metier)),
        )
        for certificate in person.metiers
    )
    return terms


def known_values(context: Context) -> Iterator[Value]:
    """Yield all values there are, in the order of facets, then of the vocabulary."""
    words = context.content.vocabulary
    for facet in FACETS:
        if facet is METIER:
            for metier in metiers(context):
                yield Value(METIER, metier.slug, metier.written.title, "")
        elif facet is REMOTE:
            yield BY_DISTANCE
        else:
            yield from (value_of(facet, word) for word in words.of_kind(facet.field).values())


def has_a_lasting_list(value: Value) -> bool:
    """Return whether the list of a value has an address even when nobody is in it."""
    return value.facet not in _ONLY_WITH_PEOPLE


def values_of(person: WrittenPractitioner, context: Context) -> Iterator[Value]:
    """Yield every value that a practitioner is found by, some of them twice."""
    words = context.content.vocabulary
    for certificate in person.metiers:
        yield Value(
            METIER,
            certificate.metier,
            context.content.metiers[certificate.metier].written.title,
            "",
        )
    served = (*person.regions, home_region(person, context))
    for region in served:
        yield value_of(REGION, region)
        yield value_of(COUNTRY, words.of_kind("countries")[region.country])
    for facet in (COUNTRY, *SUBJECTS, LANGUAGE):
        for word in _words(facet, person, context):
            yield value_of(facet, word)
    if person.remote:
        yield BY_DISTANCE


def value_of(facet: Facet, word: Word) -> Value:
    """Return a word of the vocabulary as the value of a facet."""
    lowered = word.name[0].lower() + word.name[1:]
    clause = word.locative or facet.clause.format(name=word.name, lowered=lowered)
    return Value(facet, word.slug, word.name, clause)
