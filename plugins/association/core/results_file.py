"""A file of results by their keys, of which each is read when it is asked for.

A cache file (``cache``) whose content is the length of an index, the index, then the results in its
order. A large site's are fifty megabytes, most of which a build looks at once.
"""

import pickle
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate, chain
from pathlib import Path
from threading import Lock
from typing import BinaryIO, cast
from weakref import finalize

from .cache import FileState, open_cache_file, state_of, write_cache_parts

_LENGTH = 8
# The states in which this process found files undamaged.
_UNDAMAGED: dict[Path, FileState] = {}


class ResultsFile:
    """The results in a file, none when there is no such file; one that is damaged is deleted.

    ``damaged_files`` gets its path then; ``state`` tells one file from the next.
    """

    def __init__(self, path: Path, damaged_files: list[Path]) -> None:
        self._lock = Lock()
        self._places: dict[bytes, tuple[int, int]] = {}
        self.state: FileState | None = None
        self._file = open_cache_file(path, damaged_files, _UNDAMAGED.get(path))
        self._close: Callable[[], object] = lambda: None
        if self._file:
            self._close = finalize(self, self._file.close)
            self.state = _UNDAMAGED[path] = state_of(self._file)
            self._places = _places(self._file)

    @property
    def sizes(self) -> dict[bytes, int]:
        """The size of each result by its key."""
        return {key: size for key, (_, size) in self._places.items()}

    def __contains__(self, key: bytes) -> bool:
        """Return whether there is a result of a key."""
        return key in self._places

    def read(self, key: bytes) -> bytes | None:
        """Return a result, None where there is none. Raises OSError."""
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        start, size = place
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)

    def close(self) -> None:
        """Let go of the file, which is read no more: Windows replaces no file that is open."""
        self._close()


def write_results(
    path: Path, sizes: Mapping[bytes, int], results: Callable[[], Iterable[bytes]]
) -> None:
    """Write a file of results, given the size of each by its key; an OSError is ignored.

    ``results`` gives them in that order, each time that it is called.
    """
    index = pickle.dumps(dict(sizes), pickle.HIGHEST_PROTOCOL)
    head = len(index).to_bytes(_LENGTH, "big") + index
    size = len(head) + sum(sizes.values())
    write_cache_parts(path, size, lambda: chain((head,), results()))


def _places(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Return where each result begins in a file, and its length."""
    begin = file.tell()
    end = file.seek(0, 2)
    file.seek(begin)
    length = int.from_bytes(file.read(_LENGTH), "big")
    start = begin + _LENGTH + length
    if start > end:
        # As versions of before wrote it.
        return {}
    sizes = cast("dict[bytes, int]", pickle.loads(file.read(length)))
    starts = accumulate(sizes.values(), initial=start)
    return {key: (at, size) for (key, size), at in zip(sizes.items(), starts, strict=False)}
