"""Comparison of words regardless of accents, case and typographic marks. Pure."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

# How alike two words are, from 0 to 1, when one is likely a slip for the other.
_ALIKE = 0.7
_NO_SLUG = re.compile("[^a-z0-9]+")
# What Unicode does not decompose: letters with a stroke, ligatures, signs of transcriptions.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("’ʼʻ", "'"),
        **dict.fromkeys("·ʿʾ", ""),
        **dict.fromkeys("‐‑", "-"),
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "þ": "th",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        "ĸ": "k",
        "ə": "e",
        "ς": "σ",
    }
)


class _WithoutMarks(dict[int, int | None]):
    """What ``str.translate`` is to make of each sign: nothing of the marks on letters."""

    def __missing__(self, sign: int) -> int | None:
        is_mark = sign >= _FIRST_MARK and unicodedata.category(chr(sign))[0] == "M"
        return self.setdefault(sign, None if is_mark else sign)


_FIRST_MARK = 0x300
_WITHOUT_MARKS = _WithoutMarks()


def bare_letters(text: str) -> str:
    """Return ``text`` in lower case, without accents, each letter as the one that sorts with it.

    ``theme/static/js/racines.js`` does the same in browsers; ``tests/european_names.json`` tries
    both.
    """
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return unicodedata.normalize("NFKD", small).translate(_WITHOUT_MARKS)


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain apostrophes and spaces."""
    return " ".join(bare_letters(text).replace("-", " ").split())


def suggestion(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most likely meant by ``text``, or None."""
    by_fold = {fold(word): word for word in known}
    wanted = fold(text)
    if wanted in by_fold:
        return by_fold[wanted]
    alike = ((_likeness(wanted, other), other) for other in by_fold)
    likeness, near = max(alike, default=(0.0, ""), key=lambda found: found[0])
    return by_fold[near] if likeness >= _ALIKE else None


def suggested_path(path: str, known: Iterable[str]) -> str | None:
    """Return the known path that is most likely meant by ``path``, or None.

    Names of files are compared; a folder or an ending in common makes no two files alike.
    """
    paths = list(known)
    folder, stem = _folder_and_stem(path)
    beside = {_folder_and_stem(other)[1]: other for other in paths if other.startswith(folder)}
    if near := suggestion(stem, beside):
        return beside[near]
    elsewhere = [other for other in paths if fold(_folder_and_stem(other)[1]) == fold(stem)]
    return elsewhere[0] if len(elsewhere) == 1 else None


def _folder_and_stem(path: str) -> tuple[str, str]:
    folder, slash, name = path.rpartition("/")
    return folder + slash, name.rpartition(".")[0] or name


def _likeness(one: str, other: str) -> float:
    """Return how alike two fold names are, from 0 to 1: by what they have not in common.

    « journee de bordeaux » and « journee de toulouse » share words and are nothing alike; of
    « rhone alpes » and « auvergne rhone alpes », one holds all the words of the other. Numbers are
    the same or not.
    """
    left, right = one.split(), other.split()
    for word in one.split():
        if word in right:
            left.remove(word)
            right.remove(word)
    if not left or not right:
        shared = min(len(one.split()), len(other.split()))
        missing = len(left) + len(right)
        return 0.85 if missing <= shared and not _are_numbers(left + right) else 0.0
    if _are_numbers(left) or _are_numbers(right):
        return 0.0
    pairs = zip(sorted(left), sorted(right), strict=True) if len(left) == len(right) else ()
    whole = _ratio("".join(left), "".join(right))
    return max(whole, min((_ratio(a, b) for a, b in pairs), default=0.0))


def _are_numbers(words: list[str]) -> bool:
    return any(word.isdigit() for word in words)


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def mistyped(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``text`` is with slips of the keyboard, or None.

    Among a few fixed words, one that begins otherwise is another word, however near it looks:
    « annuelle » is not « mensuelle », nor « hors ligne » « en ligne ». An « h » may be forgotten.
    """
    near = suggestion(text, known)
    if near is None:
        return None
    wanted, found = fold(text).removeprefix("h"), fold(near).removeprefix("h")
    return near if wanted[:1] == found[:1] else None


def slug_of(name: str) -> str:
    """Return the slug of a name: « Île-de-France » becomes ``ile-de-france``."""
    return _NO_SLUG.sub("-", fold(name)).strip("-")
