"""Blocks of HTML in a text, most often pasted from Word, written as Markdown. Pure."""

import html
import re
from collections import Counter

from ...source import source
from ...source.tree import read_body

_BLOCK = re.compile(
    r"\s*<(?:p|div|span|font|center|ul|ol|table|h[1-6]|blockquote|section|article|strong|b|br)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
# A block of HTML after words of Markdown; where these have signs of their own, people decide.
_WITHIN = re.compile(r"<(?:p|div|ul|ol|table|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)
_SIGNS = re.compile(r"[*_`\[\]|#>]|^\s*[-+]\s", re.MULTILINE)
_OF_MARKDOWN = re.compile(r"\*\*|__|\]\(|^\s*#+ ", re.MULTILINE)
_DRESSING = re.compile(r"</?(?:center|div|font|span|p)\b[^<>]*>", re.IGNORECASE)
_OF_PROGRAMS = re.compile(
    r"<!--\s*(?:/?wp:|more\b|StartFragment|EndFragment|\[if |nextpage).*?-->[ \t]*\n?", re.DOTALL
)
_FOLD_OUT = re.compile(
    r"<details\b[^<>]*>\s*<summary\b[^<>]*>\s*(?P<title>[^<>|\n]+?)\s*</summary>[ \t]*",
    re.IGNORECASE,
)
_FOLD_OUT_END = re.compile(r"\n*[ \t]*</details>[ \t]*", re.IGNORECASE)
# What somebody has to look at: it shows more than words, or stands for another site.
_MORE_THAN_WORDS = re.compile(
    r"<(?:img|iframe|video|audio|object|embed|script|svg|form)\b|\{\{|\{%", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")


def without_html(text: str) -> str:
    """Return the text of a file with the blocks that begin with a tag of HTML as Markdown."""
    if "<" not in text:
        return text
    read = source.read(text.encode())
    if read.body_line <= 1:
        return text
    lines = text.split("\n")
    head, body = lines[: read.body_line - 1], lines[read.body_line - 1 :]
    code = read_body("\n".join(body)).code_lines()
    out: list[str] = []
    start = 0
    while start < len(body):
        stop = start
        while stop < len(body) and body[stop].strip():
            stop += 1
        block = "\n".join(body[start:stop])
        is_code = any(number + 1 in code for number in range(start, stop))
        if "<" in block and not is_code and not _MORE_THAN_WORDS.search(block):
            out += _as_markdown(block).split("\n")
        else:
            out += body[start:stop]
        out += body[stop : stop + 1]
        start = stop + 1
    return "\n".join([*head, *out])


def _as_markdown(block: str) -> str:
    """Return a block with its HTML as Markdown, where that is all that it has of signs."""
    block = _OF_PROGRAMS.sub("", block).rstrip("\n")
    folded = _FOLD_OUT.sub(lambda match: f"/// details | {match['title']}\n", block)
    folded = _FOLD_OUT_END.sub("\n\n///", folded).strip("\n")
    if folded != block:
        return folded
    if _OF_MARKDOWN.search(block):
        bare = _DRESSING.sub("", block).strip("\n")
        return bare if "<" not in bare else block
    is_mixed = _WITHIN.search(block) and not _SIGNS.search(re.sub(r"<[^<>]*>", "", block))
    return _written_anew(block) if _BLOCK.match(block) or is_mixed else block


def _written_anew(block: str) -> str:
    """Return a block as Markdown, or as it is where a word of it would be lost."""
    # The readers of HTML take long to load, and next to no text has a block of it.
    from ..paste.html_tree import meant  # noqa: PLC0415
    from ..paste.markdown_writer import written  # noqa: PLC0415

    anew = written(meant(block).tree)
    return block if _words_of_html(block) - _words_of_markdown(anew) else anew


def _words_of_html(block: str) -> Counter[str]:
    return Counter(_WORD.findall(html.unescape(_TAG.sub(" ", block))))


def _words_of_markdown(text: str) -> Counter[str]:
    return Counter(w for passage in read_body(text).passages for w in _WORD.findall(passage.words))
