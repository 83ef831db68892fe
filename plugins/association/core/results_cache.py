"""A cache of results that depend only on values that are named, kept between commands.

The key of a result is a digest of all it depends on: those values, this code, the libraries that
are installed. No time of a file is in it: a fresh clone finds what another one computed. When the
cache is missing, damaged or of another version, the results are computed again.
"""

import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from .cache import digest, read_cache_file, write_cache_file

T = TypeVar("T")
FOLDER = "resultats"
"""The folder of all such caches, in ``.cache``: what they hold names people."""
TEXTS = "textes"
"""The file, in that folder, of what is read from texts: for checks and for builds."""

_PLUGINS = Path(__file__).resolve().parents[2]


class ResultsCache:
    """Results by their inputs; without a file, nothing is cached.

    ``damaged_files`` contains the file if it was damaged.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Load the results in ``file``."""
        self._file = file
        self._code = _code() if file else b""
        self.damaged_files: list[Path] = []
        self._loaded = _load(file, self.damaged_files) if file else _Loaded()
        self._used: dict[bytes, bytes] = {}

    def get_or_compute(self, inputs: tuple[str | bytes, ...], compute: Callable[[], T]) -> T:
        """Return ``compute()``, or its earlier result for the same ``inputs``.

        Whoever gets it never changes it: it may be the same object for all who ask.
        """
        if self._file is None:
            return compute()
        key = digest(self._code, *inputs)
        pickled = self._used.get(key) or self._loaded.results.get(key)
        if pickled is None:
            pickled = pickle.dumps(compute(), pickle.HIGHEST_PROTOCOL)
        self._used[key] = pickled
        objects = self._loaded.objects
        if key not in objects:
            # As the next command will have it, apart from what ``compute`` may still hold.
            objects[key] = pickle.loads(pickled)
        return cast("T", objects[key])

    def save(self) -> None:
        """Write the results used since the start, if they changed; an OSError is ignored."""
        if self._file is None or self._used.keys() == self._loaded.results.keys():
            return
        write_cache_file(self._file, pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))
        kept = {key: of for key, of in self._loaded.objects.items() if key in self._used}
        _LOADED[self._file] = _Loaded(_stamp(self._file), self._used, kept)


@dataclass
class _Loaded:
    """What a file holds, by key: pickled results, and those that were asked for, unpickled."""

    stamp: tuple[int, int, int] | None = None
    results: dict[bytes, bytes] = field(default_factory=dict)
    objects: dict[bytes, object] = field(default_factory=dict)


_LOADED: dict[Path, _Loaded] = {}
# A process that builds more than once finds in memory what it wrote, or read, as long as the file
# is the same.


def _load(file: Path, damaged_files: list[Path]) -> _Loaded:
    stamp = _stamp(file)
    known = _LOADED.get(file)
    if known is None or stamp is None or known.stamp != stamp:
        content = read_cache_file(file, damaged_files)
        results = {} if content is None else cast("dict[bytes, bytes]", pickle.loads(content))
        known = _LOADED[file] = _Loaded(stamp, results)
    return known


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


NO_CACHE = ResultsCache()


def inputs_of(value: object) -> bytes:
    """Return a value of plain data classes and their like as one of a result's ``inputs``.

    Where one object stands in two places, it is written twice, as two equal ones are; but not in a
    value of fifty frozen sets or more, which may then be computed once too often. Raises what
    ``pickle`` raises for what is no data.
    """
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    # Python calls it deprecated; without it, equal values are written in several ways.
    pickler.fast = True
    try:
        pickler.dump(value)
    except (KeyError, ValueError):
        # Python counts each frozen set as one more around it, and takes many for a circle.
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return written.getvalue()


@cache
def _code() -> bytes:
    """Return a digest of this program with its data, of Python and of all that is installed."""
    code = [
        part
        for path in sorted(_PLUGINS.rglob("*.*"))
        if path.suffix != ".pyc" and path.is_file()
        for part in (path.relative_to(_PLUGINS).as_posix(), path.read_bytes())
    ]
    # The name of such a folder has the version in it; to read each one takes longer.
    installed = {
        found.name for place in sys.path if place for found in Path(place).glob("*.dist-info")
    }
    return digest(sys.version, *sorted(installed), *code)
