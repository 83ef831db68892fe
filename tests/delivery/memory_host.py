"""A host in memory with the manners of POSIX, and one whose acts fail at a chosen moment."""

import errno
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from association.delivery.inventory import Entry, Kind, Listing
from association.delivery.one_by_one import OneByOne

FOLDER = "folder"
ACTS = (
    "write",
    "rename_new",
    "rename",
    "duplicate",
    "remove",
    "make_folder",
    "remove_folder",
    "link",
)
"""The acts that change a host: those that an interruption can cut."""


class CutError(Exception):
    """The connection, the process or the power is gone."""


@dataclass
class Bytes:
    """A file, whatever its names."""

    content: bytes
    time: int


@dataclass(frozen=True)
class Link:
    """A symbolic link."""

    to: str


@dataclass
class MemoryHost(OneByOne):
    """Paths start at the host's root, ``""``; folders do not make themselves."""

    nodes: dict[str, Any] = field(default_factory=lambda: {"": FOLDER})
    clock: Iterator[int] = field(default_factory=lambda: itertools.count(1_000_000))

    def change_in_place(self, path: str, content: bytes) -> None:
        """Write into a file as an editor on the host does: under all its names."""
        node = self.nodes[self._followed(self._real(path))]
        node.content, node.time = content, next(self.clock)

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.clock = itertools.count(next(self.clock) + seconds)

    def _real(self, path: str) -> str:
        """Return a path whose folders are links no more; the last part stays as it is."""
        parts = PurePosixPath(path).parts
        real = ""
        for index, part in enumerate(parts):
            real = f"{real}/{part}".lstrip("/")
            node = self.nodes.get(real)
            if isinstance(node, Link) and index < len(parts) - 1:
                real = self._followed(real)
        return real

    def _followed(self, real: str) -> str:
        node = self.nodes.get(real)
        if isinstance(node, Link):
            above = real.rpartition("/")[0]
            return self._followed(self._real(f"{above}/{node.to}".lstrip("/")))
        return real

    def _place(self, path: str) -> str:
        real = self._real(path)
        if self.nodes.get(real.rpartition("/")[0]) != FOLDER:
            raise FileNotFoundError(errno.ENOENT, path)
        return real

    def entry(self, path: str) -> Entry | None:
        node = self.nodes.get(self._real(path))
        if isinstance(node, Bytes):
            return Entry(Kind.FILE, len(node.content), node.time)
        return {FOLDER: Entry(Kind.FOLDER), None: None}.get(node, Entry(Kind.OTHER))

    def listing(self, folder: str) -> Listing:
        below = f"{self._followed(self._real(folder))}/"
        found = {
            path[len(below) :]: self.entry(path) for path in self.nodes if path.startswith(below)
        }
        return {path: entry for path, entry in found.items() if entry}

    def read(self, path: str) -> bytes | None:
        node = self.nodes.get(self._followed(self._real(path)))
        return node.content if isinstance(node, Bytes) else None

    def write(self, path: str, content: bytes) -> None:
        self.nodes[self._place(path)] = Bytes(content, next(self.clock))

    def rename_new(self, old: str, new: str) -> bool:
        if self.entry(new):
            return False
        self.rename(old, new)
        return True

    def rename(self, old: str, new: str) -> None:
        source, goal = self._place(old), self._place(new)
        node = self.nodes.get(source)
        if node is None:
            raise FileNotFoundError(errno.ENOENT, old)
        there = self.nodes.get(goal)
        if node is there and isinstance(node, Bytes):
            return
        if (there == FOLDER) != (node == FOLDER) and there is not None:
            raise IsADirectoryError(errno.EISDIR, new)
        self.nodes[goal] = self.nodes.pop(source)
        if node == FOLDER:
            for path in [path for path in self.nodes if path.startswith(f"{source}/")]:
                self.nodes[goal + path[len(source) :]] = self.nodes.pop(path)

    def duplicate(self, old: str, new: str) -> None:
        if self.entry(new):
            raise FileExistsError(errno.EEXIST, new)
        self.nodes[self._place(new)] = self.nodes[self._place(old)]

    def remove(self, path: str) -> None:
        real = self._real(path)
        if self.nodes.get(real) == FOLDER:
            raise IsADirectoryError(errno.EISDIR, path)
        self.nodes.pop(real, None)

    def make_folder(self, path: str) -> None:
        self.nodes.setdefault(self._place(path), FOLDER)
        if self.nodes[self._followed(self._place(path))] != FOLDER:
            raise FileExistsError(errno.EEXIST, path)

    def remove_folder(self, path: str) -> None:
        if self.listing(path):
            raise OSError(errno.ENOTEMPTY, path)
        self.nodes.pop(self._real(path), None)

    def link(self, path: str, to: str) -> None:
        if self.entry(path):
            raise FileExistsError(errno.EEXIST, path)
        self.nodes[self._place(path)] = Link(to)

    def read_link(self, path: str) -> str | None:
        node = self.nodes.get(self._real(path))
        return node.to if isinstance(node, Link) else None


class Faulty(OneByOne):
    """A target of which act number ``at`` (from 0) fails, and all that come after.

    ``how`` says what the host did of that act: nothing (« before »), all of it (« after »), or,
    when it was a writing, half of it (« half »).
    """

    def __init__(self, target: Any, at: int | None, how: str = "before") -> None:
        self._target, self._at, self._how = target, at, how
        self.acts = 0
        self.fault: Callable[[], Exception] = CutError

    def __getattr__(self, name: str) -> Any:
        act = getattr(self._target, name)
        if name not in ACTS:
            return act

        def watched(*given: Any) -> Any:
            number, self.acts = self.acts, self.acts + 1
            if self._at is not None and number >= self._at:
                self._fail(act, name, given, first=number == self._at)
            return act(*given)

        return watched

    def _fail(self, act: Any, name: str, given: tuple[Any, ...], *, first: bool) -> None:
        if first and self._how == "after":
            act(*given)
        if first and self._how == "half" and name == "write":
            path, content = given
            act(path, content[: len(content) // 2])
        raise self.fault()
