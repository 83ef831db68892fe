"""An entry in the folder of another type: its fields tell what it is. Pure."""

from ..problems.findings import Finding
from ..source.frontmatter import FrontMatter
from .content_types import CONTENT_TYPES
from .schema import TYPES

# Fewer foreign fields may be a slip, or a wish.
_FEWEST_FOREIGN_FIELDS = 2


def folder_meant(folder: str, front: FrontMatter) -> str:
    """Return the folder whose entries have the fields of this one, ``""`` for its own.

    All fields that its own type does not know must be of the other, and all that the other
    demands must be there.
    """
    written = set(front.table.keys)
    foreign = written - _keys_of(folder)
    if len(foreign) < _FEWEST_FOREIGN_FIELDS:
        return ""
    fitting = [
        other
        for other in TYPES
        if other != folder and foreign <= _keys_of(other) and _demanded_by(other) <= written
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _keys_of(folder: str) -> set[str]:
    return {field.alias or name for name, field in TYPES[folder].model_fields.items()}


def _demanded_by(folder: str) -> set[str]:
    fields = TYPES[folder].model_fields.items()
    return {field.alias or name for name, field in fields if field.is_required()}


def another_kind(folder: str, meant: str, front: FrontMatter) -> Finding:
    """Return the finding for an entry of ``folder`` that is one of the folder ``meant``."""
    foreign = [key for key in front.table.keys if key not in _keys_of(folder)]
    fields = ", ".join(f"« {key} »" for key in foreign[:3])
    return Finding(
        front.span_of_key((foreign[0],)),
        "fichier-egare",
        f"ce fichier a les champs d’{CONTENT_TYPES[meant].one} : {fields}",
        f"rangez-le dans content/{meant}/",
    )
