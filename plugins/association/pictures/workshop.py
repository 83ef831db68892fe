"""The workshop: the files made of pictures, kept between builds by what they were made of.

A folder a source, named by its bytes, and in it a folder a recipe; so nothing made is ever stale,
and a source that may not be kept is forgotten with all that was made of it.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

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
    """The folder of what was made; it need not exist, and may be deleted at any time."""

    folder: Path

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
        target = home / fingerprint(f"{recipe!r} {MANNER} {TOOL}".encode())[:16]
        if not target.is_dir():
            home.mkdir(parents=True, exist_ok=True)
            self._make(content, recipe, target)
        os.utime(home)
        return {path.name: path for path in sorted(target.iterdir())}

    def _make(self, content: bytes, recipe: Recipe, target: Path) -> None:
        """Make the files beside their place, then put them there whole."""
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as folder:
            fresh = Path(folder, "made")
            fresh.mkdir()
            for name, of_file in made(content, recipe):
                (fresh / name).write_bytes(of_file)
            try:
                fresh.rename(target)
            except OSError:
                # Another build put the same files there first.
                if not target.is_dir():
                    raise

    def _tidy(self) -> None:
        """Drop what was last used long before the latest use; no clock is needed for that."""
        if not self.folder.is_dir():
            return
        used = {path: path.stat().st_mtime for path in self.folder.iterdir()}
        latest = max(used.values(), default=0)
        for path, at in used.items():
            if at < latest - _KEPT:
                shutil.rmtree(path, ignore_errors=True)
