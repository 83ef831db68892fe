"""The sizes of pictures, read from the files."""

import re
from pathlib import Path

from .opening import opened, upright_size

_NUMBER = r"\d{1,6}(?:\.\d{1,6})?"
_ATTRIBUTE = {name: re.compile(rf"\s{name}=\"({_NUMBER})(?:px)?\"") for name in ("width", "height")}
_VIEW_BOX = re.compile(
    rf"\sviewBox=\"-?{_NUMBER}[ ,]+-?{_NUMBER}[ ,]+({_NUMBER})[ ,]+({_NUMBER})\""
)
# The opening tag of a drawing is no longer.
_LONGEST_TAG = 10_000


def size(path: Path) -> tuple[int, int]:
    """Return the width and the height of a picture in pixels, as it is looked at.

    An SVG says them in ``width`` and ``height``, or in its ``viewBox``. Raises ValueError for
    what is no picture, OSError for what cannot be read.
    """
    if path.suffix.lower() == ".svg":
        return _svg_size(path.read_text("utf-8", errors="replace"))
    return upright_size(opened(path))


def _svg_size(text: str) -> tuple[int, int]:
    start = text.find("<svg")
    end = text.find(">", start, start + _LONGEST_TAG)
    text = text[start : end if start >= 0 else 0]
    written = [pattern.search(text) for pattern in _ATTRIBUTE.values()]
    if all(written):
        width, height = (float(match[1]) for match in written if match)
        return round(width), round(height)
    box = _VIEW_BOX.search(text)
    if box is None:
        raise ValueError("the SVG has neither a size nor a viewBox")
    return round(float(box[1])), round(float(box[2]))
