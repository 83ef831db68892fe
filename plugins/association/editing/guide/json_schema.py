"""The schema as JSON Schema (draft 2020-12): what other programs need to check or offer a field.

French as editors see it, nothing to resolve: pieces and controlled words are written out. Rules
between fields (an end after its start…) are beyond it and stay with ``checks``. Pure.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from ...content.schema import TYPES, Vocabulary
from ...content.vocabulary import VOCABULARY_KEY
from ...content.written import LABEL_KEY

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Any]


def schema_files(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of the JSON Schema of each content type."""
    for folder, model in TYPES.items():
        schema = _without_labels(json_schema(model, words))
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        yield f"{folder}.json", text + "\n"


def _without_labels(node: Any) -> Any:
    """Return a node without the names of its fields on our own forms."""
    if isinstance(node, list):
        return [_without_labels(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _without_labels(value) for key, value in node.items() if key != LABEL_KEY}


def json_schema(model: type[BaseModel], words: Vocabulary) -> Node:
    """Return the JSON Schema of a content type's front matter, read as YAML 1.2.

    ``words`` are the controlled words, listed as an editor may type them: with ’ or with '.
    """
    raw = model.model_json_schema(schema_generator=_Untitled)
    pieces = raw.pop("$defs", {})
    return {"$schema": DIALECT, **_written_out(raw, pieces, words)}


class _Untitled(GenerateJsonSchema):
    """Titles only where the schema gives one: pydantic would make them out of the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def _written_out(node: Node, pieces: Mapping[str, Node], words: Vocabulary) -> Node:
    """Return a node with its references followed, its words listed, its absence left unsaid."""
    node = _without_absence(node)
    if "$ref" in node:
        piece = dict(pieces[node.pop("$ref").rpartition("/")[2]])
        # A piece is named by the field that holds it; its own name is for programmers.
        node = {key: piece[key] for key in piece if key not in ("title", "description")} | node
    if VOCABULARY_KEY in node:
        node["enum"] = list(_as_typed(words.of_kind(node[VOCABULARY_KEY])))
    if "items" in node:
        node["items"] = _written_out(node["items"], pieces, words)
    if "properties" in node:
        node["properties"] = {
            key: _written_out(field, pieces, words) for key, field in node["properties"].items()
        }
    return node


def _without_absence(node: Node) -> Node:
    """Return the node of a value that is there: a field left out is simply not written."""
    given = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    others = {key: value for key, value in node.items() if key != "anyOf"}
    merged = (given[0] | others) if given else others
    if merged.get("default") in (None, []):
        merged.pop("default", None)
    if isinstance(merged.get("default"), bool):
        merged["default"] = "oui" if merged["default"] else "non"
    return merged


def _as_typed(names: Mapping[str, object]) -> Iterator[str]:
    for name in names:
        yield name
        if "’" in name:
            yield name.replace("’", "'")
