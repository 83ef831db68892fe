"""What people are found by, the address of each value, and how a list is called. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..problems.report import pluralize

ROOT = "annuaire/"
COMPARISON = "votre-selection"
"""The page, below the directory, of the people whom a visitor chose."""


@dataclass(frozen=True)
class Facet:
    """A way to look for people.

    ``key`` names it in the browser's filter, ``folder`` in addresses, ``title`` in headings,
    ``one`` in « par région », ``field`` in profiles, in the vocabulary and in JSON, ``column`` in
    tables unless it is ``""``. ``clause`` is a value within a sentence; the words of places say
    theirs. ``verbs`` say what one person does, and several, with a value.
    """

    key: str
    folder: str
    title: str
    one: str
    field: str
    column: str = ""
    clause: str = ""
    verbs: tuple[str, str] = ("intervient", "interviennent")


_EXERCISES = ("exerce ce métier", "exercent ce métier")
_PROPOSES = ("propose", "proposent")

METIER = Facet("metier", "metiers", "Métiers", "métier", "metiers", verbs=_EXERCISES)
REGION = Facet("region", "regions", "Régions", "région", "regions", "regions_d_intervention")
COUNTRY = Facet("pays", "pays", "Pays", "pays", "countries")
LANGUAGE = Facet(
    "langue", "langues", "Langues", "langue de travail", "languages", "langues", "en {name}"
)
REMOTE = Facet("distance", "a-distance", "À distance", "distance", "remote")
# What people work on, with whom and how: each is one line here, a field of the profile and a list
# of the vocabulary.
SUBJECTS = (
    AUDIENCE := Facet(
        "public", "publics", "Publics", "public", "audiences", "publics", "pour les {lowered}"
    ),
    THEME := Facet(
        "theme", "themes", "Thèmes", "thème", "themes", "themes", "sur le thème « {name} »"
    ),
    FORM := Facet(
        "accompagnement",
        "accompagnements",
        "Accompagnements",
        "forme d’accompagnement",
        "forms",
        "accompagnements",
        "« {name} »",
        _PROPOSES,
    ),
)

# Only the browser's filter finds people by it: it has no lists, and so adds no file.
SECTOR = Facet("secteur", "secteurs", "Secteurs", "secteur", "sectors", "secteurs")

# In the order pages offer them.
FACETS = (REGION, COUNTRY, METIER, *SUBJECTS, LANGUAGE, REMOTE)
# The facets whose values are words of the vocabulary.
OF_WORDS = (REGION, COUNTRY, *SUBJECTS, LANGUAGE)
# The facets of the browser's filter.
FILTERED = (REGION, COUNTRY, METIER, *SUBJECTS, SECTOR, LANGUAGE, REMOTE)
# The facets with a page that lists their values.
LISTED = FACETS[:-1]
# What one more choice within a region is offered as a page of its own.
WITHIN_A_REGION = (METIER, AUDIENCE, THEME)


@dataclass(frozen=True)
class Value:
    """A value of a facet: ``clause`` is the value within a sentence, « dans le Grand Est »."""

    facet: Facet
    slug: str
    name: str
    clause: str


BY_DISTANCE = Value(REMOTE, "oui", "À distance", "à distance")


def facet_path(facet: Facet) -> str:
    """Return the path of the page of all values of a facet: « annuaire/regions/ »."""
    return f"{ROOT}{facet.folder}/"


def value_path(facet: Facet, slug: str) -> str:
    """Return the path of a value's list: « annuaire/regions/occitanie/ »."""
    return facet_path(facet) if facet is REMOTE else f"{facet_path(facet)}{slug}/"


def list_path(values: Sequence[Value]) -> str:
    """Return the path of the list of those who have all ``values``, the outermost first.

    Without values: the whole directory. A pair is below its first value:
    « annuaire/regions/occitanie/publics/jeunes/ ».
    """
    if not values:
        return ROOT
    first, *others = values
    below = "".join(f"{value.facet.folder}/{value.slug}/" for value in others)
    return value_path(first.facet, first.slug) + below


def file_name(values: Sequence[Value]) -> str:
    """Return the name, without extension, of the files of a list."""
    names = (value.facet.folder if value.facet is REMOTE else value.slug for value in values)
    return "-".join(names) or "annuaire"


def has_files(values: Sequence[Value]) -> bool:
    """Return whether a list is files too: those of a pair would repeat a part of its region's."""
    return len(values) <= 1


def title(values: Sequence[Value]) -> str:
    """Return what a list is called: « Praticiens dans le Grand Est pour les jeunes »."""
    if not values:
        return "Annuaire des praticiens"
    metier = next((value.name for value in values if value.facet is METIER), "Praticiens")
    if len(values) == 1 and values[0].facet is METIER:
        return f"{metier} : qui exerce ce métier"
    form = ("proposant" for value in values if value.facet is FORM)
    return " ".join((metier, *form, *_clauses(values)))


def sentence(values: Sequence[Value], count: int) -> str:
    """Return who is in a list: « 3 personnes interviennent dans le Grand Est. »"""
    facets = {value.facet for value in values}
    verbs = next((facet.verbs for facet in (METIER, FORM) if facet in facets), REGION.verbs)
    if count == 0:
        no = "n’" if verbs[0][0] in "aeiou" else "ne "
        return " ".join((f"Personne {no}{verbs[0]}", *_clauses(values), "pour le moment."))
    return " ".join((pluralize(count, "personne"), verbs[count > 1], *_clauses(values))) + "."


def _clauses(values: Sequence[Value]) -> list[str]:
    return [value.clause for value in values if value.clause]
