"""A front matter against its model: a typed entry, or findings at their places, in French.

Rules between fields run on the fields that were read well, so that all findings come at once.
"""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ..findings import Finding
from ..frontmatter import FrontMatter
from ..words import folded, suggestion
from .vocabulary import Vocabulary
from .written import Path, Violation, Written

W = TypeVar("W", bound=Written)

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

    ``vocabulary`` holds the controlled words that the fields may name.
    """
    plain = front.plain()
    context = {"vocabulary": vocabulary}
    try:
        entry = model.model_validate(plain, context=context)
    except ValidationError as error:
        findings = [_finding(details, model, front) for details in error.errors()]
        findings += _broken_rules(model, _readable_fields(model, plain, context), front)
        return None, findings
    broken = _broken_rules(model, entry, front)
    return (None if broken else entry), broken


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
        violation.says,
        violation.fix,
        violation.help,
        front.span_of_key(violation.second) if violation.second else None,
        violation.second_label,
    )


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[object]:
    field = model.model_fields[name]
    return TypeAdapter(field.rebuild_annotation())


def _readable_fields(
    model: type[W], plain: dict[str, object], context: dict[str, Vocabulary]
) -> Written:
    """Return an entry that has only the fields that are absent by right or well written."""
    read: dict[str, object] = {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        if alias in plain:
            try:
                read[name] = _adapter(model, name).validate_python(plain[alias], context=context)
            except ValidationError:
                continue
        elif not field.is_required():
            read[name] = field.get_default(call_default_factory=True)
    entry = model.model_construct()
    entry.__dict__.clear()
    entry.__dict__.update(read)
    return entry


def _keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the French keys that the mapping at ``path`` of a model may have."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            current = _nested(current, step)
    fields = current.model_fields.values() if current else ()
    return tuple(field.alias or "" for field in fields)


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


def _finding(details: ErrorDetails, model: type[Written], front: FrontMatter) -> Finding:
    """Return the finding of one error of pydantic."""
    path: Path = details["loc"]
    words = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return _missing(path, front)
        case "extra_forbidden":
            return _unknown(path, _keys_at(model, path[:-1]), front)
        case "too_short":
            return Finding(
                front.span_of_key(path),
                "liste-vide",
                f"« {path[-1]} » demande au moins une valeur",
                "ajoutez une ligne « - valeur »",
            )
        case "tuple_type" | "list_type":
            value = details["input"]
            return Finding(
                front.span_of(path),
                "liste-attendue",
                f"« {path[-1]} » attend une liste",
                f"écrivez [{value}]" if isinstance(value, str) else "écrivez des lignes « - … »",
            )
        case "model_type" | "model_attributes_type":
            keys = ", ".join(_keys_at(model, path))
            return Finding(
                front.span_of(path),
                "sous-champs",
                "des sous-champs sont attendus ici",
                "écrivez-les sur les lignes suivantes, décalés de deux espaces",
                f"sous-champs possibles : {keys}",
            )
    return Finding(
        front.span_of(path),
        details["type"],
        str(words.get("says", details["msg"])),
        str(words.get("fix", "")),
        str(words.get("help", "")),
    )


def _missing(path: Path, front: FrontMatter) -> Finding:
    key = path[-1]
    place = front.span_of_key(path)
    return Finding(
        place,
        "champ-manquant",
        f"le champ « {key} » manque" if len(path) == 1 else f"il manque « {key} » ici",
        f"ajoutez une ligne « {key}: … »",
    )


def _unknown(path: Path, known: tuple[str, ...], front: FrontMatter) -> Finding:
    key = str(path[-1])
    translated = _ENGLISH_KEYS.get(folded(key))
    near = translated if translated in known else suggestion(key, known)
    return Finding(
        front.span_of_key(path),
        "champ-inconnu",
        f"le champ « {key} » n’existe pas ici",
        f"vouliez-vous dire « {near} » ?" if near else "retirez-le, ou corrigez son nom",
        f"champs possibles : {', '.join(known)}",
    )
