"""What was answered as a content file, written as an editor would write it. Pure.

Title first and summary last, then the fields in the order of the schema; quotes only where the
text would not be read back as it stands.
"""

from collections.abc import Iterator, Mapping

import yaml

from ...source import source
from ..guide.json_schema import Node

_FIRST = ("titre",)
_LAST = ("resume", "lang", "exemple")
_WIDTH = 100


def file_text(values: Mapping[str, object], body: str, schema: Node) -> str:
    """Return the whole file: ``values`` nested under French keys, all scalars as text."""
    lines = "\n".join(_table(values, schema, ""))
    return f"---\n{lines}\n---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def _table(values: Mapping[str, object], node: Node, margin: str) -> Iterator[str]:
    nodes: dict[str, Node] = node.get("properties", {})
    for key in sorted(values, key=lambda key: _rank(key, list(nodes))):
        yield from _field(key, values[key], nodes.get(key, {}), margin)


def _rank(key: str, keys: list[str]) -> tuple[int, int]:
    place = keys.index(key) if key in keys else len(keys)
    return (0 if key in _FIRST else 2 if key in _LAST else 1), place


def _field(key: str, value: object, node: Node, margin: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{margin}{key}:"
        yield from _table(value, node, f"{margin}  ")
    elif isinstance(value, list):
        yield from _list(f"{margin}{key}:", value, node.get("items", {}), margin)
    else:
        yield f"{margin}{key}: {scalar(str(value), node)}".rstrip()


def _list(head: str, values: list[object], node: Node, margin: str) -> Iterator[str]:
    if any(isinstance(value, Mapping) for value in values):
        yield head
        for value in values:
            assert isinstance(value, Mapping)
            inner = list(_table(value, node, f"{margin}    "))
            yield f"{margin}  - {inner[0].lstrip()}"
            yield from inner[1:]
        return
    texts = [str(value) for value in values]
    row = f"[{', '.join(texts)}]"
    if len(f"{head} {row}") <= _WIDTH and _is_read_as(f" {row}", texts, node):
        yield f"{head} {row}"
        return
    yield head
    yield from (f"{margin}  - {_item(text, node)}" for text in texts)


def scalar(text: str, node: Node) -> str:
    """Return a text as YAML, with quotes only when it would be read as something else."""
    if not text:
        return ""
    forms = _forms(text)
    return next((form for form in forms if _is_read_as(f" {form}", text, node)), forms[-1])


def _item(text: str, node: Node) -> str:
    """Return a text as YAML after a dash."""
    forms = _forms(text)
    return next((form for form in forms if _is_read_as(f"\n  - {form}", [text], node)), forms[-1])


def _forms(text: str) -> tuple[str, ...]:
    """Return the ways to write a text, the plainest first; the last one holds any text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return text, f'"{text}"', f"'{text}'", f'"{escaped}"'


def _is_read_as(written: str, value: object, node: Node) -> bool:
    """Return whether our reader and any other one read ``value``, with nothing to say of it."""
    read = source.read(f"---\nchamp:{written}\n---\n".encode("utf-8", "surrogatepass"))
    if read.findings or read.front.findings or read.front.plain().get("champ") != value:
        return False
    # A text that another tool would take for a number or a date.
    may_be_number = isinstance(node.get("type"), list)
    return not may_be_number or _elsewhere(f"champ:{written}") == value


def _elsewhere(written: str) -> object:
    """Return what any other reader of YAML makes of a field."""
    try:
        return yaml.safe_load(written)["champ"]
    except yaml.YAMLError:
        return None
