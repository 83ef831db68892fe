"""The workshop: the files made of pictures, kept between builds by what they were made of.

A folder a source, named by its bytes, and in it a folder a recipe; so nothing made is ever stale,
and a source that may not be kept is forgotten with all that was made of it. The name of a recipe's
folder also holds a digest of its files: what was damaged is made anew.
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
from .making import MANNER, TOOL, made
from .recipe import Recipe

# From the project's root, where the settings do not say otherwise.
FOLDER = Path(".cache", "images")
# What no build has used for so many seconds before the latest one is dropped: 60 days.
_KEPT = 60 * 86_400


def fingerprint(content: bytes) -> str:
    """Return what names the bytes of a picture."""
    return hashlib.sha256(content).hexdigest()


def edition(content: bytes, recipe: Recipe) -> str:
    """Return ten signs that name a picture made this way, for the addresses of its files."""
    return fingerprint(f"{fingerprint(content)} {recipe!r} {MANNER}".encode())[:10]


@dataclass(frozen=True)
class Workshop:
    """The folder of what was made; it need not exist, and may be deleted at any time.

    ``discarded`` names what was found damaged there, and made anew.
    """

    folder: Path
    damaged_files: list[Path] = field(default_factory=list, compare=False)

    def files(self, orders: Iterable[tuple[Path, Recipe]]) -> list[Mapping[str, Path]]:
        """Return the files of each picture and recipe, by name; what is not there yet is made.

        Every core is used. Raises as ``making.made`` does.
        """
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            found = list(workers.map(lambda order: self._files(*order), orders))
        self._tidy()
        return found

    def knows(self, content: bytes) -> bool:
        """Say whether a picture of these bytes was decoded before, from end to end."""
        return self._of(content).is_dir()

    def remember(self, content: bytes) -> None:
        """Remember that a picture of these bytes can be decoded; a full disk only forgets it."""
        try:
            self._of(content).mkdir(parents=True, exist_ok=True)
        except OSError:
            return

    def forget(self, content: bytes) -> None:
        """Drop everything made of these bytes."""
        shutil.rmtree(self._of(content), ignore_errors=True)

    def _of(self, content: bytes) -> Path:
        return self.folder / fingerprint(content)

    def _files(self, source: Path, recipe: Recipe) -> Mapping[str, Path]:
        content = source.read_bytes()
        home = self._of(content)
        name = fingerprint(f"{recipe!r} {MANNER} {TOOL}".encode())[:16]
        for place in (self.folder.parent, self.folder, home):
            if os.path.lexists(place) and not place.is_dir():
                self._throw_away(place)
        target = self._kept(home, name) or self._make(content, recipe, home, name)
        os.utime(home)
        return {path.name: path for path in sorted(target.iterdir())}

    def _kept(self, home: Path, name: str) -> Path | None:
        """Return the folder of a recipe whose files are what was made."""
        for found in home.glob(f"{name}-*"):
            if found.is_dir() and found.name == f"{name}-{_digest_of(found)}":
                return found
            self._throw_away(found)
        return None

    def _throw_away(self, path: Path) -> None:
        discard(path)
        self.damaged_files.append(path)

    def _make(self, content: bytes, recipe: Recipe, home: Path, name: str) -> Path:
        """Make the files beside their place, then put them there whole."""
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".") as folder:
            fresh = Path(folder, "made")
            fresh.mkdir()
            for file_name, of_file in made(content, recipe):
                (fresh / file_name).write_bytes(of_file)
            target = home / f"{name}-{_digest_of(fresh)}"
            try:
                fresh.rename(target)
            except OSError:
                # Another build put the same files there first.
                if not target.is_dir():
                    raise
        return target

    def _tidy(self) -> None:
        """Drop what was last used long before the latest use; no clock is needed for that."""
        if not self.folder.is_dir():
            return
        used = {path: path.stat().st_mtime for path in self.folder.iterdir()}
        latest = max(used.values(), default=0)
        for path, at in used.items():
            if at < latest - _KEPT:
                shutil.rmtree(path, ignore_errors=True)


def _digest_of(folder: Path) -> str:
    """Return what tells the names and bytes of a folder's files from any other's."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    parts = [part for path in files for part in (path.name, path.read_bytes())]
    return digest(*parts).hex()[:16]
