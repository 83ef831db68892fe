"""A cache of results that depend only on values that are named, kept between commands.

The key of a result is a digest of all it depends on: those values, this code, the libraries that
are installed. No time of a file is in it: a fresh clone finds what another one computed. When the
cache is missing, damaged or of another version, the results are computed again.
"""

import copyreg
import io
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from .cache import FileState, digest
from .results_file import ResultsFile, write_results

T = TypeVar("T")
FOLDER = "resultats"
"""The folder of all such caches, in ``.cache``: what they hold names people."""
TEXTS = "textes"
"""The file, in that folder, of what is read from texts: for checks and for builds."""

_PLUGINS = Path(__file__).resolve().parents[2]


class ResultsCache:
    """Results by their inputs; without a file, nothing is cached.

    ``damaged_files`` contains the file if it was damaged. A process that builds again and again has
    ``lasting`` caches, which find in memory what it wrote, or read, while the file is the same.
    """

    def __init__(self, file: Path | None = None, *, lasting: bool = False) -> None:
        """Open the results in ``file``."""
        self._file = file
        self._code = code_digest() if file else b""
        self.damaged_files: list[Path] = []
        self._earlier = ResultsFile(file, self.damaged_files) if file else None
        self._made: dict[bytes, bytes] = {}
        self._used: dict[bytes, None] = {}
        self.is_lasting = lasting
        self._objects: dict[bytes, object] | None = None
        if file and self._earlier and lasting:
            self._objects = _lasting_objects(file, self._earlier)
            _LASTING[file] = _Lasting(self._earlier.state, self._objects, self._used)

    def get_or_compute(self, inputs: tuple[str | bytes, ...], compute: Callable[[], T]) -> T:
        """Return ``compute()``, or its earlier result for the same ``inputs``.

        Whoever gets it never changes it: it may be the same object for all who ask.
        """
        if self._earlier is None:
            return compute()
        key = self.key(inputs)
        if self._objects is not None and key in self._objects:
            self._used[key] = None
            known = cast("T", self._objects[key])
            if key not in self._earlier and key not in self._made:
                # A build that was given up worked it out, and wrote it nowhere.
                self._made[key] = pickle.dumps(known, pickle.HIGHEST_PROTOCOL)
            return known
        pickled = self._made.get(key) or self._earlier.read(key)
        if pickled is None:
            pickled = self._made[key] = pickle.dumps(compute(), pickle.HIGHEST_PROTOCOL)
        self._used[key] = None
        # As the next command will have it, apart from what ``compute`` may still hold.
        result = cast("T", pickle.loads(pickled))
        if self._objects is not None:
            self._objects[key] = result
        return result

    def key(self, inputs: tuple[str | bytes, ...]) -> bytes:
        """Return what the result of these ``inputs`` is kept under."""
        return digest(self._code, *inputs)

    def keep(self, key: bytes) -> bool:
        """Keep the result of a ``key`` for the next command; return whether there is one."""
        if self._earlier is None or not (key in self._made or key in self._earlier):
            return False
        self._used[key] = None
        return True

    def save(self) -> None:
        """Write the results used since the start, if they changed; an OSError is ignored.

        Then the cache is closed: what is asked for is computed.
        """
        earlier, self._earlier = self._earlier, None
        if self._file is None or earlier is None:
            return
        sizes = earlier.sizes
        is_new = self._used.keys() != sizes.keys()
        if is_new:
            sizes |= {key: len(pickled) for key, pickled in self._made.items()}
            kept = {key: sizes[key] for key in self._used}
            passes = iter((False, True))

            def results() -> Iterator[bytes]:
                yield from (self._made.get(key) or earlier.read(key) or b"" for key in kept)
                if next(passes):
                    # Windows replaces no file that is open.
                    earlier.close()

            write_results(self._file, kept, results)
        earlier.close()
        self._made.clear()
        if self._objects is not None:
            objects = {key: of for key, of in self._objects.items() if key in self._used}
            state = ResultsFile(self._file, []).state if is_new else earlier.state
            _LASTING[self._file] = _Lasting(state, objects, self._used)


class _Lasting(NamedTuple):
    """What a process that stays knows of a file that had this ``state``.

    ``used`` are the keys of the last build, which it may have given up.
    """

    state: FileState | None
    objects: dict[bytes, object]
    used: Mapping[bytes, None]


_LASTING: dict[Path, _Lasting] = {}


def _lasting_objects(file: Path, earlier: ResultsFile) -> dict[bytes, object]:
    """Return what is known of a file that is the same: what it holds, or the last build used."""
    known = _LASTING.get(file)
    if known is None or known.state != earlier.state:
        return {}
    return {key: of for key, of in known.objects.items() if key in earlier or key in known.used}


NO_CACHE = ResultsCache()


class SharedInput:
    """A base of data classes of which each object stands in the inputs of many results.

    It stands there by a digest, worked out once. The order of its sets does not count.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        _REDUCTIONS[cls] = lambda value: (cls, (value.input_digest,))

    @cached_property
    def input_digest(self) -> bytes:
        """The digest of the fields."""
        values = [(field.name, getattr(self, field.name)) for field in fields(cast("Any", self))]
        written = [
            (name, sorted(map(inputs_of, value)) if isinstance(value, frozenset) else value)
            for name, value in values
        ]
        return digest(inputs_of(written))


_REDUCTIONS: dict[type, Callable[[Any], tuple[Callable[..., object], tuple[object, ...]]]] = {}


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
    pickler.dispatch_table = {**copyreg.dispatch_table, **_REDUCTIONS}
    try:
        pickler.dump(value)
    except (KeyError, ValueError):
        # Python counts each frozen set as one more around it, and takes many for a circle.
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return written.getvalue()


@cache
def code_digest() -> bytes:
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
