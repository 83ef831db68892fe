"""What the gazetteer knows of a town by its name alone, so that little has to be asked. Pure."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from ...core.words import fold
from ...people.gazetteer import gazetteer
from .draft import DraftContext

_CODE = re.compile(r"\b(\d{2}) ?(\d{3})\b")
# « (35) », « 35 », « 2A »; « 11 », « 11e » and « 3ème » of the towns that have arrondissements.
_NUMBER = re.compile(r"[\s,(]+(?P<number>\d{1,3}|2[abAB])(?P<rank>er|e|[èe]?me)?\)?$")
_ARRONDISSEMENTS = {"paris": ("75", 20), "lyon": ("69", 9), "marseille": ("13", 16)}
_SAINT = re.compile(r"\bst(e?)\b")


def town_meant(text: str) -> tuple[str, str]:
    """Return a town as it is spelt, and the postal code that the text gives, ``""`` if none.

    « saint etienne », « 35000 Rennes », « Paris 11 » and « Rennes (35) » are read; a town that the
    gazetteer does not know stays as it was typed.
    """
    name, code = _with_postal_code(text)
    if numbered := _NUMBER.search(name):
        bare = name[: numbered.start()]
        found = _code_of_number(bare, numbered["number"], is_rank=bool(numbered["rank"]))
        if found is not None:
            name, code = bare, code or found
    return _spelling(name, code), code


def _with_postal_code(text: str) -> tuple[str, str]:
    """Return a text without its postal code, and that code."""
    found = _CODE.search(text)
    if not found:
        return text, ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(re.sub(r"[(),]", " ", rest).split()), found[1] + found[2]


def _code_of_number(town: str, number: str, *, is_rank: bool) -> str | None:
    """Return the postal code that a number after a town's name leaves, ``""`` of several.

    None when the number belongs to no town of that name: it is then a part of what was typed.
    """
    key = _key(town)
    department, last = _ARRONDISSEMENTS.get(key, ("", 0))
    # « Marseille (13) » says where Marseille is, « Marseille 13e » which part of it.
    if number == department and not is_rank:
        return ""
    if number.isdigit() and 0 < int(number) <= last:
        return f"{department}{int(number):03}"
    prefix = {"2A": "20", "2B": "20"}.get(number.upper(), number.zfill(2))
    codes = [code for code in _codes_of_key(key) if code.startswith(prefix)]
    if is_rank or not codes:
        return None
    return codes[0] if len(codes) == 1 else ""


def _key(town: str) -> str:
    """Return what two writings of a town's name have in common."""
    return _SAINT.sub(r"saint\1", fold(town).replace("'", " "))


def _codes_of_key(key: str) -> list[str]:
    return [code for code, _ in _spellings_by_key().get(key, ())]


def _spelling(town: str, code: str) -> str:
    """Return the true spelling of a town, that of its postal code first, else the commonest."""
    known = _spellings_by_key().get(_key(town), ())
    spellings = [name for at, name in known if at == code] or [name for _, name in known]
    if not spellings:
        return gazetteer().names_abroad.get(fold(town), town)
    return town if town in spellings else Counter(spellings).most_common(1)[0][0].replace("'", "’")


@cache
def _spellings_by_key() -> Mapping[str, list[tuple[str, str]]]:
    """Return the French postal codes and spellings of every town, by what its writings share."""
    found: dict[str, list[tuple[str, str]]] = {}
    for code, names in sorted(gazetteer().names.items()):
        for name in names:
            found.setdefault(_key(name), []).append((code, name))
    return found


def postal_codes_of(town: str) -> list[str]:
    """Return the French postal codes of the towns of this very name, in order."""
    return _codes_of_key(_key(town))


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
