"""Blocks of HTML in a text, most often pasted from Word, written as Markdown. Pure."""

import re

from ...source import source
from ...source.tree import read_body
from ..paste.html_tree import meant
from ..paste.markdown_writer import written

_BLOCK = re.compile(
    r"\s*<(?:p|div|span|font|center|ul|ol|table|h[1-6]|blockquote|section|article|strong|b|br)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
# What somebody has to look at: it shows more than words, or stands for another site.
_MORE_THAN_WORDS = re.compile(r"<(?:img|iframe|video|audio|object|embed|script|svg|form)\b", re.I)


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
        if _BLOCK.match(block) and not is_code and not _MORE_THAN_WORDS.search(block):
            out += written(meant(block).tree).split("\n")
        else:
            out += body[start:stop]
        out += body[stop : stop + 1]
        start = stop + 1
    return "\n".join([*head, *out])
