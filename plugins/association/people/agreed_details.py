"""What a built site shows of people by their consent at an address that stays. Pure.

A portrait or a badge that goes takes its address with it; a telephone number, a town, a company's
number or an organisation that is named goes from pages that stay. Each is a mark here, a digest,
so that what compares two sites need not hold it: one that is missing later was agreed to no
longer, or changed. What ends by its own day (a certification, an insurance) has none.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b

from ..core.words import fold
from .facets import ROOT, file_name

PATH = f"{ROOT}{file_name(())}.json"
"""The file of the built site that says them: the whole directory for programs."""

Path = tuple[str, ...]


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


# Where each stands in somebody's object, and how it is compared: another way to write the same one
# changes nothing.
_SAME: Mapping[Path, Callable[[str], str]] = {
    ("city",): fold,
    ("telephone",): lambda number: _digits(number)[-9:],
    ("email",): str.casefold,
    ("website",): lambda address: address.rstrip("/"),
    ("company", "legal_form"): fold,
    ("company", "siret"): _digits,
    ("company", "foreign_number"): fold,
    ("company", "training_body"): lambda signs: re.sub(r"\s", "", signs),
    ("references", "organization"): fold,
    ("works_with", "slug"): str,
}


def agreed_details(directory_json: bytes) -> frozenset[str]:
    """Return the marks of what a directory, as JSON, shows of people by their consent.

    The host may have that of a former site, where people had other fields: those have no marks.
    """
    return frozenset(
        _mark(person["slug"], ".".join(path), same(text))
        for person in json.loads(directory_json)["people"]
        for path, same in _SAME.items()
        for text in _texts(person, path)
    )


def _texts(value: object, path: Path) -> Iterator[str]:
    """Yield the texts at the end of a path, of each item where a list is on the way."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item, path)
    elif isinstance(value, Mapping):
        if path:
            yield from _texts(value.get(path[0]), path[1:])
    elif not path and isinstance(value, str) and value:
        yield value


def _mark(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
