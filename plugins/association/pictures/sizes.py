"""The sizes of pictures, from their files."""

import re
from pathlib import Path

from .decoding import open_picture, upright_size

_NUMBER = r"\d{1,6}(?:\.\d{1,6})?"
_ATTRIBUTE = {name: re.compile(rf"\s{name}=\"({_NUMBER})(?:px)?\"") for name in ("width", "height")}
_VIEW_BOX = re.compile(
    rf"\sviewBox=\"-?{_NUMBER}[ ,]+-?{_NUMBER}[ ,]+({_NUMBER})[ ,]+({_NUMBER})\""
)
# No longer opening tag is searched.
_LONGEST_TAG = 10_000


def picture_size(path: Path) -> tuple[int, int]:
    """Return the width and height of a picture in pixels, turned for viewing.

    Those of an SVG are its ``width`` and ``height``, or its ``viewBox``. Raises ValueError if the
    file is not a picture, OSError if it cannot be read.
    """
    if path.suffix.lower() == ".svg":
        return _svg_size(path.read_text("utf-8", errors="replace"))
    return upright_size(open_picture(path))


def _svg_size(text: str) -> tuple[int, int]:
    start = text.find("<svg")
    end = text.find(">", start, start + _LONGEST_TAG)
    text = text[start : end if start >= 0 else 0]
    matches = [pattern.search(text) for pattern in _ATTRIBUTE.values()]
    if all(matches):
        width, height = (float(match[1]) for match in matches if match)
        return round(width), round(height)
    box = _VIEW_BOX.search(text)
    if box is None:
        raise ValueError("the SVG has neither a size nor a viewBox")
    return round(float(box[1])), round(float(box[2]))
