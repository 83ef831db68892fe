"""The base of all written models: what an editor wrote, typed, before it means anything.

French keys are aliases of English attributes: this is the one bridge between the two languages.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.fields import FieldInfo

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Violation:
    """A rule between fields that does not hold: ``path`` names the field, in French.

    ``related`` is the path of the field it conflicts with, ``related_label`` the words there.
    """

    path: Path
    code: str
    message: str
    fix: str
    help: str = ""
    related: Path | None = None
    related_label: str = ""


@dataclass(frozen=True)
class Rule:
    """A check between fields, run when all the ``needs`` (English names) were read well."""

    needs: tuple[str, ...]
    check: Callable[[Any], Iterator[Violation]]


def in_french(title: str, description: str) -> ConfigDict:
    """Return the setting that names a content type to editors, in generated documents."""
    return ConfigDict(title=title, json_schema_extra={"description": description})


LABEL_KEY = "x-libelle"
"""Where the JSON Schema of a field says its name on a form."""


def labelled(label: str, **further: JsonValue) -> dict[str, JsonValue]:
    """Return what the JSON Schema of a field says besides: its name on a form, and ``further``.

    A field whose key is that name, but for its capital letter and its spaces, needs none.
    """
    return {LABEL_KEY: label, **further}


_ADVISED_KEY = "x-conseille"
ADVISED: Mapping[str, JsonValue] = {_ADVISED_KEY: True}
"""What the JSON Schema says of a field that may be left out, and is better given when known."""


def is_advised(node: object) -> bool:
    """Return whether what the JSON Schema of a field says has ``ADVISED`` in it."""
    return isinstance(node, Mapping) and bool(node.get(_ADVISED_KEY))


def is_expected(field: FieldInfo) -> bool:
    """Return whether a file is expected to give a field: it must, or it is advised to."""
    return field.is_required() or is_advised(field.json_schema_extra)


class Written(BaseModel):
    """What an editor wrote under one mapping: unknown keys are refused, values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True
    )

    rules: ClassVar[tuple[Rule, ...]] = ()
    # The keys that people write for a field, as ``fold`` writes them, and that field.
    other_names: ClassVar[Mapping[str, str]] = {}
