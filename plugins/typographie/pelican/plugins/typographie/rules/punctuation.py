"""Apostrophes, ellipses, and the spaces before `; : ! ?`. Guillemets and dashes are elsewhere."""

import re

from ..locales import Locale
from ..marks import EDGES, GAP, INLINE, OBJECT, SPACES, VERBATIM
from .rule import BeforeSign, Pass, Rule, substitution

_OPENERS = "([{«“‘‹¿¡<&\\/=@#|~^_*"
_CLOSERS = frozenset(")]}»”’›\"'…,.;:!?*_")
_EMOTICON = re.compile(r"[:;]['’]?[-o^]?[)(DPpOo|/\\*$3](?!\w)")
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:(?!\w)")
_BLANK = frozenset(SPACES)


def apostrophes(_locale: Locale) -> Pass:
    after_letter = rf"(?:(?<=[^\W\d_]')|(?<=[^\W\d_]{INLINE}'))"
    before_word = rf"(?=(?:{INLINE}*[\w{OBJECT}{VERBATIM}<\"“«(\[…]|\.\.\.))"
    before_year = r"(?<=[\s(]')(?=[0-9]{2}(?![\w'’]))"
    return substitution(rf"'(?:{after_letter}{before_word}|{before_year})", "’")


def ellipses(_locale: Locale) -> Pass:
    return substitution(r"\.\.\.(?<!\.\.\.\.)(?!\.)", "…")


def missing_spaces(locale: Locale) -> BeforeSign:
    def space(text: str, start: int, sign: re.Match[str]) -> str | None:
        if _has_space(text, start, sign) or not _ends_something(text, start, sign):
            return None
        return locale.colon if sign[0] == ":" else locale.high

    return BeforeSign(space)


def high_punctuation(locale: Locale) -> BeforeSign:
    def space(text: str, start: int, sign: re.Match[str]) -> str | None:
        if ":" in sign[0] or not _is_set_off(text, start, sign):
            return None
        return locale.high if _ends_here(text, sign.end()) else None

    return BeforeSign(space)


def colon(locale: Locale) -> BeforeSign:
    def space(text: str, start: int, sign: re.Match[str]) -> str | None:
        return locale.colon if sign[0] == ":" and _is_set_off(text, start, sign) else None

    return BeforeSign(space)


def _is_set_off(text: str, start: int, sign: re.Match[str]) -> bool:
    """Whether the writer left a space before the sign, and it is punctuation."""
    if not _has_space(text, start, sign) or not _follows_a_word(text, start):
        return False
    return not _is_a_face(text, sign.start())


def _has_space(text: str, start: int, sign: re.Match[str]) -> bool:
    return not _BLANK.isdisjoint(text[start : sign.start()])


def _ends_something(text: str, start: int, sign: re.Match[str]) -> bool:
    """Whether a sign glued to what precedes is punctuation: not `16:9`, `a?b`, `std::map`."""
    if ":" in sign[0] and sign[0] != ":":
        return False
    if not _follows_a_word(text, start) or not _ends_here(text, sign.end()):
        return False
    if _is_a_face(text, sign.start()):
        return False
    return text[start - 1] not in ";:!?'-" and not _ends_a_shortcode(text, sign)


def _follows_a_word(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] not in EDGES and text[start - 1] not in _OPENERS


def _ends_here(text: str, end: int) -> bool:
    """Whether the text after a sign goes on with a space, a closing sign, or not at all."""
    while text[end : end + 1] == INLINE:
        end += 1
    following = text[end : end + 1]
    return not following or following in GAP or following in EDGES or following in _CLOSERS


def _is_a_face(text: str, at: int) -> bool:
    return bool(_EMOTICON.match(text, at) or _SHORTCODE.match(text, at))


def _ends_a_shortcode(text: str, sign: re.Match[str]) -> bool:
    """Whether the sign is the colon that closes a `:smile:`."""
    opening = text.rfind(":", max(0, sign.start() - 30), sign.start())
    return opening >= 0 and bool(_SHORTCODE.fullmatch(text, opening, sign.end()))


PUNCTUATION = (
    Rule(
        "apostrophes",
        "L'eau → L’eau; minutes (5') and single quotes ('mot') stay.",
        "Lexique, « Apostrophe »",
        apostrophes,
    ),
    Rule(
        "points-de-suspension",
        "Three full stops become the sign “…”.",
        "Lexique, « Ponctuation »",
        ellipses,
    ),
)
HIGH_PUNCTUATION = (
    Rule(
        "espaces-manquantes",
        "Oui! → Oui !; Horaire: → Horaire :; 14:30, 16:9, std::map and :-) stay.",
        "Lexique, « Ponctuation »; OQLF, for the colon alone in Canada",
        missing_spaces,
    ),
    Rule(
        "ponctuation-haute",
        "Before ; ! ?: a narrow no-break space (fr-FR, fr-BE, fr-CH), nothing (fr-CA).",
        "Lexique, « Ponctuation »; Guide du typographe; OQLF, « Espacement »",
        high_punctuation,
    ),
    Rule(
        "deux-points",
        "Before a colon: a no-break space (fr-FR, fr-BE, fr-CA), a narrow one (fr-CH).",
        "Lexique, « Ponctuation »; Guide du typographe; OQLF, « Espacement »",
        colon,
    ),
)
