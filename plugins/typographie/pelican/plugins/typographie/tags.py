"""HTML cut into runs of text and pieces of markup, and what each tag means for typography.

No tree is built: malformed markup stays as it is, and joining the pieces gives back the source.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from .locales import is_french
from .marks import BLOCK, BREAK, INLINE, MARKS, OBJECT
from .options import Options


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RAW = ("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes")
"""Elements whose content is not markup (HTML, 13.1.2): what looks like a tag inside is text."""
_UNTOUCHED = frozenset(("code", "pre", "kbd", "samp", "tt", "svg", "math"))
_SELF_CLOSING = frozenset(("svg", "math"))
_TEXT_ONLY = frozenset(("title", "select", "datalist"))
"""Elements that hold text only: no span may be added there."""
_BLOCKS = _names("""
    address article aside blockquote body button caption center col colgroup dd details dialog
    dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header
    hgroup hr html legend li link main menu meta nav noscript ol optgroup option p pre search
    section select summary table tbody td template tfoot th thead title tr ul xmp
""")
_OBJECTS = _names("""
    audio canvas embed iframe img input math meter object picture progress svg textarea video
""")
_VOID = _names("""
    area base br col embed hr img input link meta param source track wbr
""")

_QUOTED = r"""(?:"[^"]*+"|'[^']*+')"""
_TAG_REST = rf"[^>=]*+(?:=\s*+(?:{_QUOTED}|(?!{_QUOTED}))[^>=]*+)*>"
_RAW_ELEMENTS = "|".join(
    rf"(?i:{name})(?=[\s/>])[^>]*+>.*?(?:</(?i:{name})(?=[\s/>])[^>]*+>|\Z)" for name in _RAW
)
_MARKUP = (
    rf"<(?:/[a-zA-Z][^>=]*+>|[a-zA-Z](?<![stxinSTXIN]){_TAG_REST}"
    rf"|(?=[stxinSTXIN])(?:{_RAW_ELEMENTS})|[a-zA-Z/]{_TAG_REST}"
    r"|!--(?:-?>|.*?(?:--!?>|\Z))|[a-zA-Z/!?][^<>]*+>?)"
)
_PIECE = re.compile(f"({_MARKUP})", re.DOTALL)
_PIECE_OR_CONTROL = re.compile(f"({_MARKUP}|[{MARKS}])", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SCOPE_ATTRIBUTE = re.compile("lang|translate|class", re.IGNORECASE)


class Scope(Enum):
    """Why an element is taken out of the text around it."""

    UNTOUCHED = auto()
    TEXT_ONLY = auto()
    OTHER_LANG = auto()


@dataclass(frozen=True)
class Meaning:
    """What one tag means: the mark that stands for it, and the scope that it opens, if any."""

    mark: str
    scope: Scope | None = None
    name: str = ""
    lang: str = ""


def pieces(html: str) -> list[str]:
    """Runs of text at the even places, markup at the odd ones; together, the source.

    A control character that would be taken for a mark counts as markup.
    """
    rare = any(mark in html for mark in MARKS)
    return (_PIECE_OR_CONTROL if rare else _PIECE).split(html)


def element_end(parts: list[str], start: int, name: str) -> int:
    """The place of the tag that closes the element opened at `start`; the last run if none does."""
    depth = 0
    for at in range(start, len(parts), 2):
        tag = _NAME.match(parts[at])
        if not tag or tag[2].lower() != name:
            continue
        if not (name in _SELF_CLOSING and parts[at].endswith("/>")):
            depth += -1 if tag[1] else 1
        if depth <= 0:
            return at
    return len(parts) - 1


@lru_cache(maxsize=64)
def tag_reader(options: Options, lang: str) -> Callable[[str], Meaning]:
    """The reader of tags for text in `lang`; it remembers the tags that come back."""
    return lru_cache(maxsize=4096)(lambda piece: _meaning(piece, options, lang))


def _meaning(piece: str, options: Options, lang: str) -> Meaning:
    tag = _NAME.match(piece)
    if not tag:
        return Meaning(INLINE)
    name, closes = tag[2].lower(), bool(tag[1])
    mark = _mark(name)
    if closes or name in _RAW:
        return Meaning(mark)
    if name in _UNTOUCHED:
        return Meaning(mark, Scope.UNTOUCHED, name)
    scope_and_lang = _scope_by_attributes(piece, options, lang)
    if scope_and_lang and name not in _VOID:
        scope, other_lang = scope_and_lang
        return Meaning(BLOCK if mark == BLOCK else OBJECT, scope, name, other_lang)
    return Meaning(mark, Scope.TEXT_ONLY, name) if name in _TEXT_ONLY else Meaning(mark)


def _mark(name: str) -> str:
    if name in _BLOCKS:
        return BLOCK
    if name in _OBJECTS or name in _UNTOUCHED:
        return OBJECT
    return BREAK if name == "br" else INLINE


def _scope_by_attributes(piece: str, options: Options, lang: str) -> tuple[Scope, str] | None:
    if not _SCOPE_ATTRIBUTE.search(piece):
        return None
    for key, *values in _ATTRIBUTE.findall(piece):
        value = "".join(values)
        kind = key.lower()
        if kind == "translate" and value.lower() == "no":
            return Scope.UNTOUCHED, ""
        if kind == "class" and not options.untouched_classes.isdisjoint(value.split()):
            return Scope.UNTOUCHED, ""
        if kind == "lang" and value and not _same_language(value, lang):
            return Scope.OTHER_LANG, value
    return None


def _same_language(value: str, lang: str) -> bool:
    """Whether a `lang` needs no other treatment than the text around it: `fr` inside `fr-CH`."""
    if is_french(value) and is_french(lang):
        return value.lower() in ("fr", lang.lower())
    return value.lower().split("-")[0] == lang.lower().split("-")[0]
