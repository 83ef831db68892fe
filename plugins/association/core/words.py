"""Comparison of words regardless of accents, case and typographic marks. Pure."""

import difflib
import unicodedata
from collections.abc import Iterable

_MARKS = str.maketrans({"’": "'", "œ": "oe", "æ": "ae", "·": "", "‐": "-"})


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain apostrophes and spaces."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(_MARKS)
    decomposed = unicodedata.normalize("NFKD", small)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return " ".join(bare.replace("-", " ").split())


def suggestion(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most likely meant by ``text``, or None."""
    by_fold = {fold(word): word for word in known}
    wanted = fold(text)
    if wanted in by_fold:
        return by_fold[wanted]
    near = difflib.get_close_matches(wanted, by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def slug_of(name: str) -> str:
    """Return the slug of a name: « Île-de-France » becomes ``ile-de-france``."""
    chars = (char if char.isalnum() and char.isascii() else " " for char in fold(name))
    return "-".join("".join(chars).split())
