"""The pictures that pages show, with the addresses of their files.

A picture is published because a page shows it, not because it is in a folder. Drawings (SVG) are
published as they are; of raster pictures only the renditions, never the original.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..core.results_cache import NO_CACHE, ResultsCache
from ..pictures.decoding import has_transparency, is_raster, open_picture, upright_size
from ..pictures.recipe import Recipe
from ..pictures.rendition_cache import RenditionCache, rendition_id
from ..pictures.sizes import picture_size
from .common import Image, PictureSource
from .picture_places import PicturePlace

# What editors write instead of a description for a decorative picture.
DECORATION = "décor"
_FORMATS = (("image/avif", "avif"), ("image/webp", "webp"))


@dataclass(frozen=True)
class _Rendition:
    """The renditions of a picture: the start of their paths, and their sizes."""

    stem: str
    sizes: tuple[tuple[int, int], ...]
    plain: str

    def path(self, name: str) -> str:
        """Return the path on the site of the file that the cache calls ``name``."""
        return self.plain if name.startswith("plain.") else f"{self.stem}-{name}"


@dataclass(frozen=True)
class PublishedPictures:
    """Pictures of the folder ``root``; ``base`` is the path that their addresses begin with.

    ``results`` are those of earlier builds.
    """

    root: Path
    base: str
    rendition_cache: RenditionCache
    results: ResultsCache = NO_CACHE
    _drawings: dict[str, tuple[int, int]] = field(default_factory=dict)
    _renditions: dict[tuple[str, Recipe], _Rendition] = field(default_factory=dict)

    def picture(
        self, file: str, alt: str, place: PicturePlace, caption: str = "", credit: str = ""
    ) -> Image:
        """Return a picture of the content's folder for ``place``, and publish it.

        Raises ValueError or OSError when it cannot be read.
        """
        words = "" if alt == DECORATION else alt
        if not is_raster(file):
            width, height = self._drawing(file)
            return Image(self.href(file), words, width, height, caption, credit)
        rendition = self._rendition(file, place.recipe)
        width, height = rendition.sizes[-1]
        return Image(
            self.href(rendition.plain),
            words,
            width,
            height,
            caption,
            credit,
            tuple(
                PictureSource(kind, self._srcset(rendition, ending), place.sizes)
                for kind, ending in _FORMATS
            ),
            self.href(rendition.path(f"{_second(rendition.sizes)}.webp")),
        )

    def address(self, file: str, place: PicturePlace) -> str:
        """Return the address of the plain file of a picture, which every browser shows."""
        return self.picture(file, "", place).url

    def href(self, path: str) -> str:
        """Return the root-relative address of a path of the site."""
        return f"{self.base}/{path}"

    def plain_files(self, wanted: Iterable[tuple[str, PicturePlace]]) -> list[Path]:
        """Return the file of each picture, on this machine, that every program shows.

        Raises the errors of ``rendering.render``.
        """
        asked = list(wanted)
        rasters = [(file, place.recipe) for file, place in asked if is_raster(file)]
        requests = [(self.root / file, recipe) for file, recipe in rasters]
        made = iter(self.rendition_cache.files(requests))
        return [_plain(next(made)) if is_raster(file) else self.root / file for file, _ in asked]

    def files_at(self, addresses: Iterable[str]) -> dict[str, Path]:
        """Return the file, on this machine, of each picture that a page shows at an address."""
        drawings = {self.href(file): self.root / file for file in self._drawings}
        plain = {self.href(made.plain): key for key, made in self._renditions.items()}
        wanted = list(addresses)
        asked = [address for address in wanted if address in plain]
        made = self.rendition_cache.files(
            [(self.root / file, recipe) for file, recipe in map(plain.__getitem__, asked)]
        )
        found = drawings | dict(zip(asked, map(_plain, made), strict=True))
        return {address: found[address] for address in wanted if address in found}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path on the site and the content of each file of the pictures shown so far."""
        for file in sorted(self._drawings):
            yield file, (self.root / file).read_bytes()
        requests = [(self.root / file, recipe) for file, recipe in self._renditions]
        cached = self.rendition_cache.files(requests)
        for rendition, files in zip(self._renditions.values(), cached, strict=True):
            for name, path in files.items():
                yield rendition.path(name), path.read_bytes()

    def _drawing(self, file: str) -> tuple[int, int]:
        if file not in self._drawings:
            path = self.root / file
            key = "drawing", path.suffix, path.read_bytes()
            self._drawings[file] = self.results.get_or_compute(key, lambda: picture_size(path))
        return self._drawings[file]

    def _rendition(self, file: str, recipe: Recipe) -> _Rendition:
        key = (file, recipe)
        if key not in self._renditions:
            self._renditions[key] = self._plan(file, recipe)
        return self._renditions[key]

    def _plan(self, file: str, recipe: Recipe) -> _Rendition:
        content = (self.root / file).read_bytes()
        image = open_picture(content)
        path = PurePosixPath(file)
        stem = f"{path.parent}/{path.stem}.{rendition_id(content, recipe)}"
        ending = "png" if has_transparency(image) else "jpg"
        return _Rendition(stem, recipe.sizes(upright_size(image)), f"{stem}.{ending}")

    def _srcset(self, rendition: _Rendition, ending: str) -> str:
        files = (
            (width, self.href(rendition.path(f"{width}.{ending}"))) for width, _ in rendition.sizes
        )
        return ", ".join(f"{address} {width}w" for width, address in files)


def _plain(files: Mapping[str, Path]) -> Path:
    return next(path for name, path in files.items() if name.startswith("plain."))


def _second(sizes: tuple[tuple[int, int], ...]) -> int:
    """Return the width of a sharp thumbnail: the second one, if there are several."""
    return sizes[min(1, len(sizes) - 1)][0]
