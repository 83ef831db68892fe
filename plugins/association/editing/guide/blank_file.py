"""A new file to fill in where no program asks questions: the forge's page. Pure.

What must be written, and what is nearly always written, each under a line of comment that says
what it is for. Made from the JSON Schema; the values are left for the editor, since the checker
points at what is still empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...content.content_types import CONTENT_TYPES
from ...content.schema import TYPES, Vocabulary
from ...content.written import is_advised
from .json_schema import Node, json_schema
from .reference import as_yaml

# What a file can do without by the letter of the schema, and hardly ever does without.
_USUAL = {"agenda": ("fin", "lieu"), "actualites": ("statut",), "praticiens": ("prenom", "accord")}
# Beyond this many, a list of words is longer than what it explains.
_MOST_LISTED = 15
_BODY = "Le texte vient ici."


@dataclass(frozen=True)
class NewFile:
    """What somebody may add: in words, the folder, a name to change, the text to fill in."""

    label: str
    folder: str
    name: str
    text: str


def new_files(words: Vocabulary) -> tuple[NewFile, ...]:
    """Return what may be added, the most usual first."""
    return tuple(
        NewFile(
            f"Ajouter {of_type.new_file[0]}", folder, of_type.new_file[1], blank_file(folder, words)
        )
        for folder, of_type in CONTENT_TYPES.items()
    )


def blank_file(folder: str, words: Vocabulary) -> str:
    """Return the text of a new file of ``folder``, to fill in."""
    schema = json_schema(TYPES[folder], words)
    lines = ["---", *_fields(schema, "", _USUAL.get(folder, ())), "---", "", _BODY, ""]
    return "\n".join(lines)


def _fields(schema: Node, indent: str, usual: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the lines of an object's fields that a new file shows."""
    for key, field in schema["properties"].items():
        if is_advised(field) or key in (*schema.get("required", ()), *usual):
            yield f"{indent}# {_hint(field)}"
            yield from _field(key, field, indent)


def _field(key: str, field: Node, indent: str) -> Iterator[str]:
    """Yield the line of a field, and those of the fields that it holds."""
    held = field.get("items", field)
    if "properties" not in held:
        # The space after a colon or a dash is what people forget.
        yield f"{indent}{key}:" if "items" in field else f"{indent}{key}: {_value(key)}"
        yield from (f"{indent}  - ",) if "items" in field else ()
        return
    yield f"{indent}{key}:"
    inner = list(_fields(held, f"{indent}  "))
    if "items" in field:
        # The first line that is no comment opens the only item of the list.
        first = next(number for number, line in enumerate(inner) if "#" not in line)
        inner = [f"  {line}" for line in inner]
        inner[first] = f"{indent}  - {inner[first].lstrip()}"
    yield from inner


def _value(key: str) -> str:
    """Return what a field is filled with: a news item waits until it is ready."""
    return "brouillon" if key == "statut" else ""


def _hint(field: Node) -> str:
    """Return what a field is for, with an example or the words to choose among."""
    says = str(field["description"])
    words = field.get("enum") or field.get("items", {}).get("enum")
    if words:
        listed = [word for word in words if "'" not in word]
        more = "… La suite est dans vocabulaire.yml." if len(listed) > _MOST_LISTED else "."
        return f"{says} Au choix : {', '.join(listed[:_MOST_LISTED])}{more}"
    shown = field.get("examples") or field.get("items", {}).get("examples")
    if not shown:
        return says
    example = shown[0][0] if isinstance(shown[0], list) else shown[0]
    return f"{says} Par exemple : {as_yaml(example)}"
