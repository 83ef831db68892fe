"""Making the files of a picture: bytes and a recipe to AVIF, WebP and a plain JPEG or PNG.

The same bytes and the same recipe give the same files, on any machine with the same Pillow: one
thread a file, and nothing taken over from the original but its pixels.
"""

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image
from PIL import __version__ as _pillow

from .opening import decoded, lets_through, opened, upright_size
from .recipe import Recipe

# Chosen by eye on drawings and faces: below, skin and gradients break.
_AVIF: dict[str, Any] = {"quality": 55, "speed": 8, "max_threads": 1}
_WEBP: dict[str, Any] = {"quality": 78, "method": 4}
_JPEG: dict[str, Any] = {"quality": 82, "optimize": True, "progressive": True}
_PNG: dict[str, Any] = {"optimize": True}
# Two files of the same name always hold the same picture, made the same way.
MANNER = repr((_AVIF, _WEBP, _JPEG, _PNG))
TOOL = f"Pillow {_pillow}"


def made(content: bytes, recipe: Recipe) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a picture: « 640.avif », « 640.webp », « plain.jpg » or « plain.png ».

    Raises as ``opening.decoded`` does.
    """
    source = opened(content)
    size = upright_size(source)
    sizes = recipe.sizes(size)
    left, _, right, _ = recipe.box(size)
    whole = decoded(content, sizes[-1][0] / (right - left))
    kept = whole.crop(recipe.box(whole.size))
    for wanted in sizes:
        drawn = _at(kept, wanted)
        yield f"{wanted[0]}.avif", _saved(drawn, "AVIF", _AVIF)
        yield f"{wanted[0]}.webp", _saved(drawn, "WEBP", _WEBP)
    plain = _at(kept, recipe.plain_size(size))
    if lets_through(source):
        yield "plain.png", _saved(plain, "PNG", _PNG)
    else:
        yield "plain.jpg", _saved(plain, "JPEG", _JPEG)


def _at(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _saved(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
