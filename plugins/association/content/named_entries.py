"""Which entries a front matter names: the fields whose type in the schema is such a name. Pure."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast, get_args

from pydantic import WithJsonSchema

from .values import REFERENCE_KEY
from .written import Path, Written


def named_entries(written: Written, above: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield each entry that is named below ``above``: French path, folder and slug."""
    for name, alias, folder in _naming_fields(type(written)):
        for path, value in _values((*above, alias), getattr(written, name, None)):
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
def _naming_fields(model: type[Written]) -> tuple[tuple[str, str, str], ...]:
    """Return the fields that name entries, or hold what does: name, French key and folder.

    The folder is ``""`` for those that hold what does.
    """
    naming = []
    for name, field in model.model_fields.items():
        marks = [*field.metadata, *_marks(field.annotation)]
        folder = _folder_named(marks)
        if folder or any(map(_can_name, marks)) or _can_name(field.annotation):
            naming.append((name, str(field.alias), folder))
    return tuple(naming)


def _can_name(part: object) -> bool:
    is_model = isinstance(part, type) and issubclass(part, Written)
    return is_model and bool(_naming_fields(cast("type[Written]", part)))


def _folder_named(marks: Iterable[object]) -> str:
    """Return the folder whose entries a field with these marks names, ``""`` for any other."""
    for mark in marks:
        if isinstance(mark, WithJsonSchema) and mark.json_schema:
            return str(mark.json_schema.get(REFERENCE_KEY, ""))
    return ""


def _marks(annotation: object) -> Iterator[object]:
    """Yield what a type and the types in it are annotated with, and those types."""
    for part in get_args(annotation):
        yield part
        yield from _marks(part)
