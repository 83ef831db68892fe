"""What a built site shows of people by their consent at an address that stays. Pure.

A portrait or a badge that goes takes its address with it; a telephone number, an e-mail address, a
town or a person's own site goes from pages that stay. Each is a mark here, a digest, so that what
compares two sites need not hold it: one that is missing later was agreed to no longer, or changed.
"""

import json
import re
from collections.abc import Callable, Mapping
from hashlib import blake2b

from ..core.words import fold
from .facets import ROOT, file_name

PATH = f"{ROOT}{file_name(())}.json"
"""The file of the built site that says them: the whole directory for programs."""

# How each is compared, so that another way to write the same one changes nothing.
_SAME: Mapping[str, Callable[[str], str]] = {
    "city": fold,
    "telephone": lambda number: re.sub(r"\D", "", number)[-9:],
    "email": str.casefold,
    "website": lambda address: address.rstrip("/"),
}


def agreed_details(directory_json: bytes) -> frozenset[str]:
    """Return the marks of what a directory, as JSON, shows of people by their consent."""
    return frozenset(
        _mark(person["slug"], field, same(person[field]))
        for person in json.loads(directory_json)["people"]
        for field, same in _SAME.items()
        if person.get(field)
    )


def _mark(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
