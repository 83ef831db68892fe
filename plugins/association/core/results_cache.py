"""A cache of results that depend only on the content of files, kept between commands.

The key of a result is a digest of all it depends on: the content, this code, the libraries used.
When the cache is missing, damaged or of another version, the results are computed again.
"""

import pickle
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar, cast

from .cache import digest, read_cache_file, write_cache_file

T = TypeVar("T")
_PLUGINS = Path(__file__).resolve().parents[2]
# The code, and its data files.
_SUFFIXES = (".py", ".txt")
_LIBRARIES = ("markdown", "pydantic", "pydantic-core", "pypdf", "pyyaml")


class ResultsCache:
    """Results by their inputs; without a file, nothing is cached.

    ``damaged_files`` contains the file if it was damaged.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Load the results in ``file``."""
        self._file = file
        self._code = _code() if file else b""
        self.damaged_files: list[Path] = []
        self._loaded = self._load() if file else {}
        self._used: dict[bytes, bytes] = {}

    def get_or_compute(self, inputs: tuple[str | bytes, ...], compute: Callable[[], T]) -> T:
        """Return ``compute()``, or its earlier result for the same ``inputs``."""
        if self._file is None:
            return compute()
        key = digest(self._code, *inputs)
        pickled = self._loaded.get(key)
        if pickled is not None:
            self._used[key] = pickled
            return cast("T", pickle.loads(pickled))
        result = compute()
        self._used[key] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        return result

    def save(self) -> None:
        """Write the results used since the start, if they changed; an OSError is ignored."""
        if self._file is None or self._used.keys() == self._loaded.keys():
            return
        write_cache_file(self._file, pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))

    def _load(self) -> dict[bytes, bytes]:
        content = read_cache_file(self._file, self.damaged_files) if self._file else None
        return {} if content is None else cast("dict[bytes, bytes]", pickle.loads(content))


NO_CACHE = ResultsCache()


def _code() -> bytes:
    """Return a digest of the versions of this program and of what it reads with."""
    stats = [
        f"{path.relative_to(_PLUGINS)} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in sorted(_PLUGINS.rglob("*.*"))
        if path.suffix in _SUFFIXES
    ]
    return digest(sys.version, *(version(name) for name in _LIBRARIES), *stats)
