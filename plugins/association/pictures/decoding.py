"""Decoding raster pictures from any source: upright, in sRGB, without metadata.

Decoders raise all kinds of exceptions for damaged files; here they become one of two errors.
"""

import io
import math
import warnings
from pathlib import Path

from PIL import Image, ImageCms

RASTERS = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
# Five times what a good telephone takes; this much fills 200 MB when decoded.
MOST_PIXELS = 60_000_000
_ORIENTATION = 0x0112
# Exif 2.32, 4.6.4: how to turn the stored pixels for viewing.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = {5, 6, 7, 8}
_SRGB = ImageCms.createProfile("sRGB")
# Pillow would warn of these in English, on the editor's terminal; they are checked here.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


class UnreadablePictureError(ValueError):
    """The file is not a picture, or a truncated one."""


class TooLargePictureError(ValueError):
    """The picture has too many pixels to decode."""


def is_raster(path: str) -> bool:
    """Return whether a path is that of a raster picture; SVG is not one."""
    return path.lower().endswith(RASTERS)


def open_picture(source: Path | bytes) -> Image.Image:
    """Return a picture without decoding its pixels.

    Raises UnreadablePictureError, TooLargePictureError, or OSError when the file cannot be read.
    """
    content = source if isinstance(source, bytes) else source.read_bytes()
    try:
        image = Image.open(io.BytesIO(content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLargePictureError from error
    except Exception as error:
        raise UnreadablePictureError from error
    if image.width * image.height > MOST_PIXELS:
        raise TooLargePictureError
    return image


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return the width and height of an open picture, turned for viewing."""
    width, height = image.size
    return (height, width) if _orientation(image) in _SIDEWAYS else (width, height)


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # Damaged metadata must not prevent decoding the pixels.
        return 1


def decode_picture(source: Path | bytes, share: float = 1) -> Image.Image:
    """Return a picture upright, in sRGB (« RGB », or « RGBA » with transparency), without metadata.

    Of an animation, it is the first frame. A ``share`` below 1 is the part of the width and height
    that suffices, which is faster for a JPEG. Raises the errors of ``open_picture``.
    """
    image = open_picture(source)
    try:
        width, height = image.size
        if share < 1:
            image.draft(image.mode, (math.ceil(width * share), math.ceil(height * share)))
        image.seek(0)
        image.load()
        turn = _TURNS.get(_orientation(image))
        plain = _in_srgb(image)
    except Exception as error:
        raise UnreadablePictureError from error
    # Encoders copy comments, profiles and resolutions from here.
    plain.info = {}
    return plain if turn is None else plain.transpose(turn)


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        alpha = rgba.getchannel("A")
        colours = _to_srgb(rgba.convert("RGB"), image.info.get("icc_profile"))
        if alpha.getextrema() == (255, 255):
            return colours
        colours.putalpha(alpha)
        return colours
    if image.mode.startswith("I"):
        # Reduce sixteen bits per pixel to the eight that screens show.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    return _to_srgb(image, image.info.get("icc_profile"))


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB; a profile that does not match it is ignored."""
    if profile:
        try:
            known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, known, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def has_transparency(image: Image.Image) -> bool:
    """Return whether an open picture may have transparent parts."""
    return bool(image.has_transparency_data)


def is_animated(image: Image.Image) -> bool:
    """Return whether an open picture is an animation, of which only the first frame is shown."""
    return bool(getattr(image, "is_animated", False))
