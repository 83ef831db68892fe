"""The values people are found by: the vocabulary's words and the métiers, as facets have them."""

from collections.abc import Iterator

from ..content.schema import Word, WrittenPractitioner
from ..pages.common import Term
from ..pages.context import Context, metiers
from .facets import (
    AUDIENCE,
    BY_DISTANCE,
    COUNTRY,
    FACETS,
    FORM,
    LANGUAGE,
    METIER,
    REGION,
    REMOTE,
    THEME,
    Facet,
    Value,
    value_path,
)

# Where the vocabulary keeps the words of a facet.
_KINDS = {
    REGION: "regions",
    COUNTRY: "countries",
    AUDIENCE: "audiences",
    THEME: "themes",
    FORM: "forms",
    LANGUAGE: "languages",
}
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


def countries_of(person: WrittenPractitioner, context: Context) -> tuple[Word, ...]:
    """Return the countries a practitioner works in: those said, else the one of the base."""
    known = context.content.vocabulary.of_kind("countries")
    return person.countries or (known[home_country(person)],)


def facet_term(facet: Facet, word: Word, context: Context) -> Term:
    """Return a word with the address of the list of those it is said of."""
    return Term(word.name, word.slug, context.addresses.href(value_path(facet, word.slug)))


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
            yield from (value_of(facet, word) for word in words.of_kind(_KINDS[facet]).values())


def has_a_lasting_list(value: Value) -> bool:
    """Return whether the list of a value has an address even when nobody is in it."""
    return value.facet not in _ONLY_WITH_PEOPLE


def values_of(person: WrittenPractitioner, context: Context) -> Iterator[Value]:
    """Yield every value that a practitioner is found by, some of them twice."""
    words = context.content.vocabulary
    for held in person.metiers:
        yield Value(METIER, held.metier, context.content.metiers[held.metier].written.title, "")
    served = (*person.regions, home_region(person, context))
    for region in served:
        yield value_of(REGION, region)
        yield value_of(COUNTRY, words.of_kind("countries")[region.country])
    for country in countries_of(person, context):
        yield value_of(COUNTRY, country)
    by_facet = (
        (AUDIENCE, person.audiences),
        (THEME, person.themes),
        (FORM, person.forms),
        (LANGUAGE, person.languages),
    )
    for facet, words_of_facet in by_facet:
        for word in words_of_facet:
            yield value_of(facet, word)
    if person.remote:
        yield BY_DISTANCE


def value_of(facet: Facet, word: Word) -> Value:
    """Return a word of the vocabulary as the value of a facet."""
    return Value(facet, word.slug, word.name, _clause(facet, word))


def _clause(facet: Facet, word: Word) -> str:
    if facet in (REGION, COUNTRY):
        return word.locative
    if facet is AUDIENCE:
        return f"pour les {word.name[0].lower()}{word.name[1:]}"
    if facet is THEME:
        return f"sur le thème « {word.name} »"
    if facet is LANGUAGE:
        return f"en {word.name}"
    return f"« {word.name} »"
