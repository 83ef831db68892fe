"""Preparing a picture for the content: smaller, upright, in sRGB, with nothing hidden in it."""

import importlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from ...pictures.decoding import decode_picture, open_picture, upright_size

# Half as wide again as the largest file that visitors get: enough to crop it one day.
LONGEST_SIDE = 2000
TELEPHONES = (".heic", ".heif")
TAKEN = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp", *TELEPHONES)
_JPEG: dict[str, Any] = {"quality": 88, "optimize": True, "progressive": True}
# The formats that Pillow names what comes out of cameras and telephones.
_CAMERAS = {"JPEG", "MPO", "HEIF"}
_GPS = 0x8825


class NoHeicError(Exception):
    """The library that reads the pictures of some telephones is not installed."""


@dataclass(frozen=True)
class Prepared:
    """A picture ready to be put away: its bytes and ending; its size, and that of the original.

    ``had_place`` says whether the original told where it was taken.
    """

    content: bytes
    ending: str
    size: tuple[int, int]
    was: tuple[int, int]
    weighed: int
    had_place: bool


def prepared(path: Path) -> Prepared:
    """Return what the content keeps of a picture.

    Raises NoHeicError, OSError, or the errors of ``pictures.decoding``.
    """
    if path.suffix.lower() in TELEPHONES:
        _know_heic()
    content = path.read_bytes()
    source = open_picture(content)
    was = upright_size(source)
    share = min(1, LONGEST_SIDE / max(was))
    size = (max(1, round(was[0] * share)), max(1, round(was[1] * share)))
    whole = decode_picture(content, share)
    drawn = whole if whole.size == size else whole.resize(size, Image.Resampling.LANCZOS)
    kept, ending = _saved(drawn, is_photograph=source.format in _CAMERAS)
    return Prepared(kept, ending, size, was, len(content), _has_place(source))


def _know_heic() -> None:
    """Teach Pillow the format of some telephones."""
    try:
        heif = importlib.import_module("pillow_heif")
    except ImportError as error:
        raise NoHeicError from error
    heif.register_heif_opener()


def _saved(image: Image.Image, *, is_photograph: bool) -> tuple[bytes, str]:
    """Return a JPEG; a PNG when something shines through, or when a drawing is lighter so."""
    jpeg = io.BytesIO()
    if image.mode != "RGBA":
        image.save(jpeg, "JPEG", **_JPEG)
        if is_photograph:
            return jpeg.getvalue(), ".jpg"
    png = io.BytesIO()
    image.save(png, "PNG", optimize=True)
    if image.mode == "RGBA" or png.tell() <= jpeg.tell():
        return png.getvalue(), ".png"
    return jpeg.getvalue(), ".jpg"


def _has_place(image: Image.Image) -> bool:
    try:
        return bool(image.getexif().get_ifd(_GPS))
    except Exception:
        # Metadata too damaged to be read; they go anyway.
        return False
