"""What was made of a file's bytes before, kept between commands: the same bytes give the same.

A result is found by a digest of all it depends on: the bytes, this code, the libraries that read.
A file of results that is missing, damaged or of another version only costs the time to read anew.
"""

import pickle
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

from .cache import digest, read_kept, write_kept

T = TypeVar("T")
_PLUGINS = Path(__file__).resolve().parents[2]
# The code, and the lists that are shipped with it.
_READ = (".py", ".txt")
_READERS = ("markdown", "pydantic", "pydantic-core", "pyyaml")


class Memory:
    """Results by what they were made from; without a file, nothing is kept.

    ``discarded`` names the file when it was damaged.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Open the results kept in ``file``."""
        self._file = file
        self._code = _code() if file else b""
        self.discarded: list[Path] = []
        self._before = self._kept() if file else {}
        self._now: dict[bytes, bytes] = {}

    def recall(self, made_from: tuple[str | bytes, ...], make: Callable[[], T]) -> T:
        """Return what ``make`` gives, or gave before when made from the same."""
        if self._file is None:
            return make()
        key = digest(self._code, *made_from)
        known = self._before.get(key)
        if known is not None:
            self._now[key] = known
            return cast("T", pickle.loads(known))
        result = make()
        self._now[key] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        return result

    def keep(self) -> None:
        """Write what was used or made, whole or not at all; failing to is no failure."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        write_kept(self._file, pickle.dumps(self._now, pickle.HIGHEST_PROTOCOL))

    def _kept(self) -> dict[bytes, bytes]:
        held = read_kept(self._file, self.discarded) if self._file else None
        return {} if held is None else cast("dict[bytes, bytes]", pickle.loads(held))


NOTHING_KEPT = Memory()


def _code() -> bytes:
    """Return what changes with this program and what it reads with."""
    of_files = [
        f"{path.relative_to(_PLUGINS)} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in sorted(_PLUGINS.rglob("*.*"))
        if path.suffix in _READ
    ]
    return digest(sys.version, *(version(name) for name in _READERS), *of_files)
