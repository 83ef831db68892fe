"""Which entries a front matter names: the fields whose type in the schema is such a name. Pure."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import WithJsonSchema

from .values import REFERENCE_KEY
from .written import Path, Written


def named_entries(written: Written, above: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield each entry that is named below ``above``: French path, folder and slug."""
    for name, field in type(written).model_fields.items():
        folder = _folder_named(type(written), name)
        for path, value in _values((*above, str(field.alias)), getattr(written, name, None)):
            if isinstance(value, Written):
                yield from named_entries(value, path)
            elif folder:
                yield path, folder, str(value)


def _values(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    """Yield each value of a list, or the only one, with its path."""
    if isinstance(value, tuple):
        yield from (((*path, rank), item) for rank, item in enumerate(value))
    elif value is not None:
        yield path, value


@cache
def _folder_named(model: type[Written], name: str) -> str:
    """Return the folder whose entries a field names, ``""`` for any other field."""
    field = model.model_fields[name]
    for mark in (*field.metadata, *_marks(field.annotation)):
        if isinstance(mark, WithJsonSchema) and mark.json_schema:
            return str(mark.json_schema.get(REFERENCE_KEY, ""))
    return ""


def _marks(annotation: object) -> Iterator[object]:
    """Yield what a type and the types in it are annotated with, and those types."""
    for part in get_args(annotation):
        yield part
        yield from _marks(part)
