"""The controlled words, which editors extend in ``content/vocabulaire.yml``.

A word is written by its name (« Île-de-France »); its slug serves addresses. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema

from ..core.words import fold, mistyped, slug_of, suggestion
from .countries import (
    country_code,
    country_in_another_language,
    country_names,
    in_country,
    near_country,
)
from .said_words import word_said
from .values import LINE_SCHEMA, Day, Line, Slug, WebAddress, parse_line, reads, wrong
from .visitor_words import WithVisitorWords, one_home_for_each_word
from .written import Rule, Violation, Written, labelled

# The French name of each kind of word, as messages say it.
KINDS = {
    "regions": "région",
    "countries": "pays",
    "languages": "langue",
    "audiences": "public",
    "themes": "thème",
    "forms": "forme d’accompagnement",
    "sectors": "secteur",
    "categories": "catégorie",
    "series": "série",
}
# Marks, in a JSON Schema, a value that is a word of one of these kinds.
VOCABULARY_KEY = "x-vocabulaire"
# More words than this do not help anybody choose.
_MOST_LISTED = 40


def _choice(text: str, choices: tuple[str, ...], mends: Mapping[str, str]) -> str:
    # Keyboards have the straight apostrophe only.
    curved = text.replace("'", "’")
    if curved in choices:
        return curved
    near = mistyped(text, choices)
    usual = f"vouliez-vous dire « {near} » ?" if near else "choisissez dans la liste ci-dessous"
    mend = mends.get(fold(text), usual)
    raise wrong(
        "valeur-inconnue",
        f"« {text} » n’est pas une valeur possible",
        f"écrivez « {mend} »" if mend in choices else mend,
        f"valeurs possibles : {', '.join(choices)}",
        instead=near if near and fold(near) == fold(text) else "",
    )


def choice(*choices: str, mends: Mapping[str, str] | None = None) -> PlainValidator:
    """Return the validator of a value among a few fixed words.

    ``mends`` give for other words, as ``fold`` writes them, the choice that is meant, or say in
    French what to write instead.
    """
    return reads(lambda text: _choice(text, choices, mends or {}))


def enum_of(choices: Iterable[str]) -> WithJsonSchema:
    """Return the JSON Schema of a value among these words."""
    return WithJsonSchema({"enum": list(choices)})


class WrittenWord(Written):
    """A controlled word."""

    name: Line = Field(alias="nom", description="Le mot, tel qu’il s’écrit et s’affiche.")
    slug: Slug | None = Field(
        None, alias="adresse", description="Son nom dans les adresses ; sinon tiré du nom."
    )


class WrittenSubject(WithVisitorWords, WrittenWord):
    """An audience, a theme, a form or a category: visitors say it in words of their own."""


class WrittenPlaceWord(WrittenWord):
    """A region or a country."""

    locative: Line | None = Field(
        None, alias="locution", description="« dans le Grand Est » ; « en » et le nom sinon."
    )


class WrittenRegion(WrittenPlaceWord):
    """A region of a country."""

    country: Line = Field(alias="pays", description="Le pays de la région.")
    departments: tuple[Line, ...] = Field(
        (), alias="codes_postaux", description="Le début de ses codes postaux."
    )


class WrittenCountry(WrittenPlaceWord):
    """A country that comes first in lists, with its international code."""

    code: Line = Field(alias="code", description="Code ISO 3166 du pays.")


class WrittenLanguage(WrittenWord):
    """A language, with its international code."""

    code: Line = Field(alias="code", description="Code BCP 47 de la langue.")


class WrittenSeries(WrittenWord):
    """A numbered series of events."""

    singular: Line = Field(alias="singulier", description="Un évènement de la série.")
    gender: Line = Field("f", alias="genre", description="Le genre du nom : f ou m.")
    gaps: Line | None = Field(
        None, alias="lacunes", description="Une phrase qui explique les numéros absents."
    )


_PERSON = "personne"
_SORTS = {_PERSON: "Person", "organisme": "Organization"}
_SAID_SORTS = dict.fromkeys(
    ("organisation", "association", "institut", "institution", "entreprise", "structure"),
    "organisme",
)


class WrittenEntity(Written):
    """A person or an organisation without a page of its own on the site."""

    other_names: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("url", "lien", "adresse", "web", "site_web"), "site"),
        **dict.fromkeys(("type", "genre", "categorie"), "sorte"),
    }

    name: Line = Field(alias="nom", description="Le nom, tel que les fichiers l’écrivent.")
    sort: Annotated[str, choice(*_SORTS, mends=_SAID_SORTS), enum_of(_SORTS)] = Field(
        alias="sorte", description="« personne » ou « organisme »."
    )
    site: WebAddress = Field(alias="site", description="Le site où son nom mène.")
    description: Line | None = Field(
        None, alias="description", description="Ce que c’est, ou qui c’est, en quelques mots."
    )
    agreed: Day | None = Field(
        None,
        alias="accord_le",
        json_schema_extra=labelled("Accord donné le"),
        description="Pour une personne, le jour où elle a accepté de paraître ainsi. La preuve "
        "reste au secrétariat.",
        examples=["2026-03-14"],
    )


def _people_agreed(vocabulary: "WrittenVocabulary") -> Iterator[Violation]:
    for rank, one in enumerate(vocabulary.entities):
        if one.sort == _PERSON and not one.agreed:
            yield Violation(
                ("personnes_et_organismes", rank, "nom"),
                "consentement-manquant",
                f"rien ne dit que « {one.name} » accepte que son nom mène à son site",
                "ajoutez « accord_le: » et le jour de son accord, sinon retirez cette personne",
            )


class WrittenTerm(Written):
    """A term of the glossary."""

    name: Line = Field(alias="terme", description="Le terme, tel qu’il s’écrit dans une phrase.")
    definition: Line = Field(
        alias="definition", description="Ce qu’il veut dire, en une ou deux phrases."
    )
    other_forms: tuple[Line, ...] = Field(
        (),
        alias="autres_formes",
        json_schema_extra=labelled("Autres formes"),
        description="Ses autres formes : un pluriel, un féminin, un sigle, un synonyme.",
        examples=[["conflits", "désaccord"]],
    )


class WrittenVocabulary(Written):
    """The file ``vocabulaire.yml``."""

    regions: tuple[WrittenRegion, ...] = Field(
        alias="regions", json_schema_extra=labelled("Régions"), title="Régions"
    )
    countries: tuple[WrittenCountry, ...] = Field((), alias="pays", title="Pays")
    languages: tuple[WrittenLanguage, ...] = Field(alias="langues", title="Langues")
    audiences: tuple[WrittenSubject, ...] = Field(alias="publics", title="Publics")
    themes: tuple[WrittenSubject, ...] = Field(
        alias="themes", json_schema_extra=labelled("Thèmes"), title="Thèmes"
    )
    forms: tuple[WrittenSubject, ...] = Field(
        alias="accompagnements", title="Formes d’accompagnement"
    )
    sectors: tuple[WrittenWord, ...] = Field((), alias="secteurs", title="Secteurs")
    categories: tuple[WrittenSubject, ...] = Field(
        alias="categories",
        json_schema_extra=labelled("Catégories"),
        title="Catégories d’évènements",
    )
    series: tuple[WrittenSeries, ...] = Field(
        alias="series", json_schema_extra=labelled("Séries"), title="Séries d’évènements"
    )
    own_names: tuple[Line, ...] = Field(
        (),
        alias="noms_propres",
        title="Noms propres",
        description="Des noms que le site montre tels quels, sans y toucher ni rien en dire.",
    )
    glossary: tuple[WrittenTerm, ...] = Field(
        (),
        alias="glossaire",
        title="Glossaire",
        description="Les termes que le site explique, avec leur définition.",
    )

    entities: tuple[WrittenEntity, ...] = Field(
        (),
        alias="personnes_et_organismes",
        title="Personnes et organismes",
        description="Ceux qui n’ont pas de page ici, et le site où leur nom mène.",
    )

    rules: ClassVar[tuple[Rule, ...]] = (
        one_home_for_each_word(
            ("audiences", "publics"), ("themes", "themes"), ("forms", "accompagnements")
        ),
        one_home_for_each_word(("categories", "categories")),
        Rule(("entities",), _people_agreed),
    )


@dataclass(frozen=True)
class Entity:
    """A person or an organisation of elsewhere: ``schema_type`` is that of schema.org.

    ``agreed`` is the day on which a person agreed to be linked, ``rank`` the place in the file.
    """

    name: str
    schema_type: str
    url: str
    description: str = ""
    agreed: date | None = None
    rank: int = 0


@dataclass(frozen=True)
class Word:
    """A controlled word: ``code`` is ISO 3166 or BCP 47, ``country`` the name of a region's.

    ``locative`` is a region or a country as where one is: « dans le Grand Est ».
    """

    name: str
    slug: str
    code: str = ""
    country: str = ""
    postal_prefixes: tuple[str, ...] = ()
    singular: str = ""
    gender: str = "f"
    gaps: str = ""
    locative: str = ""


@dataclass(frozen=True)
class GlossaryTerm:
    """A term that the site explains."""

    name: str
    definition: str
    other_forms: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where it stands on the page of the glossary, without ``#``."""
        return f"terme-{slug_of(self.name)}"


@dataclass(frozen=True)
class Vocabulary:
    """All controlled words: for each kind of ``KINDS``, the words by name, in written order.

    ``sayings`` are what visitors say for them, by kind and name; in an entry they are a guess.
    ``own_names`` stay as they are written, for typography and for its advice. ``glossary`` has its
    terms by name, in the order of letters.
    """

    words: Mapping[str, Mapping[str, Word]] = field(default_factory=dict)
    sayings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict, repr=False)
    own_names: tuple[str, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Mapping[str, Word]:
        """Return the words of one kind by their name; all countries, those of the file first."""
        return self._countries if kind == "countries" else self.words.get(kind, {})

    @cached_property
    def _countries(self) -> Mapping[str, Word]:
        listed = self.words.get("countries", {})
        known = {word.code for word in listed.values()}
        further = (_country(code) for code in country_names() if code not in known)
        return {**listed, **{word.name: word for word in further}}

    def country(self, code: str) -> Word:
        """Return the country of a code of ISO 3166."""
        return next(word for word in self._countries.values() if word.code == code)

    def term(self, name: str) -> GlossaryTerm | None:
        """Return the term of the glossary that has this name or form, in any case, or None."""
        sought = fold(name)
        return next(
            (one for one in self.glossary if sought in map(fold, (one.name, *one.other_forms))),
            None,
        )

    def fix_of_term(self, name: str) -> str:
        """Return what to do about a name that no term of the glossary has."""
        near = suggestion(
            name, [form for one in self.glossary for form in (one.name, *one.other_forms)]
        )
        if near:
            return f"vouliez-vous dire « {near} » ?"
        return "ajoutez-le d’abord à la liste « glossaire » de content/vocabulaire.yml"

    def words_for(self, kind: str, word: Word) -> tuple[str, ...]:
        """Return what visitors say for a controlled word, besides its name."""
        return self.sayings.get(kind, {}).get(word.name, ())

    def region_of(self, postal_code: str, country: str) -> Word | None:
        """Return the region that a postal code of ``country`` lies in, or None.

        Of several regions whose prefixes fit, the one with the longest prefix counts.
        """
        code = postal_code.upper().removeprefix("L-").replace(" ", "")
        fitting = [
            (len(prefix), region.name)
            for region in self.of_kind("regions").values()
            if region.country == country
            for prefix in region.postal_prefixes
            if code.startswith(prefix)
        ]
        return self.of_kind("regions")[max(fitting)[1]] if fitting else None


def _country(code: str) -> Word:
    name = country_names()[code]
    return Word(name, slug_of(name), code=code, locative=in_country(code, name))


def vocabulary(written: WrittenVocabulary) -> Vocabulary:
    """Return the words of the file, ready to be looked up."""
    return Vocabulary(
        {kind: {word.name: _word(word) for word in getattr(written, kind)} for kind in KINDS},
        {
            kind: {
                word.name: word.visitor_words()
                for word in getattr(written, kind)
                if isinstance(word, WrittenSubject)
            }
            for kind in KINDS
        },
        written.own_names,
        tuple(
            GlossaryTerm(term.name, term.definition, term.other_forms)
            for term in sorted(written.glossary, key=lambda term: fold(term.name))
        ),
        {one.name: _entity(one, rank) for rank, one in enumerate(written.entities)},
    )


def _entity(written: WrittenEntity, rank: int) -> Entity:
    return Entity(
        written.name,
        _SORTS[written.sort],
        written.site,
        written.description or "",
        written.agreed,
        rank,
    )


def _word(written: WrittenWord) -> Word:
    slug = written.slug or slug_of(written.name)
    match written:
        case WrittenRegion():
            return Word(
                written.name,
                slug,
                country=written.country,
                postal_prefixes=written.departments,
                locative=written.locative or f"en {written.name}",
            )
        case WrittenCountry():
            locative = written.locative or in_country(written.code, written.name)
            return Word(written.name, slug, code=written.code, locative=locative)
        case WrittenLanguage():
            return Word(written.name, slug, code=written.code)
        case WrittenSeries():
            return Word(
                written.name,
                slug,
                singular=written.singular,
                gender=written.gender,
                gaps=written.gaps or "",
            )
    return Word(written.name, slug)


def _word_of(kind: str) -> PlainValidator:
    """Return the validator of a word of ``kind``: the vocabulary comes in the context."""

    def read(value: object, info: ValidationInfo) -> Word:
        known: Vocabulary = (info.context or {})["vocabulary"]
        if not isinstance(value, str):
            raise wrong(
                "valeur-seule",
                f"une seule valeur est attendue ici ({KINDS[kind]})",
                "écrivez-la sans sous-champ ni crochets",
            )
        # Without any vocabulary, its own problem is said, and not one for each word.
        if not known.words:
            return Word(value, slug_of(value))
        if kind == "countries":
            return _known_country(value, known)
        return _known_word(value, known, kind)

    return PlainValidator(read)


def _known_word(text: str, known: Vocabulary, kind: str) -> Word:
    words = known.of_kind(kind)
    text = " ".join(text.replace("'", "’").split())
    if text in words:
        return words[text]
    parts = [part.strip() for part in text.split(";")]
    if len(parts) > 1 and all(part in words for part in parts):
        fix = f"séparez ces valeurs par une virgule : {', '.join(parts)}"
        raise wrong("valeur-inconnue", f"« {text} » n’est pas une seule valeur", fix)
    if not words:
        alias = WrittenVocabulary.model_fields[kind].alias
        raise wrong(
            "valeur-inconnue",
            f"« {text} » n’est pas une valeur possible ({KINDS[kind]}) : la liste est vide",
            f"ajoutez-le d’abord à la liste « {alias} » de content/vocabulaire.yml",
        )
    near = suggestion(text, words) or word_said(text, known, kind)
    same = [word for word in words if fold(word) == fold(text)]
    listed = list(words)[:_MOST_LISTED]
    more = ", …" if len(words) > _MOST_LISTED else ""
    raise wrong(
        "valeur-inconnue",
        f"« {text} » n’est pas une valeur possible ({KINDS[kind]})",
        f"vouliez-vous dire « {near} » ?" if near else "choisissez dans la liste ci-dessous",
        f"valeurs possibles : {', '.join(listed)}{more}",
        instead=same[0] if len(same) == 1 else "",
    )


def _known_country(text: str, known: Vocabulary) -> Word:
    """Return the country of a French name, whoever writes it how, or of a code."""
    words = known.of_kind("countries")
    text = " ".join(text.replace("'", "’").split())
    if text in words:
        return words[text]
    if code := country_code(text):
        return known.country(code)
    code = country_in_another_language(text)
    meant = code or near_country(text)
    if not meant:
        return _known_word(text, known, "countries")
    name = known.country(meant).name
    raise wrong(
        "valeur-inconnue",
        f"« {text} » n’est le nom français d’aucun pays",
        f"vouliez-vous dire « {name} » ?",
        instead=name if code else "",
    )


def _listed(kind: str) -> WithJsonSchema:
    """Return the JSON Schema of a word of ``kind``, whose list ``json_schema`` fills in."""
    return WithJsonSchema(
        {"type": "string", "title": f"un mot de la liste : {KINDS[kind]}", VOCABULARY_KEY: kind}
    )


Region = Annotated[Word, _word_of("regions"), _listed("regions")]
Country = Annotated[Word, _word_of("countries"), _listed("countries")]
Language = Annotated[Word, _word_of("languages"), _listed("languages")]
Audience = Annotated[Word, _word_of("audiences"), _listed("audiences")]
Theme = Annotated[Word, _word_of("themes"), _listed("themes")]
Form = Annotated[Word, _word_of("forms"), _listed("forms")]
Sector = Annotated[Word, _word_of("sectors"), _listed("sectors")]
Category = Annotated[Word, _word_of("categories"), _listed("categories")]
Series = Annotated[Word, _word_of("series"), _listed("series")]


def _known_term(text: str, info: ValidationInfo) -> GlossaryTerm:
    known: Vocabulary = (info.context or {})["vocabulary"]
    # Without any vocabulary, its own problem is said.
    term = known.term(text) if known.words else GlossaryTerm(text, "")
    if term is None:
        says = f"« {text} » n’est pas un terme du glossaire"
        raise wrong("reference-inconnue", says, known.fix_of_term(text))
    return term


KnownTerm = Annotated[
    GlossaryTerm, reads(parse_line), AfterValidator(_known_term), WithJsonSchema(LINE_SCHEMA)
]
"""A term of the glossary, named by any of its forms."""
