"""Opening a raster picture, whoever made it: upright, in sRGB, with nothing hidden left.

Decoders meet any bytes and raise whatever they like; here that becomes one of two errors.
"""

import io
import math
import warnings
from pathlib import Path

from PIL import Image, ImageCms

RASTERS = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
# Five times what a good telephone takes; decoded, it fills 200 MB.
MOST_PIXELS = 60_000_000
_ORIENTATION = 0x0112
# Exif 2.32, 4.6.4: how what was taken is turned to be looked at.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = {5, 6, 7, 8}
_SRGB = ImageCms.createProfile("sRGB")
# Pillow warns of what is checked here, in English and on the editor's terminal.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


class UnreadablePictureError(ValueError):
    """The file is no picture, or only part of one."""


class TooLargePictureError(ValueError):
    """The picture has more pixels than are worth decoding."""


def is_raster(path: str) -> bool:
    """Say whether a path names a picture made of pixels, which an SVG is not."""
    return path.lower().endswith(RASTERS)


def opened(source: Path | bytes) -> Image.Image:
    """Return a picture whose pixels are not decoded yet.

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
    """Return the width and the height of an opened picture as it is looked at."""
    width, height = image.size
    return (height, width) if _orientation(image) in _LYING else (width, height)


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # Damaged metadata does not spoil the pixels.
        return 1


def decoded(source: Path | bytes, share: float = 1) -> Image.Image:
    """Return a picture upright, in sRGB (« RGB », or « RGBA » when it lets through), bare.

    Of an animation it is the first image. A ``share`` below 1 says that so much of its width and
    height is enough, which is quicker for a JPEG. Raises as ``opened`` does.
    """
    image = opened(source)
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
    # Savers copy comments, profiles and resolutions from here.
    plain.info = {}
    return plain if turn is None else plain.transpose(turn)


def _in_srgb(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        alpha = clear.getchannel("A")
        colours = _converted(clear.convert("RGB"), image.info.get("icc_profile"))
        if alpha.getextrema() == (255, 255):
            return colours
        colours.putalpha(alpha)
        return colours
    if image.mode.startswith("I"):
        # Sixteen bits a pixel, of which a screen shows eight.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    return _converted(image, image.info.get("icc_profile"))


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB; a profile that does not fit is left out of account."""
    if profile:
        try:
            known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, known, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def lets_through(image: Image.Image) -> bool:
    """Say whether an opened picture may have transparent parts."""
    return bool(image.has_transparency_data)


def moves(image: Image.Image) -> bool:
    """Say whether an opened picture is an animation, of which only the first image is shown."""
    return bool(getattr(image, "is_animated", False))
