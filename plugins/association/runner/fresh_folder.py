"""The folder a site is built in, and its exchange with the site in place.

One build at a time for one output: ``output.verrou`` is locked by the kernel, so a killed build
never leaves it shut. Everything in the making stands in ``output.en-cours``, beside the output and
therefore on its disk, in a folder of each build's own: what the orphan of a killed build still
writes reaches no other. It is emptied before and after. Nothing here knows what is built.
"""

import ctypes
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True)
class FreshFolder:
    """A place to build in: ``site`` is to be created, ``report`` and ``log`` stay out of it."""

    output: Path
    folder: Path

    @property
    def site(self) -> Path:
        """Where the site is to be built."""
        return self.folder / "site"

    @property
    def report(self) -> Path:
        """Where the build is to leave its report."""
        return self.folder / "rapport.json"

    @property
    def log(self) -> Path:
        """Where the build's own words go."""
        return self.folder / "journal.log"

    @property
    def former(self) -> Path:
        """Where the site in place waits where two folders cannot be exchanged at once."""
        return _former(self.folder.parent)

    def swap_in(self) -> None:
        """Put ``site`` in the output's place, whole; visitors see the former or the new one.

        Where the kernel cannot exchange two folders, the output is missing between two renames;
        an interruption there is mended when the folder closes, or by the next build.
        """
        _give_usual_modes(self.site)
        if not self.output.exists():
            self.site.rename(self.output)
        elif not exchange_folders(self.site, self.output):
            self.output.rename(self.former)
            self.site.rename(self.output)


@contextmanager
def fresh_folder(output: Path, waiting: Callable[[str], None]) -> Iterator[FreshFolder]:
    """Give an empty folder beside ``output``, alone; tell ``waiting`` when another build runs.

    ``output`` is a resolved path. Raises OSError where its parent cannot be written.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    being_built = output.with_name(f"{output.name}.en-cours")
    with _lock(output.with_name(f"{output.name}.verrou"), waiting):
        try:
            _tidy(being_built, output)
            being_built.mkdir(exist_ok=True)
            yield FreshFolder(output, Path(tempfile.mkdtemp(dir=being_built)))
        finally:
            _tidy(being_built, output)


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (renameat2, Linux ≥ 3.15); False where that cannot be."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    # Windows knows no program without a name (TypeError).
    except (AttributeError, OSError, TypeError):
        return False
    paths = _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)
    return bool(renameat2(*paths, _RENAME_EXCHANGE) == 0)


@contextmanager
def _lock(path: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock, at once or, having said so, when the other build lets go of it."""
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting("Une autre construction du site est en cours : celle-ci attend qu’elle finisse.")
        lock.acquire()
    try:
        yield
    finally:
        # Whoever waits for a file that is gone takes a new one. Windows keeps it till the release.
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
        lock.release()


def _former(being_built: Path) -> Path:
    return being_built / "ancien"


def _tidy(being_built: Path, output: Path) -> None:
    """Put back a site that an interrupted exchange left aside, and remove the rest."""
    former = _former(being_built)
    if former.exists() and not output.exists():
        former.rename(output)
    # An orphan may still be writing there: what cannot go now goes with the next build.
    shutil.rmtree(being_built, ignore_errors=True)


def _give_usual_modes(site: Path) -> None:
    """Let anybody read the site, whatever the umask and the modes of the sources."""
    site.chmod(0o755)
    for folder, folders, files in os.walk(site):
        for name in folders:
            _give_mode(f"{folder}/{name}", 0o755)
        for name in files:
            _give_mode(f"{folder}/{name}", 0o644)


def _give_mode(path: str, mode: int) -> None:
    if stat.S_IMODE(os.lstat(path).st_mode) != mode:
        Path(path).chmod(mode)
