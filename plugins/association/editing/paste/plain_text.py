"""Plain text, from a mail or a clipboard, as Markdown. Pure."""

import re
from collections.abc import Iterator, Sequence

from ...source.pasted.paragraphs import laid_out
from ...source.pasted.passage import Lines, blocks
from ...source.pasted.passages import restructured

_HARD_SPACE = re.compile("[\u00a0\u202f\u2007]")
_WITHOUT_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f]")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*\n)*?(?P=fence)[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"={3,}|-{3,}|_{3,}|~{3,}")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}\.)\s")


def markdown_of_text(text: str) -> str:
    """Return a text as Markdown: lists, tables and paragraphs as its lines show them."""
    plain = _HARD_SPACE.sub(" ", _WITHOUT_WIDTH.sub("", text)).replace("\r\n", "\n")
    parts: list[str] = []
    at = 0
    # What stands between fences is code, and stays.
    for fence in _FENCE.finditer(plain):
        parts += (_prose(plain[at : fence.start()]), fence[0])
        at = fence.end()
    return "".join([*parts, _prose(plain[at:])]).strip("\n")


def _prose(text: str) -> str:
    lines = [_without_end(line) for line in text.split("\n")]
    apart = _lists_apart([*_quotes_apart([*_signature_apart([*_headings(lines)])])])
    marked = restructured("\n".join(apart), _all)
    return "\n".join(_laid_out(marked.split("\n")))


def _without_end(line: str) -> str:
    """Return a line without the spaces at its end, but the two that break it on purpose."""
    bare = line.rstrip(" \r\f\v")
    return f"{bare}  " if bare and line[len(bare) :] == "  " else bare


def _all(markdown: str) -> Lines:
    """Return the lines of a text in which nothing is code."""
    return markdown.split("\n")


def _headings(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with « ## » before what a line of signs underlines, without that line."""
    underlined = {n for n in range(len(lines) - 1) if _is_underlined(lines, n)}
    for number, line in enumerate(lines):
        if number in underlined:
            yield f"## {line.strip()}"
        elif number - 1 not in underlined:
            yield line


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    words, below = lines[number].strip(), lines[number + 1].strip()
    is_apart = number == 0 or not lines[number - 1].strip()
    is_as_wide = len(words) / 2 <= len(below) <= 2 * len(words)
    return bool(words) and is_apart and is_as_wide and bool(_UNDERLINE.fullmatch(below))


def _signature_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with an empty one before « -- », which would make a heading of the text."""
    for number, line in enumerate(lines):
        if line.strip() == "--" and number and lines[number - 1].strip():
            yield ""
        yield line


def _quotes_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, chevrons that quote nothing escaped, text below a quotation apart."""
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if not line.startswith(">"):
            if line.strip() and above.startswith(">"):
                yield ""
            yield line
        elif below.strip() and below[:1] != ">" and above[:1] != ">" and above[-1:] != ":":
            # One line amid others is an arrow.
            yield f"\\{line}"
        else:
            yield line


def _lists_apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with an empty one before each list that follows a line of text."""
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        if _ITEM.match(line) and above.strip() and not _ITEM.match(above) and above[:1] != " ":
            yield ""
        yield line


def _laid_out(lines: list[str]) -> list[str]:
    """Return the lines with paragraphs apart and nothing so far right that it would be code."""
    out = [*lines]
    for start, stop in reversed([*blocks(lines)]):
        written = lines[start:stop]
        if any(map(_ITEM.match, written)) or written[0].lstrip().startswith("|"):
            continue
        above = next((line for line in reversed(lines[:start]) if line.strip()), "")
        is_below_item = written[0][:2] == "  " and (_ITEM.match(above) or above[:4] == "    ")
        margin = "    " if is_below_item else ""
        stripped = [line.lstrip().rstrip("\t") for line in written]
        out[start:stop] = [f"{margin}{line}".rstrip("\t") for line in laid_out(stripped)]
    return out
