"""The collections of the forms: one for each content type, and the controlled words. Pure."""

from typing import Any

from ...content.content_types import CONTENT_TYPES
from ...content.reading import VOCABULARY
from ...content.schema import Vocabulary, WrittenVocabulary
from ..guide.json_schema import json_schema
from .fields import TITLES, Field, FormFolders, fields

Collection = dict[str, Any]


_BODY: Field = {
    "name": "body",
    "label": "Texte",
    "widget": "markdown",
    "required": False,
    "modes": ["raw"],
}


def collections(words: Vocabulary, root: str) -> list[Collection]:
    """Return every collection; ``root`` is the content's folder with its slash, or ``""``."""
    entry = [_collection(folder, words, root) for folder in CONTENT_TYPES]
    return [*entry, _vocabulary(words, root)]


def _collection(folder: str, words: Vocabulary, root: str) -> Collection:
    of_type = CONTENT_TYPES[folder]
    schema = json_schema(of_type.model, words)
    names = TITLES.get(folder, ("titre",))
    entry: Collection = {
        "name": folder,
        "label": of_type.heading or of_type.many.capitalize(),
        "label_singular": of_type.singular,
        "description": " ".join(filter(None, (schema["description"], of_type.instead_of_deleting))),
        "icon": of_type.icon,
        "folder": root + folder,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": names[-1],
        "slug": {"template": "-".join(f"{{{{{name}}}}}" for name in names), "editable": ["create"]},
        "summary": " ".join(f"{{{{{name}}}}}" for name in names),
        "sortable_fields": _sorting(of_type.sorted_by),
        "delete": not of_type.instead_of_deleting,
        "aliases_field": False,
        "media_folder": f"/{root}images/{folder}",
        "public_folder": f"/images/{folder}",
        "fields": [*fields(schema, FormFolders(folder, root)), _BODY],
    }
    if of_type.filter:
        words_of_filter, pattern = of_type.filter
        shown = {"name": "etat", "label": words_of_filter, "field": "statut", "pattern": pattern}
        entry["view_filters"] = {"filters": [shown]}
    return entry


def _sorting(names: tuple[str, ...]) -> dict[str, Any]:
    """Return by what a list is sorted: the latest first, people and pages by name."""
    direction = "descending" if names[0] in ("date", "debut") else "ascending"
    return {"fields": list(names), "default": {"field": names[0], "direction": direction}}


def _vocabulary(words: Vocabulary, root: str) -> Collection:
    schema = json_schema(WrittenVocabulary, words)
    return {
        "name": "vocabulaire",
        "label": "Mots contrôlés",
        "icon": "sell",
        "files": [
            {
                "name": "vocabulaire",
                "label": "Mots contrôlés",
                "file": root + VOCABULARY,
                # A format of the page's own, which keeps the comments.
                "format": "yaml-commented",
                "fields": fields(schema, FormFolders("", root)),
            }
        ],
    }
