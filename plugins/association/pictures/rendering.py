"""Rendering a picture: bytes and a recipe to AVIF, WebP and a plain JPEG or PNG.

The same bytes and recipe give the same files on any machine with the same Pillow: each file is
encoded by one thread, and nothing of the original is kept but its pixels.
"""

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image
from PIL import __version__ as _pillow

from .decoding import decode_picture, has_transparency, open_picture, upright_size
from .recipe import Recipe

# Chosen by eye on drawings and faces: below these qualities, skin and gradients show artefacts.
_AVIF: dict[str, Any] = {"quality": 55, "speed": 8, "max_threads": 1}
_WEBP: dict[str, Any] = {"quality": 78, "method": 4}
_JPEG: dict[str, Any] = {"quality": 82, "optimize": True, "progressive": True}
_PNG: dict[str, Any] = {"optimize": True}
# They are part of each file name: equal names mean equal content.
ENCODER_OPTIONS = repr((_AVIF, _WEBP, _JPEG, _PNG))
ENCODER = f"Pillow {_pillow}"


def render(content: bytes, recipe: Recipe) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a picture: « 640.avif », « 640.webp », « plain.jpg » or « plain.png ».

    Raises as ``decoding.decode_picture`` does.
    """
    source = open_picture(content)
    size = upright_size(source)
    sizes = recipe.sizes(size)
    left, _, right, _ = recipe.box(size)
    whole = decode_picture(content, sizes[-1][0] / (right - left))
    cropped = whole.crop(recipe.box(whole.size))
    for target in sizes:
        resized = _resize(cropped, target)
        yield f"{target[0]}.avif", _encode(resized, "AVIF", _AVIF)
        yield f"{target[0]}.webp", _encode(resized, "WEBP", _WEBP)
    plain = _resize(cropped, recipe.plain_size(size))
    if has_transparency(source):
        yield "plain.png", _encode(plain, "PNG", _PNG)
    else:
        yield "plain.jpg", _encode(plain, "JPEG", _JPEG)


def _resize(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _encode(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
