"""The collections of the forms: one for each content type, and the controlled words. Pure."""

from typing import Any

from ...content.reading import VOCABULARY
from ...content.schema import TYPES, Vocabulary, WrittenVocabulary
from ..guide.json_schema import json_schema
from .fields import TITLES, Field, Shelf, fields

Collection = dict[str, Any]

# The most usual first; the names of several and of one, an icon of the program's own.
_NAMES = {
    "actualites": ("Actualités", "Actualité", "newspaper"),
    "agenda": ("Agenda", "Évènement", "event"),
    "praticiens": ("Praticiens", "Praticien", "person"),
    "capsules": ("Capsules", "Capsule", "school"),
    "metiers": ("Métiers", "Métier", "work"),
    "pages": ("Pages", "Page", "description"),
}
# A person leaves with « invoke retirer », which finds every trace; the site needs its pages.
_KEPT = frozenset({"praticiens", "metiers", "pages"})
_SORTED = {
    "actualites": ("date", "titre"),
    "agenda": ("debut", "titre"),
    "praticiens": ("nom", "prenom"),
    "pages": ("titre",),
}
_FILTERS = {
    "actualites": ("Brouillons", "brouillon"),
    "agenda": ("Annulés, reportés ou à confirmer", "annulé|reporté|à confirmer"),
}
_BODY: Field = {
    "name": "body",
    "label": "Texte",
    "widget": "markdown",
    "required": False,
    "modes": ["raw"],
}


def collections(words: Vocabulary, root: str) -> list[Collection]:
    """Return every collection; ``root`` is the content's folder with its slash, or ``""``."""
    made = [_collection(folder, words, root) for folder in _NAMES]
    return [*made, _vocabulary(words, root)]


def _collection(folder: str, words: Vocabulary, root: str) -> Collection:
    schema = json_schema(TYPES[folder], words)
    label, singular, icon = _NAMES[folder]
    names = TITLES.get(folder, ("titre",))
    made: Collection = {
        "name": folder,
        "label": label,
        "label_singular": singular,
        "description": schema["description"],
        "icon": icon,
        "folder": root + folder,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": names[-1],
        "slug": {"template": "-".join(f"{{{{{name}}}}}" for name in names), "editable": ["create"]},
        "summary": " ".join(f"{{{{{name}}}}}" for name in names),
        "sortable_fields": _sorting(folder),
        "delete": folder not in _KEPT,
        "aliases_field": False,
        "media_folder": f"/{root}images/{folder}",
        "public_folder": f"/images/{folder}",
        "fields": [*fields(schema, Shelf(folder, root)), _BODY],
    }
    if folder in _FILTERS:
        words_of_filter, pattern = _FILTERS[folder]
        shown = {"name": "etat", "label": words_of_filter, "field": "statut", "pattern": pattern}
        made["view_filters"] = {"filters": [shown]}
    return made


def _sorting(folder: str) -> dict[str, Any]:
    """Return by what a list is sorted: the latest first, people and pages by name."""
    names = _SORTED.get(folder, ("ordre", "titre"))
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
                "format": "yaml",
                "fields": fields(schema, Shelf("", root)),
            }
        ],
    }
