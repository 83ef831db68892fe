"""The sizes of pictures, from their files."""

from pathlib import Path

from .decoding import open_picture, upright_size
from .drawing import read_drawing


def picture_size(path: Path) -> tuple[int, int]:
    """Return the width and height of a picture in pixels, turned for viewing.

    Those of an SVG are its ``width`` and ``height``, or its ``viewBox``. Raises ValueError if the
    file is not a picture, OSError if it cannot be read.
    """
    if path.suffix.lower() == ".svg":
        return read_drawing(path.read_bytes()).size
    return upright_size(open_picture(path))
