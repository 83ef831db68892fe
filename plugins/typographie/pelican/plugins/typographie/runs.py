"""What stays as written inside the runs of text: entities, web and e-mail addresses.

`hide` puts a mark in their place and `show` puts them back. The entities of typographic signs
(`&quot;`, `&laquo;`, `&thinsp;`…) become the signs themselves, so that the rules see them.
"""

import re
from functools import lru_cache

from typogrify.filters import amp

from .marks import ENTITY_SPACE, MARKS, NARROW, NO_BREAK, THIN, VERBATIM
from .own_names import names_pattern

_SIGNS = {
    f"&{name};": sign
    for sign, names in {
        '"': "quot #34 #x22",
        "'": "apos #39 #039 #x27",
        "«": "laquo #171 #xab #xAB",
        "»": "raquo #187 #xbb #xBB",
        "“": "ldquo #8220 #x201c #x201C",
        "”": "rdquo #8221 #x201d #x201D",
        "–": "ndash #8211 #x2013",
        "—": "mdash #8212 #x2014",
        "€": "euro #8364 #x20ac #x20AC",
        "°": "deg #176 #xb0 #xB0",
        THIN: "thinsp #8201 #x2009",
        NARROW: "#8239 #x202f #x202F",
        NO_BREAK: "#160 #xa0 #xA0",
        ENTITY_SPACE: "nbsp",
    }.items()
    for name in names.split()
}
_AMPERSANDS = frozenset(("&", "&amp;", "&#38;"))

_PUNCTUATION = r".,;:!?()'\[\]{}"
_WORD = rf"""[^\s<>"«»“”‘’…{MARKS}&{_PUNCTUATION}]"""
_ADDRESS = rf"(?:{_WORD}++|[{_PUNCTUATION}]++(?={_WORD})|&(?:amp;|\#39;|(?![\w#]+;))(?={_WORD}))+"
_ADDRESSES = rf"https?://{_ADDRESS}|ftp://{_ADDRESS}|www\.{_ADDRESS}|mailto:{_ADDRESS}|{VERBATIM}"
_ENTITY = "&(?:amp;)?(?:[a-zA-Z][a-zA-Z0-9]*+|#[0-9]++|#[xX][0-9a-fA-F]++);"
ADDRESS_OR_ENTITY = re.compile(f"{_ADDRESSES}|{_ENTITY}|&")
"""What `hide` looks at, names apart; `prose` covers the same."""
_MAIL_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_MAIL_NAME = re.compile(r"[\w.+'-]+$")


def hide(text: str, *, html: bool, names: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """The text with a mark for each piece that must stay, and the pieces in order.

    Text that is not `html` keeps even `&quot;`: its writer speaks of the entity.
    """
    pattern = _staying(names)
    if not names and not any(sign in text for sign in ("&", "@", "://", "www.", "mailto:")):
        return text, []
    text, mails = _hide_mails(text) if "@" in text else (text, [])
    pieces = iter(mails)
    hidden: list[str] = []

    def replace(match: re.Match[str]) -> str:
        piece = match[0]
        if html and piece in _SIGNS:
            return _SIGNS[piece]
        hidden.append(next(pieces) if piece == VERBATIM else piece)
        return VERBATIM

    return pattern.sub(replace, text), hidden


@lru_cache(maxsize=16)
def _staying(names: tuple[str, ...]) -> re.Pattern[str]:
    """What `hide` looks at: names of the site too, which may hold entities."""
    if not names:
        return ADDRESS_OR_ENTITY
    return re.compile(f"{_ADDRESSES}|{names_pattern(names)}|{_ENTITY}|&")


def show(text: str, hidden: list[str], *, spans: bool) -> str:
    """The text with the pieces of `hide` back in their places.

    With `spans`, typogrify's `amp` wraps the ampersands that stand alone, for the style sheet.
    """
    if not hidden:
        return text.replace(ENTITY_SPACE, "&nbsp;")
    pieces = iter(hidden)

    def put_back(match: re.Match[str]) -> str:
        piece = next(pieces)
        if spans and piece in _AMPERSANDS:
            start, end = match.span()
            return _amp_span(text[start - 1 : start], piece, text[end : end + 1])
        return piece

    return re.sub(VERBATIM, put_back, text).replace(ENTITY_SPACE, "&nbsp;")


def _hide_mails(text: str) -> tuple[str, list[str]]:
    out: list[str] = []
    mails: list[str] = []
    end = 0
    for host in _MAIL_HOST.finditer(text):
        name = _MAIL_NAME.search(text, max(end, host.start() - 64), host.start())
        if name:
            out += text[end : name.start()], VERBATIM
            mails.append(name[0] + host[0])
            end = host.end()
    return "".join([*out, text[end:]]), mails


@lru_cache(maxsize=64)
def _amp_span(before: str, ampersand: str, after: str) -> str:
    """The ampersand as typogrify's `amp` writes it between two characters."""
    window = before + ampersand + after
    written = str(amp(window))
    return written[1:-1] if written != window else ampersand
