"""What a terminal showed, as a picture that says it in text: SVG. Pure.

The lines are narrow, so that the picture can be read on a telephone; what a program wrote in a
longer line continues on the next, a little to the right.
"""

from collections.abc import Iterator
from html import escape

TYPED = "\N{BLACK MEDIUM RIGHT-POINTING TRIANGLE}"
"""Stands before the words that somebody typed, in the text of a terminal; it is not drawn."""

_COLUMNS = 46
_CHARACTER, _LINE, _MARGIN = 8.4, 20, 14
_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">
  <title>{title}</title>
  <rect width="{width}" height="{height}" rx="8" fill="#1e1b24"/>
  <g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" \
fill="#f4f0f7">
"""


def terminal_picture(title: str, shown: str) -> str:
    """Return the picture of ``shown``, the text of a terminal; what was typed is after ``TYPED``.

    ``title`` is for who hears the picture, or reads its file alone.
    """
    lines = [part for line in shown.splitlines() for part in _folded(line)]
    width = round(_COLUMNS * _CHARACTER) + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    head = _HEAD.format(width=width, height=height, title=escape(title))
    drawn = [_text(line, _MARGIN + rank * _LINE + 15) for rank, line in enumerate(lines)]
    return head + "\n".join(filter(None, drawn)) + "\n  </g>\n</svg>\n"


def _text(line: str, foot: int) -> str:
    """Return a line as text that stands at ``foot``; SVG drops the spaces before its words."""
    left = _MARGIN + (len(line) - len(line.lstrip())) * _CHARACTER
    words = line.strip()
    return f'    <text x="{left:g}" y="{foot}">{_spans(words)}</text>' if words else ""


def _spans(line: str) -> str:
    said, mark, typed = line.partition(TYPED)
    if not mark:
        return escape(line)
    marked = f'<tspan fill="#ffc96b" font-weight="bold">{escape(typed)}</tspan>'
    return escape(said) + (marked if typed else "")


def _folded(line: str) -> Iterator[str]:
    """Yield a line cut between words where it is too long; what is typed stays marked as such."""
    is_typed = False
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    while len(line.replace(TYPED, "")) > _COLUMNS:
        at = line.rfind(" ", len(indent), _COLUMNS + 1)
        at = at if at > 0 else _COLUMNS
        yield line[:at]
        is_typed = is_typed or TYPED in line[:at]
        line = indent + (TYPED if is_typed else "") + line[at:].strip()
    yield line
