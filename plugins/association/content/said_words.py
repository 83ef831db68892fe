"""A controlled word by what people write instead of its name: a guess to confirm. Pure.

« PACA » and « 35 » are regions, « fr » is a language, « école » what visitors say of an audience.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..core.french_stems import phrase, tokens

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

# What initials leave out: « Provence-Alpes-Côte d’Azur » is PACA.
_SMALL_WORDS = frozenset({"d", "de", "des", "du", "et", "l", "la", "le", "les"})
_DEPARTMENT = re.compile(r"\d{2,3}")


def word_said(text: str, known: "Vocabulary", kind: str) -> str | None:
    """Return the name of the word of ``kind`` that ``text`` most likely stands for, or None."""
    found = {*_by_code(text, known, kind), *_by_saying(text, known, kind)}
    found = found or set(_by_initials(text, known.of_kind(kind)))
    return found.pop() if len(found) == 1 else None


def _by_code(text: str, known: "Vocabulary", kind: str) -> Iterable[str]:
    """Yield the words of an international code, or the French region of a département's number."""
    for word in known.of_kind(kind).values():
        if word.code and word.code.lower() == text.lower():
            yield word.name
    if kind == "regions" and _DEPARTMENT.fullmatch(text):
        region = known.region_of(text, "France")
        yield from (region.name,) if region else ()


def _by_saying(text: str, known: "Vocabulary", kind: str) -> Iterable[str]:
    said = phrase(text)
    for word in known.of_kind(kind).values():
        if said and said in map(phrase, known.words_for(kind, word)):
            yield word.name


def _by_initials(text: str, names: Iterable[str]) -> Iterable[str]:
    wanted = text.lower().replace(".", "")
    for name in names:
        words = tokens(name)
        spoken = [word for word in words if word not in _SMALL_WORDS]
        if len(wanted) > 1 and wanted in (
            "".join(w[0] for w in words),
            "".join(w[0] for w in spoken),
        ):
            yield name
