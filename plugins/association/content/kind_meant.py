"""An entry in the folder of another type: its fields tell what it is. Pure."""

from functools import cache

from ..problems.findings import Finding
from ..source.frontmatter import FrontMatter
from .content_types import CONTENT_TYPES
from .schema import TYPES
from .written import is_expected

# One foreign field, or one that is missing, may be a slip, or a wish.
_FEWEST_SIGNS = 2
_MOST_SLIPS = 1


def folder_meant(folder: str, front: FrontMatter) -> str:
    """Return the folder whose entries have the fields of this one, ``""`` for its own.

    What its own type lacks and does not know must be there with the other type, but for a slip.
    """
    written = set(front.table.keys)
    own = _slips(folder, written)
    if own < _FEWEST_SIGNS:
        return ""
    slips = {other: _slips(other, written) for other in TYPES if other != folder}
    least = min(slips.values())
    fitting = [other for other, count in slips.items() if count == least]
    if len(fitting) != 1 or least > min(_MOST_SLIPS, own - _FEWEST_SIGNS):
        return ""
    is_foreign = bool((written - _keys_of(folder)) & _keys_of(fitting[0]))
    return fitting[0] if is_foreign else ""


def folder_of_fields(front: FrontMatter) -> str:
    """Return the folder whose entries have these fields, of a file that is in none, or ``""``."""
    written = set(front.table.keys)
    slips = {folder: _slips(folder, written) for folder in TYPES}
    fitting = [folder for folder, count in slips.items() if count == min(slips.values())]
    return fitting[0] if len(fitting) == 1 and not slips[fitting[0]] else ""


def _slips(folder: str, written: set[str]) -> int:
    """Return how many fields an entry of a folder would have too many, or lack."""
    return len(written - _keys_of(folder)) + len(_expected_of(folder) - written)


@cache
def _keys_of(folder: str) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in TYPES[folder].model_fields.items())


@cache
def _expected_of(folder: str) -> frozenset[str]:
    fields = TYPES[folder].model_fields.items()
    return frozenset(field.alias or name for name, field in fields if is_expected(field))


def another_kind(folder: str, meant: str, front: FrontMatter) -> Finding:
    """Return the finding for an entry of ``folder`` that is one of the folder ``meant``."""
    others = _keys_of(meant) - _keys_of(folder)
    foreign = [key for key in front.table.keys if key in others]
    fields = ", ".join(f"« {key} »" for key in foreign[:3])
    return Finding(
        front.span_of_key((foreign[0],)),
        "fichier-egare",
        f"ce fichier a les champs d’{CONTENT_TYPES[meant].one} : {fields}",
        f"rangez-le dans content/{meant}/",
    )
