"""The album: the pictures that pages show, each with the addresses of its files.

A picture leaves with the page that shows it, and not because it lies in a folder: what
nobody asks the album for is not published. Drawings (SVG) leave as they are; of pictures made of
pixels only what ``pictures`` makes of them, never the original.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..pictures.opening import is_raster, lets_through, opened, upright_size
from ..pictures.recipe import Recipe
from ..pictures.sizes import size
from ..pictures.workshop import Workshop, edition
from .common import Image, PictureSource
from .picture_places import ShownAt

# What editors write instead of a description when a picture says nothing.
DECORATION = "décor"
_FORMATS = (("image/avif", "avif"), ("image/webp", "webp"))


@dataclass(frozen=True)
class _Edition:
    """A picture as it is made: the path of its files before their width, and their sizes."""

    stem: str
    sizes: tuple[tuple[int, int], ...]
    plain: str

    def path(self, made: str) -> str:
        """Return the path on the site of a file that the workshop calls ``made``."""
        return self.plain if made.startswith("plain.") else f"{self.stem}-{made}"


@dataclass(frozen=True)
class Album:
    """The pictures of the folder ``root``, made in ``workshop``.

    ``base`` is the path that addresses begin with.
    """

    root: Path
    base: str
    workshop: Workshop
    _drawings: dict[str, tuple[int, int]] = field(default_factory=dict)
    _editions: dict[tuple[str, Recipe], _Edition] = field(default_factory=dict)

    def picture(
        self, file: str, alt: str, place: ShownAt, caption: str = "", credit: str = ""
    ) -> Image:
        """Return a picture of the content's folder as it is shown at ``place``.

        It is published from now on. Raises ValueError or OSError when it cannot be read.
        """
        words = "" if alt == DECORATION else alt
        if not is_raster(file):
            width, height = self._drawing(file)
            return Image(self.href(file), words, width, height, caption, credit)
        made = self._edition(file, place.recipe)
        width, height = made.sizes[-1]
        return Image(
            self.href(made.plain),
            words,
            width,
            height,
            caption,
            credit,
            tuple(
                PictureSource(kind, self._srcset(made, ending), place.sizes)
                for kind, ending in _FORMATS
            ),
            self.href(made.path(f"{_second(made.sizes)}.webp")),
        )

    def address(self, file: str, place: ShownAt) -> str:
        """Return the address of the file of a picture that every browser shows."""
        return self.picture(file, "", place).url

    def href(self, path: str) -> str:
        """Return the root-relative address of a path of the site."""
        return f"{self.base}/{path}"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files of every picture asked for so far: paths on the site, and bytes."""
        for file in sorted(self._drawings):
            yield file, (self.root / file).read_bytes()
        orders = [(self.root / file, recipe) for file, recipe in self._editions]
        made = zip(self._editions.values(), self.workshop.files(orders), strict=True)
        for shown, files in made:
            for name, path in files.items():
                yield shown.path(name), path.read_bytes()

    def _drawing(self, file: str) -> tuple[int, int]:
        if file not in self._drawings:
            self._drawings[file] = size(self.root / file)
        return self._drawings[file]

    def _edition(self, file: str, recipe: Recipe) -> _Edition:
        key = (file, recipe)
        if key not in self._editions:
            self._editions[key] = self._planned(file, recipe)
        return self._editions[key]

    def _planned(self, file: str, recipe: Recipe) -> _Edition:
        content = (self.root / file).read_bytes()
        image = opened(content)
        path = PurePosixPath(file)
        stem = f"{path.parent}/{path.stem}.{edition(content, recipe)}"
        ending = "png" if lets_through(image) else "jpg"
        return _Edition(stem, recipe.sizes(upright_size(image)), f"{stem}.{ending}")

    def _srcset(self, made: _Edition, ending: str) -> str:
        files = ((width, self.href(made.path(f"{width}.{ending}"))) for width, _ in made.sizes)
        return ", ".join(f"{address} {width}w" for width, address in files)


def _second(sizes: tuple[tuple[int, int], ...]) -> int:
    """Return the width that a thumbnail looks sharp at: the second, where there are several."""
    return sizes[min(1, len(sizes) - 1)][0]
