"""The fields of a content type, one by one down to those that hold no other. Pure.

Made from the JSON Schema, as the reference of fields is: a new field needs nothing here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...content.schema import TYPES
from ...content.values import REFERENCE_KEY
from ...content.vocabulary import Vocabulary
from ..guide.json_schema import Node, json_schema
from .kinds import Path


@dataclass(frozen=True)
class Field:
    """A field that holds no other: ``node`` is its JSON Schema.

    ``is_required`` says whether its piece must have it, ``is_always`` whether every file must.
    """

    path: Path
    node: Node
    is_required: bool
    is_always: bool

    @property
    def item(self) -> Node:
        """The JSON Schema of its value, or of each value of a list."""
        return dict(self.node.get("items", self.node))

    @property
    def is_list(self) -> bool:
        """Whether it takes several values."""
        return self.node.get("type") == "array"

    @property
    def words(self) -> tuple[str, ...]:
        """The values it is chosen among, each written once with its curved apostrophe."""
        return tuple(word for word in self.item.get("enum", ()) if "'" not in word)

    @property
    def folder(self) -> str:
        """The folder whose files it names, or ``""``."""
        return str(self.item.get(REFERENCE_KEY, ""))

    @property
    def example(self) -> str:
        """What could be written, as it is typed."""
        shown = (self.node.get("examples") or self.item.get("examples") or [""])[0]
        return ", ".join(shown) if isinstance(shown, list) else str(shown)


def schema_of(folder: str, words: Vocabulary) -> Node:
    """Return the JSON Schema of the files of a folder."""
    return json_schema(TYPES[folder], words)


def fields_of(schema: Node) -> dict[Path, Field]:
    """Return the fields of a content type by their path, in the order of the schema."""
    return {field.path: field for field in _fields(schema, (), always=True)}


def _fields(node: Node, above: Path, *, always: bool) -> Iterator[Field]:
    for key, field in node["properties"].items():
        required = key in node.get("required", ())
        held = field.get("items", field)
        if "properties" in held:
            yield from _fields(held, (*above, key), always=always and required)
        else:
            yield Field((*above, key), field, required, always and required)


@lru_cache(maxsize=1)
def all_fields() -> Mapping[Path, Field]:
    """Return the fields of all content types; of one path, the first type's counts."""
    found: dict[Path, Field] = {}
    for folder in TYPES:
        found = fields_of(schema_of(folder, Vocabulary())) | found
    return found
