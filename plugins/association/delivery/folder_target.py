"""A folder of this machine, or one mounted on it, as a target."""

import errno
import os
import shutil
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from .inventory import Entry, Kind, Listing
from .one_by_one import OneByOne

# Disks that know no second path for a file (FAT, some network shares) say one of these.
_NO_HARD_LINKS = {errno.EPERM, errno.EXDEV, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


class FolderTarget(OneByOne):
    """The acts of a target (each is described there) on paths from ``base``, or absolute ones."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def entry(self, path: str) -> Entry | None:
        try:
            return entry_of(os.lstat(self._base / path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def listing(self, folder: str) -> Listing:
        found: dict[str, Entry] = {}
        if (self._base / folder).is_dir():
            _list_into(found, (self._base / folder), "")
        return found

    def read(self, path: str) -> bytes | None:
        try:
            return (self._base / path).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, path: str, content: bytes) -> None:
        with (self._base / path).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        (self._base / path).chmod(0o644)

    def rename_new(self, old: str, new: str) -> bool:
        try:
            (self._base / new).hardlink_to(self._base / old)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            return self._copy_new(old, new)
        self.remove(old)
        return True

    def rename(self, old: str, new: str) -> None:
        (self._base / old).replace(self._base / new)

    def duplicate(self, old: str, new: str) -> None:
        try:
            (self._base / new).hardlink_to(self._base / old)
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            shutil.copy2(self._base / old, self._base / new)

    def remove(self, path: str) -> None:
        (self._base / path).unlink(missing_ok=True)

    def make_folder(self, path: str) -> None:
        if not (self._base / path).is_dir():
            (self._base / path).mkdir()
            (self._base / path).chmod(0o755)

    def remove_folder(self, path: str) -> None:
        if (self._base / path).exists():
            (self._base / path).rmdir()

    def link(self, path: str, to: str) -> None:
        (self._base / path).symlink_to(to)

    def read_link(self, path: str) -> str | None:
        return os.readlink(self._base / path) if (self._base / path).is_symlink() else None  # noqa: PTH115 — as written

    def _copy_new(self, old: str, new: str) -> bool:
        """Copy a small file unless ``new`` exists, on a disk where that takes several acts."""
        try:
            with (self._base / new).open("xb") as file:
                file.write((self._base / old).read_bytes())
        except FileExistsError:
            return False
        self.remove(old)
        return True


def entry_of(status: os.stat_result) -> Entry:
    """Return a stat as an entry; time in whole seconds, which every host can tell."""
    if S_ISDIR(status.st_mode):
        return Entry(Kind.FOLDER)
    if S_ISREG(status.st_mode):
        return Entry(Kind.FILE, status.st_size, int(status.st_mtime))
    return Entry(Kind.OTHER)


def _list_into(found: dict[str, Entry], folder: Path, above: str) -> None:
    with os.scandir(folder) as entries:
        for one in entries:
            path = above + one.name
            found[path] = entry_of(one.stat(follow_symlinks=False))
            if found[path].kind is Kind.FOLDER:
                _list_into(found, Path(one.path), f"{path}/")
