"""The prose of a Markdown source, at its own places: all that is not prose is covered by marks.

The covered text is as long as the source, so that a place in one is a place in the other. No
Markdown is parsed: what looks like code, a target, a tag or an attribute list is covered, for an
advice too few is better than a false one.
"""

import re
from collections.abc import Callable

from .locales import is_french
from .marks import BLOCK, INLINE, MARKS, OBJECT
from .options import Options
from .own_names import names_pattern
from .runs import ADDRESS_OR_ENTITY
from .tags import Scope, element_end, pieces, tag_reader

_FRONT_MATTER = re.compile(r"\A---\n(?=\w+ ?:).*?^---$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"^( {0,12})(`{3,}|~{3,}).*?(?:^ {0,12}\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TARGET = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|(?<=\])\[[^\]\n]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:", re.MULTILINE)
_BRACES = re.compile(r"\{[^{}\n]*\}\S*(?<![.,;!?)»])|\\.")
_FOREIGN = r"\{:?[^{}\n]*\blang=[\"']?(?!fr\b)\w[^{}\n]*\}"
_FOREIGN_WORDS = re.compile(rf"(\*{{1,3}}|_{{1,3}})(?:(?!\1)[^\n])+\1(?={_FOREIGN})")
_FOREIGN_BLOCK = re.compile(rf"\A.*(?:\A|\s){_FOREIGN}\s*\Z", re.DOTALL)
_EDGE = re.compile(
    r"\n(?=[ \t]*\n|[ \t>]*(?:[-*+]|\d+[.)])[ \t]|[ \t]*(?:#{1,6} |///|!!!|\||:[ \t]|>))"
)
_QUOTE_MARK = re.compile(r"[ \t]*(?:>[ \t]?)+")
_STARTS_ANEW = re.compile(r"[ \t]*(?:$|[-*+][ \t]|\d+[.)][ \t]|#{1,6} |\|)")
_OPENING = re.compile(rf"(?:(?<=[{BLOCK}])|\A)[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+|#{{1,6}}[ \t]+)?")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~|==")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_MARK = re.compile(f"[{MARKS}]")


def prose(markdown: str, lang: str, names: tuple[str, ...] = ()) -> str:
    """The source with its prose in `lang` bare, and marks over everything else, `names` too."""
    text = _MARK.sub(OBJECT, markdown)
    text = _covered(text, _FRONT_MATTER, BLOCK, "---\n")
    text = _covered(text, _FENCE, BLOCK, "```", "~~~")
    text = _cover_indented_code(text) if "    " in text or "\t" in text else text
    text = _covered(text, _CODE, OBJECT, "`")
    text = _covered(text, _COMMENT, INLINE, "<!--")
    if "lang=" in text:
        text = _FOREIGN_WORDS.sub(_cover_with(OBJECT), text)
        blocks = text.split("\n\n")
        text = "\n\n".join(_FOREIGN_BLOCK.sub(_cover_with(OBJECT), block) for block in blocks)
    if "]" in text:
        for pattern in (_DEFINITION, _FOOTNOTE, _TARGET):
            text = pattern.sub(_cover_with(INLINE), text)
    text = _covered(text, _BRACES, INLINE, "{", "\\")
    text = _cover_tags(text, lang) if "<" in text else text
    text = _covered(text, ADDRESS_OR_ENTITY, OBJECT, "&", "://", "www.", "mailto:")
    if known := names_pattern(names):
        text = re.sub(known, _cover_with(OBJECT), text)
    text = _without_inner_marks(text) if "\n>" in text else text
    text = _EDGE.sub(BLOCK, text)
    text = _OPENING.sub(_cover_with(" "), text)
    return _covered(text, _EMPHASIS, INLINE, "*", "_", "~~", "==")


def _without_inner_marks(text: str) -> str:
    """A quotation without the marks of the lines that go on with a paragraph of it."""
    lines = text.split("\n")
    goes_on = False
    for place, line in enumerate(lines):
        mark = _QUOTE_MARK.match(line)
        words = line[mark.end() :] if mark else ""
        if mark and goes_on and not _STARTS_ANEW.match(words):
            lines[place] = " " * mark.end() + words
        goes_on = bool(words.strip())
    return "\n".join(lines)


def _covered(text: str, pattern: re.Pattern[str], mark: str, *needles: str) -> str:
    """The text with a mark over each match, which there is none of without one of the needles."""
    if not any(needle in text for needle in needles):
        return text
    return pattern.sub(_cover_with(mark), text)


def _cover_with(mark: str) -> Callable[[re.Match[str]], str]:
    return lambda match: _cover(match[0], mark)


def _cover(text: str, mark: str) -> str:
    """As many marks as characters, line ends apart."""
    return re.sub(r"[^\n]", mark, text)


def _cover_indented_code(text: str) -> str:
    """Lines four spaces in, after an empty line and outside any list, are code."""
    lines = text.split("\n")
    in_list, in_code, after_empty = False, False, True
    for place, line in enumerate(lines):
        indented = line.startswith(("    ", "\t"))
        if not line.strip():
            after_empty = True
            continue
        in_list = bool(_LIST_ITEM.match(line)) or (in_list and (indented or not after_empty))
        in_code = indented and not in_list and (in_code or after_empty)
        if in_code:
            lines[place] = OBJECT * len(line)
        after_empty = False
    return "\n".join(lines)


def _cover_tags(text: str, lang: str) -> str:
    parts = pieces(text)
    meaning_of = tag_reader(Options(), lang)
    at = 1
    while at < len(parts):
        meaning, end = meaning_of(parts[at]), at
        foreign = meaning.scope is Scope.OTHER_LANG and not is_french(meaning.lang)
        if foreign or meaning.scope is Scope.UNTOUCHED:
            end = element_end(parts, at, meaning.name)
        for place in range(at, end + 1):
            parts[place] = _cover(parts[place], meaning.mark)
        at = end + 2
    return "".join(parts)
