"""The schema as the page of fields that editors look things up in: ``champs.md``.

A table for each content type and each of its pieces, then the controlled words. Made from the JSON
Schema, which already speaks French. Pure: the page as text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ...content.schema import TYPES, Vocabulary, WrittenVocabulary
from ...content.vocabulary import KINDS, VOCABULARY_KEY
from ...content.written import is_advised
from .json_schema import Node, json_schema

_INTRODUCTION = (
    "# Tous les champs",
    "<!-- Tirée du schéma par « invoke bless » : ne modifiez pas cette page à la main. -->",
    "L’en-tête d’un fichier est fait de champs, un par ligne : `titre: Bonjour`. Cette page les "
    "dit tous. Un champ qui n’est pas obligatoire se laisse de côté quand vous n’avez rien à y "
    "mettre ; « conseillé », il mérite qu’on le demande : la vérification le rappelle, sans rien "
    "empêcher.",
    "Une liste s’écrit entre crochets, `[un, deux]`, ou une valeur par ligne après un tiret. Ce "
    "qui appartient à un champ s’écrit sous lui, décalé de deux espaces. Un texte qui contient un "
    "deux-points suivi d’une espace se met entre guillemets droits : "
    '`titre: "Journée : se retrouver"`.',
)
_COLUMNS = """\
| Champ | Obligatoire | Ce que l’on écrit | Exemple | À quoi il sert |
|---|---|---|---|---|
"""
_WORDS_TITLE = "Les mots contrôlés"
_WORDS = (
    f"## {_WORDS_TITLE}",
    "Ces champs prennent des mots choisis d’avance, pour que les filtres du site s’y retrouvent. "
    "La liste vit dans [content/vocabulaire.yml](../../content/vocabulaire.yml). L’apostrophe se "
    "tape comme elle vient, droite ou courbe.",
)
_LIST_TITLES = {kind: str(WrittenVocabulary.model_fields[kind].title) for kind in KINDS}
# A text that YAML would not read as the same text without quotes.
_NEEDS_QUOTES = re.compile(r"^[\d.]+$|: | #")


def reference(words: Vocabulary) -> str:
    """Return the page of fields in Markdown, with the controlled words ``words``."""
    types = [(folder, json_schema(model, words)) for folder, model in TYPES.items()]
    titles = [*(str(schema["title"]) for _, schema in types), _WORDS_TITLE]
    parts = [
        *_INTRODUCTION,
        "\n".join(f"- {_link(title)}" for title in titles),
        *(part for folder, schema in types for part in _section(folder, schema)),
        *_WORDS,
        *(part for kind in _LIST_TITLES for part in _list(kind, words)),
    ]
    return "\n\n".join(parts) + "\n"


def _link(title: str) -> str:
    """Return a link to a heading of the page, by the anchor that forges give it."""
    anchor = re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
    return f"[{title}](#{anchor})"


def _section(folder: str, schema: Node) -> Iterator[str]:
    """Yield the heading of a content type, its table and those of its pieces."""
    yield f"## {schema['title']}"
    yield f"{schema['description']} Dossier : `content/{folder}`."
    yield _table(schema)
    for path, piece in _pieces(schema, ""):
        yield f"### Dans `{path}`"
        yield _table(piece)


def _pieces(schema: Node, above: str) -> Iterator[tuple[str, Node]]:
    """Yield the fields that hold other fields, as « recurrence.annulees », with what they hold."""
    for key, field in schema["properties"].items():
        held = field.get("items", field)
        if "properties" in held:
            yield above + key, held
            yield from _pieces(held, f"{above}{key}.")


def _table(schema: Node) -> str:
    """Return the rows of an object's fields; what must be written comes first."""
    required = schema.get("required", ())
    fields: dict[str, Node] = schema["properties"]
    ordered = sorted(fields.items(), key=lambda field: field[0] not in required)
    return _COLUMNS + "\n".join(_row(key, field, key in required) for key, field in ordered)


def _row(key: str, field: Node, is_required: bool) -> str:
    cells = (
        f"`{key}`",
        "**oui**" if is_required else "conseillé" if is_advised(field) else "non",
        _expected(field) + _unless_written(field),
        _example(field),
        str(field["description"]),
    )
    return f"| {' | '.join(cells)} |"


def _expected(field: Node) -> str:
    """Return in words what a field takes."""
    if field.get("type") == "array":
        return f"liste : {_expected(field['items'])}"
    if "properties" in field:
        return "des champs, décrits plus bas"
    if VOCABULARY_KEY in field:
        return f"un mot de la liste {_link(_LIST_TITLES[field[VOCABULARY_KEY]])}"
    if "enum" in field:
        return " ou ".join(f"`{word}`" for word in field["enum"])
    limit = f", {field['maxLength']} signes au plus" if "maxLength" in field else ""
    return f"{field['title']}{limit}"


def _unless_written(field: Node) -> str:
    default = field.get("default", "")
    return "" if default == "" else f" (sinon : `{default}`)"


def _example(field: Node) -> str:
    """Return a field's example as it is typed, in backticks; nothing for a field of fields."""
    shown = field.get("examples") or [
        [item] for item in field.get("items", {}).get("examples", ())[:1]
    ]
    if shown:
        return f"`{as_yaml(shown[0])}`"
    return f"`{field['enum'][0]}`" if "enum" in field else ""


def as_yaml(value: Any) -> str:
    """Return a value as an editor types it: lists in brackets, quotes where YAML needs them."""
    if isinstance(value, list):
        return f"[{', '.join(as_yaml(item) for item in value)}]"
    if isinstance(value, str) and _NEEDS_QUOTES.search(value):
        return f'"{value}"'
    return str(value)


def _list(kind: str, words: Vocabulary) -> Iterator[str]:
    """Yield the heading and the words of a kind, the regions by country."""
    yield f"### {_LIST_TITLES[kind]}"
    listed = words.of_kind(kind).values()
    countries = dict.fromkeys(word.country for word in listed if word.country)
    yield "\n".join(
        f"- {country} : {_in_a_row(word.name for word in listed if word.country == country)}"
        for country in countries
    ) or _in_a_row(word.name for word in listed)


def _in_a_row(names: Iterable[str]) -> str:
    return " · ".join(names)
