"""The folder a site is built in, and its exchange with the site in place.

One build at a time for one output: ``output.verrou`` is locked by the kernel, so a killed build
never leaves it shut. Everything in the making stands in ``output.en-cours``, beside the output and
therefore on its disk; it is emptied before and after. Nothing here knows what is built.
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@dataclass(frozen=True)
class FreshFolder:
    """A place to build in: ``site`` is to be created, ``report`` and ``log`` stay out of it.

    ``lock`` is the descriptor of the held lock: a subprocess that inherits it keeps the lock even
    when its parent is killed, so nobody clears the folder under its feet.
    """

    output: Path
    workshop: Path
    lock: int

    @property
    def site(self) -> Path:
        """Where the site is to be built."""
        return self.workshop / "site"

    @property
    def report(self) -> Path:
        """Where the build is to leave its report."""
        return self.workshop / "rapport.json"

    @property
    def log(self) -> Path:
        """Where the build's own words go."""
        return self.workshop / "journal.log"

    @property
    def former(self) -> Path:
        """Where the site in place waits where two folders cannot be exchanged at once."""
        return self.workshop / "ancien"

    def swap_in(self) -> None:
        """Put ``site`` in the output's place, whole; visitors see the former or the new one.

        Where the kernel cannot exchange two folders, the output is missing between two renames;
        an interruption there is mended when the folder closes, or by the next build.
        """
        _give_usual_modes(self.site)
        if not self.output.exists():
            self.site.rename(self.output)
        elif not exchanged(self.site, self.output):
            self.output.rename(self.former)
            self.site.rename(self.output)


@contextmanager
def fresh_folder(output: Path, waiting: Callable[[str], None]) -> Iterator[FreshFolder]:
    """Give an empty folder beside ``output``, alone; tell ``waiting`` when another build runs.

    ``output`` is a resolved path. Raises OSError where its parent cannot be written.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    verrou = output.with_name(f"{output.name}.verrou")
    lock = _locked(verrou, waiting)
    fresh = FreshFolder(output, output.with_name(f"{output.name}.en-cours"), lock)
    try:
        _tidy(fresh)
        fresh.workshop.mkdir()
        yield fresh
    finally:
        try:
            _tidy(fresh)
        finally:
            verrou.unlink(missing_ok=True)
            os.close(lock)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (renameat2, Linux ≥ 3.15); False where that cannot be."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)
    return bool(renameat2(*paths, _RENAME_EXCHANGE) == 0)


def _locked(path: Path, waiting: Callable[[str], None]) -> int:
    """Return a descriptor of ``path``, locked by us and still the file that others would open."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        _wait_for(descriptor, waiting)
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            os.truncate(descriptor, 0)
            os.write(descriptor, _sentence().encode())
            return descriptor
        os.close(descriptor)


def _wait_for(descriptor: int, waiting: Callable[[str], None]) -> None:
    """Lock the descriptor, at once or, having said so, when the other build lets go of it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting("Une autre construction du site est en cours : celle-ci attend qu’elle finisse.")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _sentence() -> str:
    """Return what somebody reads who opens the lock."""
    return (
        f"Une construction du site est en cours (processus {os.getpid()}). "
        "Ce fichier disparaît de lui-même quand elle finit.\n"
    )


def _tidy(fresh: FreshFolder) -> None:
    """Put back a site that an interrupted exchange left aside, and remove the rest."""
    if fresh.former.exists() and not fresh.output.exists():
        fresh.former.rename(fresh.output)
    if fresh.workshop.exists():
        shutil.rmtree(fresh.workshop)


def _give_usual_modes(site: Path) -> None:
    """Let anybody read the site, whatever the umask and the modes of the sources."""
    site.chmod(0o755)
    for folder, folders, files in os.walk(site):
        for name in folders:
            Path(folder, name).chmod(0o755)
        for name in files:
            Path(folder, name).chmod(0o644)
