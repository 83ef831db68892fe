"""Pictures as cameras, telephones and programs write them, made here: no photograph is needed."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

# Red above, green below on the left, blue on the right: what is turned or cropped is seen.
RED, GREEN, BLUE = (200, 30, 30), (30, 160, 40), (40, 50, 190)
ORIENTATION, GPS, MAKER, DESCRIPTION = 0x0112, 0x8825, 0x010F, 0x010E
SECRET = b"lieu secret"
# It says when it was made: one for all, that the same picture be the same bytes.
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def coloured(width: int, height: int) -> Image.Image:
    """Return a picture with a red upper half, and a green and a blue quarter below."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (0, height // 2, width // 2, height))
    picture.paste(BLUE, (width // 2, height // 2, width, height))
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a telephone says: how it was held, by whom it was made, and where."""
    said = Image.Exif()
    said[ORIENTATION] = orientation
    said[MAKER] = said[DESCRIPTION] = SECRET.decode()
    said.get_ifd(GPS)[1] = "N"
    said.get_ifd(GPS)[2] = (48.0, 51.0, 24.0)
    return said


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture in a format of Pillow's."""
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def photograph(width: int = 900, height: int = 600, orientation: int = 1) -> bytes:
    """Return a JPEG with all that a telephone hides in it, lying as ``orientation`` says."""
    upright = coloured(width, height)
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    lying = upright if back is None else upright.transpose(back)
    return saved(
        lying,
        "JPEG",
        quality=92,
        exif=exif(orientation),
        comment=SECRET,
        icc_profile=PROFILE,
        xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>",
        dpi=(300, 300),
    )


def png_of_16_bits(width: int, height: int, value: int) -> bytes:
    """Return a grey PNG of sixteen bits a pixel."""
    row = b"\0" + struct.pack(">H", value) * width
    head = struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(row * height))
        + _chunk(b"IEND", b"")
    )


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that would fill the memory with its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 64))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def animation() -> bytes:
    """Return a GIF whose first image is red, the second green."""
    red, green = Image.new("P", (300, 200), 0), Image.new("P", (300, 200), 1)
    for picture in (red, green):
        picture.putpalette([*RED, *GREEN])
    return saved(red, "GIF", save_all=True, append_images=[green], duration=100)


def see_through_palette() -> bytes:
    """Return a PNG with a palette, some colours of which are half transparent."""
    picture = Image.new("P", (300, 200), 0)
    picture.putpalette([*RED, *GREEN])
    picture.paste(1, (150, 0, 300, 200))
    return saved(picture, "PNG", transparency=bytes([255, 90]))


def written(folder: Path, name: str, content: bytes) -> Path:
    """Return the path of a file just written."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def near(one: Any, other: tuple[int, int, int], tolerance: int = 24) -> bool:
    """Say whether two colours look alike, as they do after a lossy format."""
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=False))
