"""What was made of a file's bytes before, kept between commands: the same bytes give the same.

A result is found by a digest of all it depends on: the bytes, this code, the libraries that read.
A file of results that is missing, damaged or of another version only costs the time to read anew.
It is a pickle, as trusted as the compiled code beside it: nothing else may write to ``.cache``.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")
_PLUGINS = Path(__file__).resolve().parent.parent
# The code, and the lists that are shipped with it.
_READ = (".py", ".txt")
_READERS = ("markdown", "pydantic", "pydantic-core", "pyyaml")


class Memory:
    """Results by what they were made from; without a file, nothing is kept."""

    def __init__(self, file: Path | None = None) -> None:
        """Open the results kept in ``file``."""
        self._file = file
        self._code = _code() if file else b""
        self._before = _kept(file) if file else {}
        self._now: dict[bytes, bytes] = {}

    def recall(self, made_from: tuple[str | bytes, ...], make: Callable[[], T]) -> T:
        """Return what ``make`` gives, or gave before when made from the same."""
        if self._file is None:
            return make()
        key = _digest(self._code, *made_from)
        known = self._before.get(key)
        if known is not None:
            with suppress(Exception):
                result = cast("T", pickle.loads(known))
                self._now[key] = known
                return result
        result = make()
        self._now[key] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        return result

    def keep(self) -> None:
        """Write what was used or made, whole or not at all; failing to is no failure."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as file:
                pickle.dump(self._now, file, pickle.HIGHEST_PROTOCOL)
            Path(name).replace(self._file)


NOTHING_KEPT = Memory()


def _kept(file: Path) -> dict[bytes, bytes]:
    try:
        held = pickle.loads(file.read_bytes())
    # A damaged pickle raises whatever its bytes happen to say.
    except Exception:
        return {}
    return held if isinstance(held, dict) else {}


def _code() -> bytes:
    """Return what changes with this program and what it reads with."""
    of_files = [
        f"{path.relative_to(_PLUGINS)} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in sorted(_PLUGINS.rglob("*.*"))
        if path.suffix in _READ
    ]
    return _digest(sys.version, *(version(name) for name in _READERS), *of_files)


def _digest(*parts: str | bytes) -> bytes:
    """Return a digest that differs whenever a part does, or where one ends."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8, "big") + raw)
    return whole.digest()
