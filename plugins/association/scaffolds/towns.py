"""What the gazetteer knows of a town by its name alone, so that little has to be asked. Pure."""

from ..directory.gazetteer import gazetteer
from ..words import folded
from .draft import Desk


def postal_codes_of(town: str) -> list[str]:
    """Return the French postal codes of the towns of this very name, in order."""
    name = folded(town)
    known = gazetteer().names.items()
    return sorted(code for code, names in known if name in map(folded, names)) if name else []


def is_french(town: str) -> bool:
    """Return whether a French town has this name."""
    return bool(postal_codes_of(town))


def countries_of(town: str, desk: Desk) -> list[str]:
    """Return the names of the countries, France apart, where a known town has this name."""
    codes = {country for country, name in gazetteer().towns_abroad if name == folded(town)}
    countries = desk.content.vocabulary.of_kind("countries").values()
    return [country.name for country in countries if country.code in codes]
