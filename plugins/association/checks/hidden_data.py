"""What a picture holds besides what it shows: its true format, where it was taken, what it runs."""

import re
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ..pictures.decoding import is_animated, open_picture
from ..pictures.drawing import Act, read_drawing

_GPS = 0x8825
# ISO/IEC 23008-12: the brands of HEIF pictures coded in HEVC.
_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_XMP_PLACE = re.compile(rb"exif:GPS(Latitude|Longitude)")
FORMATS = {
    ".avif": "AVIF",
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}


@dataclass(frozen=True)
class Picture:
    """A picture: its format as Pillow names it (« SVG » too), its sides in pixels (0 for SVG)."""

    format: str
    width: int
    height: int
    has_place: bool = False
    is_animated: bool = False
    acts: tuple[Act, ...] = ()


def picture(path: Path) -> Picture:
    """Return what a picture holds. Raises OSError or ValueError for what is no picture."""
    if path.suffix.lower() == ".svg":
        return Picture("SVG", 0, 0, acts=read_drawing(path.read_bytes()).acts)
    content = path.read_bytes()
    image = open_picture(content)
    width, height = image.size
    return Picture(
        image.format or "",
        width,
        height,
        has_place=_has_place(image) or _XMP_PLACE.search(content) is not None,
        is_animated=is_animated(image),
    )


def is_heic(path: Path) -> bool:
    """Return whether a file is a picture in HEIC, whatever its name. Never raises."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False
    return head[4:8] == b"ftyp" and head[8:] in _HEIC


def _has_place(image: Image.Image) -> bool:
    try:
        return bool(image.getexif().get_ifd(_GPS))
    except Exception:
        # Metadata too damaged to be read tell nobody where it was.
        return False
