"""What the gazetteer knows of a town by its name alone, so that little has to be asked. Pure."""

from collections.abc import Mapping
from functools import cache

from ...core.words import fold
from ...people.gazetteer import gazetteer
from .draft import DraftContext


def postal_codes_of(town: str) -> list[str]:
    """Return the French postal codes of the towns of this very name, in order."""
    return _codes_by_town().get(fold(town), [])


@cache
def _codes_by_town() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, names in sorted(gazetteer().names.items()):
        for name in names:
            found.setdefault(fold(name), []).append(code)
    return found


def is_french(town: str) -> bool:
    """Return whether a French town has this name."""
    return bool(postal_codes_of(town))


def countries_of(town: str, draft_context: DraftContext) -> list[str]:
    """Return the names of the countries, France apart, where a known town has this name."""
    codes = _countries_by_town().get(fold(town), set())
    countries = draft_context.content.vocabulary.of_kind("countries").values()
    return [country.name for country in countries if country.code in codes]


@cache
def _countries_by_town() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for country, name in gazetteer().towns_abroad:
        found.setdefault(name, set()).add(country)
    return found
