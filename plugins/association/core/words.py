"""Comparing words as a reader would: without accents, case or typographic marks. Pure."""

import difflib
import unicodedata
from collections.abc import Iterable

_MARKS = str.maketrans({"’": "'", "œ": "oe", "æ": "ae", "·": "", "‐": "-"})


def folded(text: str) -> str:
    """Return ``text`` in small letters, without accents, with plain apostrophes and spaces."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(_MARKS)
    decomposed = unicodedata.normalize("NFKD", small)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
    return " ".join(bare.replace("-", " ").split())


def suggestion(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``text`` was most likely meant to be, or None."""
    by_fold = {folded(word): word for word in known}
    meant = folded(text)
    if meant in by_fold:
        return by_fold[meant]
    near = difflib.get_close_matches(meant, by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def slug_of(name: str) -> str:
    """Return the slug made from words: « Île-de-France » gives ``ile-de-france``."""
    signs = (sign if sign.isalnum() and sign.isascii() else " " for sign in folded(name))
    return "-".join("".join(signs).split())
