"""Writing the files of a site into a new folder, beside the site that it is to replace."""

import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path


class OutputFolder:
    """The folder that a site is written to.

    A file that the ``former`` site has, the same to the byte, becomes another name of that one (a
    hard link), which takes a twentieth of the time of a file made anew; it stays where it is when
    the former site is in the folder itself. Until that site is gone, whoever changes a file of this
    folder must therefore put a new one in its place.
    """

    def __init__(self, folder: Path, former: Path | None = None) -> None:
        self._folder = str(folder)
        self._former = None if former is None else str(former)
        self._made: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Write a file at a path with slashes, and the folders above it. Raises OSError.

        One that holds the content already is left alone: the preview may be reading it.
        """
        target = f"{self._folder}/{path}"
        if holds(target, content):
            return
        parent = target.rpartition("/")[0]
        if parent not in self._made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        if self._former is not None:
            former = f"{self._former}/{path}"
            if former != target and holds(former, content):
                # Where links cannot be made, and where this build already wrote the file.
                with suppress(OSError):
                    os.link(former, target)
                    return
        write_anew(Path(target), content)


def write_anew(path: Path, content: bytes) -> None:
    """Write a file in the place of any that is there, which keeps its content under other names.

    Whoever reads it meanwhile finds the one or the other. Raises OSError.
    """
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def holds(path: str, content: bytes) -> bool:
    """Return whether a file, and no link to one, has this content."""
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        with FileIO(path) as file:
            return file.read() == content
    except OSError:
        return False
