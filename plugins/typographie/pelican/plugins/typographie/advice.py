"""What typography cannot decide and a writer can: lone quotes, a capital's accent, œ.

Pure. Where the prose of a Markdown source lies is in `prose`; who shows the advice is elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .locales import is_french
from .marks import BLOCK, INLINE, OBJECT, SPACES
from .prose import prose
from .rules.quotes import straight_quotes


@dataclass(frozen=True, order=True)
class Advice:
    """One advice: the characters `start` to `end` of the source, a sentence and its mend."""

    start: int
    end: int
    code: str
    """`guillemet-seul`, `guillemet-non-ferme`, `accent-capitale`, `ligature-oe`, `point-median`."""
    says: str
    fix: str
    better: str = ""
    """What to write for these characters, when there is no doubt of it."""


def advise(markdown: str, lang: str = "fr", *, names: tuple[str, ...] = ()) -> list[Advice]:
    """The advices for a Markdown source, in its order; none when `lang` is not French.

    Code, targets of links, tags, attribute lists, front matter, passages in another language and
    the site's own `names` are not looked at.
    """
    if not is_french(lang):
        return []
    if not _MAY_NEED_ADVICE.search(markdown):
        return []
    text = prose(markdown, lang, names)
    searches = (_lone_quotes, _open_guillemets, _accents, _ligatures, _full_stops_within)
    return sorted(advice for search in searches for advice in search(text))


def _lone_quotes(text: str) -> Iterator[Advice]:
    _paired, lone = straight_quotes(text)
    for at in lone:
        yield Advice(
            at,
            at + 1,
            "guillemet-seul",
            'ce guillemet droit (") est seul dans son paragraphe',
            "ouvrez par « et fermez par »",
        )


def _open_guillemets(text: str) -> Iterator[Advice]:
    """A guillemet at the start of a paragraph goes on with a quotation opened before it."""
    for opening, closing in ("«»", "“”"):
        openings: list[int] = []
        for match in re.finditer(f"[{opening}{closing}]", text):
            if match[0] == closing:
                if openings:
                    openings.pop()
            elif not (openings and _starts_its_block(text, match.start())):
                openings.append(match.start())
        for at in openings:
            yield Advice(
                at,
                at + 1,
                "guillemet-non-ferme",
                f"ce guillemet ouvrant ({opening}) n’est jamais refermé",
                f"ajoutez {closing} à la fin de la citation",
            )


_E_ACUTE = (
    "cart|chang|chec|chell|chéan|cla[it]|col(?:e|i|o)|conom|cout|cran|cri[rtv]|dit(?:er|eur|ion)"
    "|duca|duqu|gal|glis|lab|lect|lég|lém|lev|lèv|limin|lu(?:e?s?\\b)|merg|mett|mission|mot|nerg|nonc"
    "|norm|num|panou|pous|poqu|preuv|prouv|quilib|quip|quit|ta(?:bl|g|i|nt|pe|t)|té\\b|teind|tend"
    "|thi|toil|trang|troit|tud|va(?:cu|lu|nou)|veil|vén|vèn|vid|vit|voc|vol|vo[qlu]"
)
_MISSING_ACCENT = re.compile(
    rf"(?<![\w.-])(?=[EIOA])(?i:(?P<acute>E)(?:{_E_ACUTE})\w*|(?P<circumflex>E)t(?:re|es)\b"
    r"|(?P<i>I)l(?:e|es|ot|ots)\b|(?P<o>O)t(?:er|ez)\b|(?P<a>A)(?:me|mes|ge|ges)\b)"
)
_ENGLISH_ENDING = re.compile(r"(?:y|ing|ics|tech)$", re.IGNORECASE)
_ENGLISH_BEFORE = re.compile(r"\b(?:of|and|the|for|open|higher|digital)\s$", re.IGNORECASE)
_ENGLISH_AFTER = re.compile(r"\s(?:of|and|the|for)\b", re.IGNORECASE)
_ACCENTED = {"acute": "É", "circumflex": "Ê", "i": "Î", "o": "Ô", "a": "Â"}

# What every advice is about, with or without what covers it.
_MAY_NEED_ADVICE = re.compile(
    '["«“]|[Oo][Ee]|E[A-Za-z]|I[Ll]|O[Tt]|A[MmGg \u00a0]|Ca |[^\\W\\d_]\\.[a-zè]'
)

# Letters first: what a search begins with is found fast, what it looks back at is not.
_LONE_A = re.compile(
    r"A(?<![\w.’'-]A)(?=[ \u00a0](?P<next>l['’]\w+|[a-zà-ÿ][\w-]+|[0-9]+|[A-Z][a-zà-ÿ]{2}\w*))"
)
_LONE_CA = re.compile(r"Ca(?<![\w.’'-]Ca)(?= (?P<next>[a-zà-ÿ][\w’'-]*))")
_SENTENCE_STARTS = frozenset('.!?…:«“"(–—')
_NOT_AFTER_A_PREPOSITION = frozenset(
    {"ou", "et", "est", "ont", "été", "eu", "fait", "dit", "pris", "mis", "vu", "lu", "su", "dû"}
    | {"reçu", "rendu", "tenu", "permis", "ouvert", "réuni"}
)


def _accents(text: str) -> Iterator[Advice]:
    for match in _MISSING_ACCENT.finditer(text):
        word, letter = match[0], str(match.lastgroup)
        is_one_case = word.isupper() or word[1:].islower()
        if is_one_case and not _is_english(match):
            accented = _ACCENTED[letter] + word[1:]
            yield replace(_accent(match.start(), word, accented), better=accented)
    for match in _LONE_A.finditer(text):
        following = match["next"]
        participle = re.search("ée?s?$", following) and following != "côté"
        if _starts_a_sentence(text, match.start()) and not (
            participle or following in _NOT_AFTER_A_PREPOSITION
        ):
            yield _accent(match.start(), f"A {following}", f"À {following}")
    for match in _LONE_CA.finditer(text):
        if _starts_a_sentence(text, match.start()):
            yield _accent(match.start(), f"Ca {match['next']}", f"Ça {match['next']}")


def _is_english(match: re.Match[str]) -> bool:
    """Whether a word ends as no French one does, or stands among English words."""
    text, (start, end) = match.string, match.span()
    is_among = _ENGLISH_BEFORE.search(text, max(start - 12, 0), start)
    return bool(_ENGLISH_ENDING.search(match[0]) or is_among or _ENGLISH_AFTER.match(text, end))


def _accent(at: int, wrong: str, corrected: str) -> Advice:
    shown, better = wrong.replace("'", "’"), corrected.replace("'", "’")
    return Advice(
        at,
        at + len(wrong),
        "accent-capitale",
        f"les capitales gardent leur accent : « {shown} »",
        f"écrivez « {better} »",
    )


_LIGATURE = re.compile(
    r"\b\w*oe(?:ur|uvr|ud|u(?:x|f|fs|s)?\b|il\b|illet|illère|cumén|nolog|dèm|dip|soph|tus|tal)\w*",
    re.IGNORECASE,
)


def _ligatures(text: str) -> Iterator[Advice]:
    for match in _LIGATURE.finditer(text) if "oe" in text.lower() else ():
        word = match[0]
        corrected = word.replace("oe", "œ").replace("Oe", "Œ").replace("OE", "Œ")
        yield Advice(
            match.start(),
            match.end(),
            "ligature-oe",
            f"« {word} » s’écrit avec un e dans l’o",
            f"écrivez « {corrected} »",
            corrected,
        )


_STEMS_OF_ENDINGS = {
    "rice": ("teur",),
    "trice": ("teur",),
    "ice": ("teur",),
    "euse": ("eur",),
    "ne": ("ien", "éen", "yen"),
    "le": ("el",),
    "ve": ("tif", "sif"),
    "se": ("eux",),
    "ère": ("er",),
}
"""Where the feminine of one person is not told by a plural: « citoyen.ne », not « site.ne »."""
_STEMS_OF_ES = ("é", "dant", "iant", "nant", "pant", "sant", "tant", "çant", "dent", "rent")
"""Before « es », which ends the names of Spanish sites too: « salarié.es », not « hotel.es »."""
_INCLUSIVE = re.compile(
    r"(?<![\w.@/\\-])(?P<stem>[^\W\d_]{2,}(?:-[^\W\d_]{2,})*)"
    r"\.(?P<feminine>e|ne|le|te|se|ve|fe|sse|esse|rice|trice|ice|euse|ère|re)(?P<plural>\.?s)?"
    r"(?![\w@/-]|\.\w)"
)
_LETTERS_AFTER_STOP = re.compile(r"\.[elnrstvfiè]")
_ABBREVIATIONS = frozenset({"etc", "cf", "ex", "art", "chap", "fig", "vol", "env", "tél", "réf"})


def _is_inclusive(match: re.Match[str]) -> bool:
    stem, feminine, plural = match.group("stem", "feminine", "plural")
    if stem.lower() in _ABBREVIATIONS:
        return False
    if plural == ".s":
        return True
    if feminine == "e":
        return not plural or stem.endswith(_STEMS_OF_ES)
    return stem.endswith(_STEMS_OF_ENDINGS.get(feminine, ()))


def _full_stops_within(text: str) -> Iterator[Advice]:
    """« intervenant.e.s »: a full stop ends a sentence, or parts the names of a web address."""
    found = _INCLUSIVE.finditer(text) if _LETTERS_AFTER_STOP.search(text) else ()
    for match in filter(_is_inclusive, found):
        corrected = match[0].replace(".", "·")
        yield Advice(
            match.start(),
            match.end(),
            "point-median",
            f"« {match[0]} » s’écrit avec le point médian, à mi-hauteur des lettres",
            f"écrivez « {corrected} »",
            corrected,
        )


def _starts_a_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(SPACES + INLINE + OBJECT)[-1:]
    return not before or before == BLOCK or before in _SENTENCE_STARTS


def _starts_its_block(text: str, at: int) -> bool:
    return text[:at].rstrip(SPACES + INLINE)[-1:] in ("", BLOCK)
