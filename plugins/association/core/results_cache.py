"""A cache of results that depend only on values that are named, kept between commands.

The key of a result is a digest of all it depends on: those values, this code, the libraries that
are installed. No time of a file is in it: a fresh clone finds what another one computed. When the
cache is missing, damaged or of another version, the results are computed again.
"""

import pickle
import sys
from collections.abc import Callable
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
        self._loaded = self._load() if file else {}
        self._used: dict[bytes, bytes] = {}

    def get_or_compute(self, inputs: tuple[str | bytes, ...], compute: Callable[[], T]) -> T:
        """Return ``compute()``, or its earlier result for the same ``inputs``."""
        if self._file is None:
            return compute()
        key = digest(self._code, *inputs)
        pickled = self._used.get(key) or self._loaded.get(key)
        if pickled is None:
            pickled = pickle.dumps(compute(), pickle.HIGHEST_PROTOCOL)
        self._used[key] = pickled
        # As the next command will have it: what ``inputs_of`` says of it is then the same.
        return cast("T", pickle.loads(pickled))

    def save(self) -> None:
        """Write the results used since the start, if they changed; an OSError is ignored."""
        if self._file is None or self._used.keys() == self._loaded.keys():
            return
        write_cache_file(self._file, pickle.dumps(self._used, pickle.HIGHEST_PROTOCOL))

    def _load(self) -> dict[bytes, bytes]:
        content = read_cache_file(self._file, self.damaged_files) if self._file else None
        return {} if content is None else cast("dict[bytes, bytes]", pickle.loads(content))


NO_CACHE = ResultsCache()


def inputs_of(value: object) -> bytes:
    """Return a value of plain data classes and their like as one of a result's ``inputs``.

    Two values that are equal may be said in two ways, if one has an object in two places where the
    other has two that are equal: what depends on them is then computed twice. Raises what
    ``pickle`` raises for what is no data.
    """
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


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
