"""A cache of the renditions of pictures, between builds, by what they were made from.

Each source has a folder named after a digest of its bytes, and each recipe a folder in it. So no
rendition is ever stale, and a source can be forgotten together with all its renditions. The name of
a recipe's folder also contains a digest of its files, so that damaged ones are made again.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ..core.cache import digest, discard
from .recipe import Recipe
from .rendering import ENCODER, ENCODER_OPTIONS, render

# From the project's root, where the settings do not say otherwise.
FOLDER = Path(".cache", "images")
# Sources that no build has used for 60 days before the latest one are dropped.
_MAX_AGE = 60 * 86_400


def fingerprint(content: bytes) -> str:
    """Return a digest that identifies the bytes of a picture."""
    return hashlib.sha256(content).hexdigest()


def rendition_id(content: bytes, recipe: Recipe) -> str:
    """Return ten characters that identify a picture rendered this way, for its file names."""
    return fingerprint(f"{fingerprint(content)} {recipe!r} {ENCODER_OPTIONS}".encode())[:10]


@dataclass(frozen=True)
class RenditionCache:
    """A cache in ``folder``, which need not exist and may be deleted at any time.

    ``damaged_files`` are those that were found damaged, and made again.
    """

    folder: Path
    damaged_files: list[Path] = field(default_factory=list, compare=False)

    def files(self, requests: Iterable[tuple[Path, Recipe]]) -> list[Mapping[str, Path]]:
        """Return the files of each picture and recipe, by name; make missing ones, on all cores.

        Raises the errors of ``rendering.render``.
        """
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            files = list(workers.map(lambda request: self._files(*request), requests))
        self._tidy()
        return files

    def was_decoded(self, content: bytes) -> bool:
        """Return whether a picture with these bytes has been decoded completely before."""
        return self._folder_of(content).is_dir()

    def mark_decoded(self, content: bytes) -> None:
        """Remember that a picture with these bytes can be decoded, unless the disk is full."""
        try:
            self._folder_of(content).mkdir(parents=True, exist_ok=True)
        except OSError:
            return

    def forget(self, content: bytes) -> None:
        """Delete everything made from these bytes."""
        shutil.rmtree(self._folder_of(content), ignore_errors=True)

    def _folder_of(self, content: bytes) -> Path:
        return self.folder / fingerprint(content)

    def _files(self, source: Path, recipe: Recipe) -> Mapping[str, Path]:
        content = source.read_bytes()
        folder = self._folder_of(content)
        name = fingerprint(f"{recipe!r} {ENCODER_OPTIONS} {ENCODER}".encode())[:16]
        for place in (self.folder.parent, self.folder, folder):
            if os.path.lexists(place) and not place.is_dir():
                self._discard(place)
        target = self._find(folder, name) or self._make(content, recipe, folder, name)
        os.utime(folder)
        return {path.name: path for path in sorted(target.iterdir())}

    def _find(self, folder: Path, name: str) -> Path | None:
        """Return the folder of a recipe, if its files match their digest."""
        for candidate in folder.glob(f"{name}-*"):
            if candidate.is_dir() and candidate.name == f"{name}-{_digest_of(candidate)}":
                return candidate
            self._discard(candidate)
        return None

    def _discard(self, path: Path) -> None:
        discard(path)
        self.damaged_files.append(path)

    def _make(self, content: bytes, recipe: Recipe, folder: Path, name: str) -> Path:
        """Make the files in a temporary folder, then rename it."""
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as temporary:
            fresh = Path(temporary, "files")
            fresh.mkdir()
            for file_name, rendition in render(content, recipe):
                (fresh / file_name).write_bytes(rendition)
            target = folder / f"{name}-{_digest_of(fresh)}"
            try:
                fresh.rename(target)
            except OSError:
                # Another build put the same files there first.
                if not target.is_dir():
                    raise
        return target

    def _tidy(self) -> None:
        """Delete sources last used long before the latest use, without reading the clock."""
        if not self.folder.is_dir():
            return
        uses = {path: path.stat().st_mtime for path in self.folder.iterdir()}
        latest = max(uses.values(), default=0)
        for path, at in uses.items():
            if at < latest - _MAX_AGE:
                shutil.rmtree(path, ignore_errors=True)


def _digest_of(folder: Path) -> str:
    """Return a digest of the names and the content of a folder's files."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    parts = [part for path in files for part in (path.name, path.read_bytes())]
    return digest(*parts).hex()[:16]
