"""A person's name found in a text, however it is written, and taken out of it. Pure.

« Jean Valjean », « VALJEAN Jean », « M. Valjean », « J. Valjean », « Valjean » alone in a text that
speaks of the person; never the same family name of somebody else.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..core.words import bare_letters

_CIVILITIES = "m mr mm mme mmes mlle me dr pr monsieur madame mademoiselle docteur maitre"
_GAP = r"[\s*_,]+"
_SOMEBODY = "une personne"
_ELIDED = {"de ": "d’", "que ": "qu’", "jusque ": "jusqu’", "lorsque ": "lorsqu’"}
_ENDS_A_SENTENCE = ".!?…\n"
_OPENS = " \u00a0\u202f«\"“'’*_[(>-"


@dataclass(frozen=True)
class Name:
    """A given name, ``""`` for who has none, and a family name."""

    given: str
    family: str


@dataclass(frozen=True)
class _Folded:
    """A text without accents, case and hyphens, and where each sign of it stands in the text."""

    text: str
    places: tuple[int, ...]

    def span(self, found: re.Match[str]) -> tuple[int, int]:
        return self.places[found.start()], self.places[found.end() - 1] + 1


def _fold(text: str) -> _Folded:
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for part in _letters(sign):
            signs.append(part)
            places.append(place)
    return _Folded("".join(signs), tuple(places))


@lru_cache(maxsize=1024)
def _letters(sign: str) -> str:
    """Return a sign as names are compared: hyphens and apostrophes are spaces."""
    return bare_letters(sign).replace("-", " ").replace("'", " ")


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as names are compared."""
    return tuple(_fold(name).text.split())


@lru_cache(maxsize=1024)
def _pattern(name: str) -> str:
    """Return the pattern of a name's words in a folded text."""
    return r"[\s*_]+".join(map(re.escape, words_of(name)))


def may_hold(text: str, name: str) -> bool:
    """Return whether a text has all words of a name somewhere: quick, and never wrongly False."""
    bare = bare_letters(text)
    return all(word in bare for word in words_of(name))


def full_names(text: str, name: Name) -> list[tuple[int, int]]:
    """Return where a text has both names of somebody, or the only one of who has one."""
    if not name.given:
        return list(_alone(text, name.family))
    return _spans(text, _both(name)) if may_hold(text, name.family) else []


def whole_names(text: str, name: Name) -> list[tuple[int, int]]:
    """Return where a text names somebody without a doubt: both names, or a title or an initial."""
    if not may_hold(text, name.family):
        return []
    family = _pattern(name.family)
    titles = "|".join(_CIVILITIES.split())
    with_title = rf"(?:{titles})\.?\s+{family}"
    if not name.given:
        titled = _spans(text, (with_title,))
        ends = {end for _, end in titled}
        return [*titled, *(span for span in full_names(text, name) if span[1] not in ends)]
    initials = r"\.?\s*".join(re.escape(word[0]) for word in words_of(name.given))
    forms = (
        *_both(name),
        with_title,
        rf"{initials}\.\s*{family}",
    )
    return _spans(text, forms)


def _both(name: Name) -> tuple[str, str]:
    given, family = _pattern(name.given), _pattern(name.family)
    return rf"{given}{_GAP}{family}", rf"{family}{_GAP}{given}"


def _spans(text: str, forms: Collection[str]) -> list[tuple[int, int]]:
    fold = _fold(text)
    found = re.finditer(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", fold.text)
    return [fold.span(match) for match in found]


def single_names(text: str, name: Name, others: Collection[Name]) -> list[tuple[int, int]]:
    """Return where one of the two names stands alone, with a capital, and is nobody else's."""
    names = filter(None, (name.family, name.given))
    alone = [span for word in names for span in _alone(text, word)]
    others = others if alone else ()
    taken = [span for other in others for span in whole_names(text, other)]
    return [
        span for span in alone if not any(start < span[1] and span[0] < end for start, end in taken)
    ]


def _alone(text: str, word: str) -> Iterator[tuple[int, int]]:
    if not may_hold(text, word):
        return
    fold = _fold(text)
    for match in re.finditer(rf"(?<!\w){_pattern(word)}(?!\w)", fold.text):
        start, end = fold.span(match)
        begins_so = text[start].isupper() or text[start] == word[0]
        has_neighbour = re.match(r"[ \u00a0\u202f-]+[^\W\d_]", text[end:])
        next_is_capital = has_neighbour is not None and has_neighbour[0][-1].isupper()
        in_compound = text[max(0, start - 1) : start] in ("-", "/") or text[end : end + 1] == "/"
        if begins_so and not next_is_capital and not in_compound:
            yield start, end


def without(text: str, spans: Collection[tuple[int, int]]) -> str:
    """Return the text with each span said as « une personne », elided and capital as needed."""
    result, end = text, len(text)
    for start, stop in sorted(spans, reverse=True):
        if stop > end:
            continue
        result = _replace(result, start, stop)
        end = start
    return result


def _replace(text: str, start: int, stop: int) -> str:
    words = _SOMEBODY
    before = text[:start]
    for full, elided in _ELIDED.items():
        match = re.search(rf"(?<!\w){full.strip()}[ \u00a0]$", before, re.I)
        if match:
            kept = elided.capitalize() if before[match.start()].isupper() else elided
            return f"{before[: match.start()]}{kept}{words}{text[stop:]}"
    if _opens_a_sentence(before):
        words = words.capitalize()
    return f"{before}{words}{text[stop:]}"


def _opens_a_sentence(before: str) -> bool:
    line = before[before.rfind("\n") + 1 :]
    if re.fullmatch(r"\s*(?:- )?[\w-]+:\s*[\"']?", line):
        return True
    bare = before.rstrip(_OPENS)
    return not bare or bare[-1] in _ENDS_A_SENTENCE
