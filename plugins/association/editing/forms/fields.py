"""A node of the JSON Schema to a field of a form. Pure.

The form asks what the schema asks, in its words, and writes what the checker reads: « oui » and
not ``true``, a day without an hour, a path from the content's folder.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...content.misplaced import PICTURES, STATIC_FOLDERS
from ...content.values import REFERENCE_KEY
from ...content.written import LABEL_KEY
from ..guide.json_schema import Node
from ..guide.reference import as_yaml

Field = dict[str, Any]

# Kept as they are in the file, and asked of nobody.
_HIDDEN = frozenset({"exemple", "uid", "revision", "cree_le"})
# Said of every file, and hardly ever changed: after what the file is about.
_LAST = frozenset({"lang", "exemple", "anciennes_adresses", "sans_conseil"})
# By what the people of a folder know its files.
TITLES = {"praticiens": ("prenom", "nom")}


@dataclass(frozen=True)
class FormFolders:
    """The folder of a form's files, and the root of the content, with a slash or ``""``."""

    folder: str
    root: str


def fields(schema: Node, folders: FormFolders) -> list[Field]:
    """Return the fields of the object that ``schema`` describes, for files in ``folders``."""
    required = schema.get("required", ())
    ordered = sorted(schema["properties"].items(), key=lambda item: item[0] in _LAST)
    return [_field(key, node, folders, key in required) for key, node in ordered]


def label(key: str, node: Node) -> str:
    """Return the name of a field on a form: that of the schema, else its key in words."""
    return str(node.get(LABEL_KEY) or key.replace("_", " ").capitalize())


def _field(key: str, node: Node, folders: FormFolders, is_required: bool) -> Field:
    entry: Field = {"name": key, "label": label(key, node), "required": is_required}
    hint = _hint(node)
    if hint:
        entry["hint"] = hint
    if key in _HIDDEN:
        # Hidden, so that its value is preserved; a hidden field has neither label nor hint.
        return {"name": key, "widget": "hidden"}
    return entry | dict(_widget(node, folders, is_required))


def _widget(node: Node, folders: FormFolders, is_required: bool) -> Iterator[tuple[str, Any]]:
    """Yield what depends on the kind of value."""
    if node.get("type") == "array":
        yield from _several(node, folders, is_required)
    elif "properties" in node:
        yield from (("widget", "object"), ("fields", fields(node, folders)))
    else:
        yield from _one(node, folders)


def _several(node: Node, folders: FormFolders, is_required: bool) -> Iterator[tuple[str, Any]]:
    item = node["items"]
    least = [("min", int(node.get("minItems", 1)))] if is_required else []
    if "properties" in item:
        inner = fields(item, folders)
        shown = " ".join(f"{{{{{field['name']}}}}}" for field in inner[:2])
        yield from (("widget", "list"), ("fields", inner), ("summary", shown))
        yield from (("collapsed", "auto"), *least)
    elif "enum" in item or REFERENCE_KEY in item:
        yield from _one(item, folders)
        yield from (("multiple", True), *least)
    elif item.get("format") == "date":
        inner_field = {"name": "jour", "label": "Jour", **dict(_one(item, folders))}
        yield from (("widget", "list"), ("field", inner_field), *least)
    else:
        inner_field = {"name": "ligne", "label": "Ligne", "widget": "string"}
        yield from (("widget", "list"), ("field", inner_field), *least)


def _one(node: Node, folders: FormFolders) -> Iterator[tuple[str, Any]]:
    """Yield the widget of a single value."""
    if REFERENCE_KEY in node:
        yield from _relation(node[REFERENCE_KEY])
    elif "enum" in node:
        options = [word for word in node["enum"] if "'" not in word]
        yield from (("widget", "select"), ("options", options))
    elif node.get("format") == "date":
        yield from (("widget", "datetime"), ("type", "date"), ("format", "YYYY-MM-DD"))
        yield from (("date_format", "YYYY-MM-DD"), ("time_format", False))
    elif node.get("type") in ("integer", "number"):
        kind = "int" if node["type"] == "integer" else "float"
        yield from (("widget", "number"), ("value_type", kind))
        yield from ((key, node[name]) for key, name in _LIMITS if name in node)
    elif _place_of(node):
        yield from _file(_place_of(node), folders)
    else:
        yield from _line(node)


_LIMITS = (("min", "minimum"), ("max", "maximum"))


def _relation(folder: str) -> Iterator[tuple[str, Any]]:
    shown = [f"{{{{{name}}}}}" for name in TITLES.get(folder, ("titre",))]
    yield from (("widget", "relation"), ("collection", folder), ("value_field", "{{slug}}"))
    yield ("display_fields", [" ".join(shown)])
    yield ("search_fields", list(TITLES.get(folder, ("titre",))))


def _place_of(node: Node) -> str:
    """Return the folder that a file is kept in, ``""`` for what is no file: its example says it."""
    place = str((node.get("examples") or [""])[0]).partition("/")[0]
    return place if place in STATIC_FOLDERS else ""


def _file(place: str, folders: FormFolders) -> Iterator[tuple[str, Any]]:
    inner = f"{place}/{folders.folder}" if place == "images" else place
    yield from (("widget", "image" if place == "images" else "file"), ("choose_url", False))
    if place == "images":
        yield ("accept", ",".join(PICTURES))
    # From the top of the repository, whatever the file that is being written.
    yield from (("media_folder", f"/{folders.root}{inner}"), ("public_folder", inner))


def _line(node: Node) -> Iterator[tuple[str, Any]]:
    yield ("widget", "string")
    if "maxLength" in node:
        yield ("maxlength", node["maxLength"])
    if "pattern" in node:
        example = as_yaml(node["examples"][0])
        yield ("pattern", [node["pattern"], f"Écrivez {node['title']}, par exemple {example}"])


def _hint(node: Node) -> str:
    """Return what a field is for, with an example where its form is not told by its widget."""
    says = str(node.get("description", ""))
    shown = node.get("examples")
    if not says or not shown or "enum" in node or "items" in node or node.get("format") == "date":
        return says
    return says if _place_of(node) else f"{says} Par exemple : {shown[0]}"
