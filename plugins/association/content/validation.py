"""A front matter against its model: a typed entry, or findings at their places, in French.

Rules between fields run on the fields that were read well, so that all findings come at once.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import cache
from typing import TypeGuard, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..core.words import fold, suggestion
from ..problems.findings import Finding, Replacement, Span
from ..source.frontmatter import UNREADABLE, FrontMatter
from .vocabulary import Vocabulary
from .written import Path, Violation, Written, is_expected

W = TypeVar("W", bound=Written)

# How alike two words are, from 0 to 1, when one is likely a slip for the other.
_NEAR = 0.7
_VERY_NEAR = 0.8
# More findings than this in one front matter do not help anybody.
_MOST_ERRORS = 50
# What Pelican and English speakers would write for our fields.
_ENGLISH_KEYS = {
    "title": "titre",
    "summary": "resume",
    "description": "resume",
    "status": "statut",
    "category": "categorie",
    "tags": "mots_cles",
    "keywords": "mots_cles",
    "author": "auteur",
    "start": "debut",
    "end": "fin",
    "place": "lieu",
    "location": "lieu",
    "city": "ville",
    "country": "pays",
    "name": "nom",
    "email": "courriel",
    "mail": "courriel",
    "phone": "telephone",
    "language": "lang",
}


def validated(
    model: type[W], front: FrontMatter, vocabulary: Vocabulary
) -> tuple[W | None, list[Finding]]:
    """Return the entry, None when any field is wrong, and all findings of the front matter.

    ``vocabulary`` holds the controlled words that the fields may name. What only echoes a finding
    of the writing is left out.
    """
    if any(finding.code == UNREADABLE for finding in front.findings):
        return None, []
    plain = front.plain()
    context = {"vocabulary": vocabulary}
    try:
        entry = model.model_validate(plain, context=context)
    except ValidationError as error:
        misspelt = _misspelt(error.errors(), model, front)
        findings = _findings(error.errors(), misspelt, model, front)
        meant = {name for path, name in misspelt.items() if len(path) == 1}
        read = _readable_fields(model, plain, context, meant | front.doubtful)
        findings += _broken_rules(model, read, front)
        return None, _without_echoes(findings, front)
    broken = _broken_rules(model, entry, front)
    return (None if broken else entry), _without_echoes(broken, front)


def _without_echoes(findings: list[Finding], front: FrontMatter) -> list[Finding]:
    """Leave out what stands on a line whose writing has a finding of its own."""
    known = {finding.span.line for finding in front.findings}
    return [finding for finding in findings if finding.span.line not in known]


def _broken_rules(model: type[Written], entry: Written, front: FrontMatter) -> list[Finding]:
    return [
        _of_violation(violation, front)
        for rule in model.rules
        if all(hasattr(entry, name) for name in rule.needs)
        for violation in rule.check(entry)
    ]


def _of_violation(violation: Violation, front: FrontMatter) -> Finding:
    return Finding(
        front.span_of(violation.path),
        violation.code,
        violation.message,
        violation.fix,
        violation.help,
        front.span_of_key(violation.related) if _has_part_of(violation.related, front) else None,
        violation.related_label,
    )


def _has_part_of(path: Path | None, front: FrontMatter) -> TypeGuard[Path]:
    """Return whether a path, or the field that holds it, is written."""
    return bool(path) and front.has((path or ("",))[:1])


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[object]:
    field = model.model_fields[name]
    return TypeAdapter(field.rebuild_annotation())


def _readable_fields(
    model: type[W],
    plain: dict[str, object],
    context: dict[str, Vocabulary],
    doubtful: Set[str | None],
) -> Written:
    """Return an entry that has only the fields that are absent by right or well written.

    The absence of a ``doubtful`` field, in French, is no right: it was meant to be there.
    """
    read: dict[str, object] = {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        if alias in plain:
            try:
                read[name] = _adapter(model, name).validate_python(plain[alias], context=context)
            except ValidationError:
                continue
        elif not field.is_required() and alias not in doubtful:
            read[name] = field.get_default(call_default_factory=True)
    entry = model.model_construct()
    entry.__dict__.clear()
    entry.__dict__.update(read)
    return entry


def _keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the French keys that the mapping at ``path`` of a model may have."""
    return tuple(field.alias or "" for field in _fields_at(model, path))


def _needed_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the French keys that the mapping at ``path`` of a model must have."""
    return tuple(field.alias or "" for field in _fields_at(model, path) if field.is_required())


def _fields_at(model: type[BaseModel], path: Path) -> list[FieldInfo]:
    at = _model_at(model, path)
    return list(at.model_fields.values()) if at else []


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the mapping at ``path`` of a model, None where it has none."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            current = _nested(current, step)
    return current


def _nested(model: type[BaseModel], alias: str) -> type[BaseModel] | None:
    for field in model.model_fields.values():
        if field.alias == alias:
            return next(_models_in(field.annotation), None)
    return None


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)


def _findings(
    errors: list[ErrorDetails],
    misspelt: dict[Path, str | None],
    model: type[Written],
    front: FrontMatter,
) -> list[Finding]:
    """Return the findings of pydantic's errors, each mistake said once."""
    findings = []
    for details in errors[:_MOST_ERRORS]:
        path: Path = details["loc"]
        if details["type"] == "extra_forbidden":
            findings.append(_unknown(path, misspelt[path], model, front))
        elif details["type"] == "missing":
            if not _is_named_elsewhere(path, misspelt, front):
                findings.append(_missing(path, front))
        elif details["type"] == "too_short":
            if not front.items_at(path):
                findings.append(_empty_list(path, front))
        elif details["input"] == "" and path and isinstance(path[-1], int):
            findings.append(_empty_item(path, front))
        else:
            findings.append(_finding(details, model, front))
    if len(errors) > _MOST_ERRORS:
        findings.append(_too_many(errors[_MOST_ERRORS]["loc"], front))
    return findings


def _misspelt(
    errors: list[ErrorDetails], model: type[Written], front: FrontMatter
) -> dict[Path, str | None]:
    """Return, for each unknown key, the key that was most likely meant.

    A key that is missing beside it is likelier than one that is already there.
    """
    unknown = [details["loc"] for details in errors if details["type"] == "extra_forbidden"]
    return {
        path: _meant(
            str(path[-1]),
            [
                str(field.alias)
                for field in _fields_at(model, path[:-1])
                if is_expected(field) and not front.is_given((*path[:-1], str(field.alias)))
            ],
            [key for key in _keys_at(model, path[:-1]) if not front.has((*path[:-1], key))],
            _other_names_at(model, path[:-1]),
        )
        for path in unknown[:_MOST_ERRORS]
    }


def _other_names_at(model: type[BaseModel], path: Path) -> Mapping[str, str]:
    """Return the names that people give to the fields of the mapping at ``path``."""
    at = _model_at(model, path)
    return at.other_names if at and issubclass(at, Written) else {}


def _meant(
    key: str, missing: list[str], free: list[str], other_names: Mapping[str, str]
) -> str | None:
    """Return the key among those that are missing, then those not yet written, meant by ``key``."""
    translated = other_names.get(fold(key)) or _ENGLISH_KEYS.get(fold(key))
    if translated in free:
        return translated
    near = next((found for keys in (missing, free) if (found := suggestion(key, keys))), None)
    is_near = near and difflib.SequenceMatcher(None, fold(key), near).ratio() >= _NEAR
    return near if is_near or len(missing) != 1 else missing[0]


def _is_named_elsewhere(path: Path, misspelt: dict[Path, str | None], front: FrontMatter) -> bool:
    """Return whether a missing field is one that is misspelt, misplaced or on a doubtful line."""
    key = path[-1]
    if not front.has(path) and any(_may_be(word, str(key)) for word in front.doubtful):
        return True
    if any(meant == key and other[:-1] == path[:-1] for other, meant in misspelt.items()):
        return True
    return any(other[-1] == key for other in misspelt)


def _may_be(word: str, key: str) -> bool:
    """Return whether a word of a line that could not be read may be the field ``key``."""
    near = difflib.SequenceMatcher(None, word.casefold(), key).ratio() >= _NEAR
    return near or (len(key) > 3 and word.startswith(key[:-1]))


def _finding(details: ErrorDetails, model: type[Written], front: FrontMatter) -> Finding:
    """Return the finding of one error of pydantic that is about a value."""
    path: Path = details["loc"]
    words = details.get("ctx", {})
    match details["type"]:
        case "tuple_type" | "list_type":
            value, keys = details["input"], _keys_at(model, path)
            return Finding(
                front.span_of(path),
                "liste-attendue",
                f"« {path[-1]} » attend une liste",
                f"commencez chaque élément par un tiret : « - {keys[0]}: … »"
                if keys
                else _list_in_words(value),
                f"sous-champs possibles : {', '.join(keys)}" if keys else "",
                replacements=() if keys else _as_list(value, path, front),
            )
        case "model_type" | "model_attributes_type":
            return _no_keys(details["input"], path, model, front)
    return Finding(
        front.span_of(path),
        details["type"],
        str(words.get("message", details["msg"])),
        str(words.get("fix", "")),
        str(words.get("help", "")),
        replacements=front.instead(path, str(words.get("instead", ""))),
    )


def _no_keys(value: object, path: Path, model: type[Written], front: FrontMatter) -> Finding:
    """Return the finding of a value where keys are due: of one key alone, it is its value.

    « oui » is the value of none: it says that there is something to tell.
    """
    keys, needed = _keys_at(model, path), _needed_at(model, path)
    dash = "- " if isinstance(path[-1], int) else ""
    is_value = isinstance(value, str) and fold(value) not in ("", "oui", "non")
    only = needed[0] if len(needed) == 1 and is_value else ""
    return Finding(
        front.span_of(path),
        "sous-champs",
        "des sous-champs sont attendus ici",
        f"mettez cette valeur sur une ligne à elle, après « {dash}{only}: »"
        if only
        else f"écrivez « {needed[0]}: … », puis dessous « {needed[1]}: … »"
        if len(needed) > 1
        else "écrivez-les sur les lignes suivantes, décalés de deux espaces",
        f"sous-champs possibles : {', '.join(keys)}",
    )


def _list_in_words(value: object) -> str:
    """Return the mend of a value where a list is due; « et » joins two, or is part of a name."""
    if not isinstance(value, str) or "\n" in value:
        return "écrivez une valeur par ligne, après un tiret"
    said = value.strip(" []")
    if " et " in said:
        parted = ", ".join(re.split(r" et |\s*,\s*", said))
        return f"écrivez [{parted}], ou [{said}] si ce n’est qu’un nom"
    return f"écrivez [{said}]"


def _as_list(value: object, path: Path, front: FrontMatter) -> tuple[Replacement, ...]:
    """Return the mend that puts brackets around words without signs that YAML would misread."""
    if not isinstance(value, str) or not re.fullmatch(r"[\w’ ,./-]+\]?", value):
        return ()
    if " et " in value:
        return ()
    return tuple(
        replace(mend, text=f"[{value.strip(' ]')}]") for mend in front.instead(path, value)
    )


def _empty_list(path: Path, front: FrontMatter) -> Finding:
    return Finding(
        front.span_of_key(path),
        "liste-vide",
        f"« {path[-1]} » demande au moins une valeur",
        "écrivez-la après le deux-points, entre crochets",
    )


def _empty_item(path: Path, front: FrontMatter) -> Finding:
    names = [step for step in path if isinstance(step, str)]
    return Finding(
        front.span_of(path),
        "champ-manquant",
        f"un élément de « {names[-1]} » est vide" if names else "un élément de la liste est vide",
        "écrivez sa valeur après le tiret, ou retirez cette ligne",
    )


def _too_many(path: Path, front: FrontMatter) -> Finding:
    return Finding(
        front.span_of_key(path),
        "trop-de-problemes",
        "ce fichier a d’autres problèmes encore, à partir d’ici",
        "corrigez d’abord ceux qui précèdent, puis vérifiez de nouveau",
    )


def _missing(path: Path, front: FrontMatter) -> Finding:
    key = path[-1]
    if front.has(path):
        return Finding(
            front.span_of_key(path),
            "champ-manquant",
            f"le champ « {key} » est vide",
            f"écrivez sa valeur après « {key}: »",
        )
    parent = path[-2] if len(path) > 1 else None
    return Finding(
        front.span_of_key(path if parent is None or isinstance(parent, int) else path[:-1]),
        "champ-manquant",
        f"il manque « {key} » sous « {parent} »"
        if isinstance(parent, str)
        else f"le champ « {key} » manque"
        if parent is None
        else f"il manque « {key} » ici",
        f"ajoutez une ligne « {key}: … »",
    )


def _unknown(path: Path, meant: str | None, model: type[Written], front: FrontMatter) -> Finding:
    key = str(path[-1])
    known = _keys_at(model, path[:-1])
    span = front.span_of_key(path)
    place, mends = _place_of(key, path, model, front)
    if meant and _other_names_at(model, path[:-1]).get(fold(key)) == meant:
        place, mends = "", ()
    if not place and meant and _is_sure(key, meant, known):
        mends = (Replacement(span, meant),)
    value = "" if place or meant else _field_that_takes(key, model, path[:-1])
    return Finding(
        span,
        "champ-inconnu",
        f"le champ « {key} » n’existe pas ici",
        place
        or (meant and f"vouliez-vous dire « {meant} » ?")
        or (value and f"écrivez « {value} », s’il en est ainsi")
        or "retirez-le, ou corrigez son nom",
        f"champs possibles : {', '.join(known)}",
        replacements=mends,
    )


def _field_that_takes(word: str, model: type[BaseModel], path: Path) -> str:
    """Return « statut: brouillon » for « brouillon », a value of one field, or ``""``."""
    for field in _fields_at(model, path):
        schemas = (one.json_schema for one in field.metadata if isinstance(one, WithJsonSchema))
        for choice in (one for schema in schemas for one in (schema or {}).get("enum", ())):
            if fold(choice) == fold(word):
                return f"{field.alias}: {choice}"
    return ""


def _is_sure(key: str, meant: str, known: tuple[str, ...]) -> bool:
    """Return whether a key is a slip for one field, or its English name, and for no other."""
    near = difflib.get_close_matches(fold(key), map(fold, known), n=2, cutoff=_VERY_NEAR)
    return _ENGLISH_KEYS.get(fold(key)) == meant or near == [fold(meant)]


def _renamed(key: str, model: type[Written], front: FrontMatter) -> str:
    """Return where a field goes and what it is called there, when people call it ``key``."""
    for owner in _keys_at(model, ()):
        if name := _other_names_at(model, (owner,)).get(fold(key)):
            if front.has((owner, name)):
                return f"retirez cette ligne : « {owner} » a déjà son champ « {name} »"
            return f"mettez-le sous « {owner}: », décalé de deux espaces, sous le nom « {name} »"
    return ""


def _place_of(
    key: str, path: Path, model: type[Written], front: FrontMatter
) -> tuple[str, tuple[Replacement, ...]]:
    """Return the mend, in words and in spaces, of a key well spelt and only at the wrong place."""
    line = front.span_of_key(path).line
    owners = [alias for alias in _keys_at(model, ()) if key in _keys_at(model, (alias,))]
    owner = next((alias for alias in owners if front.has((alias,))), None)
    if len(path) > 1:
        if owner and owner != path[0] and key not in _keys_at(model, ()):
            if front.has((owner, key)):
                return f"retirez cette ligne : « {owner} » a déjà la sienne, pour tout", ()
            return f"mettez-le sous « {owner} », décalé de deux espaces", ()
        if key not in _keys_at(model, ()) or front.has((key,)):
            return "", ()
        lead = Span(line, 1, front.span_of_key(path).column)
        return "commencez cette ligne au bord gauche", (Replacement(lead, ""),)
    if not owner:
        only = f"mettez-le sous « {owners[0]}: », décalé de deux espaces" if owners else ""
        return only if len(owners) == 1 else _renamed(key, model, front), ()
    return f"décalez-la sous « {owner} », de deux espaces", (Replacement(Span(line, 1, 1), "  "),)
