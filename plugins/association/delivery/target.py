"""The operations that a host must support, and the error when a publication fails.

Paths use « / »; they are absolute, or start in the directory of the login. Every operation either
succeeds or raises OSError; only an interrupted ``write`` may be incomplete.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from ..core.exit_code import ExitCode
from .inventory import Entry, Listing

OnDone = Callable[[int], None]
"""Called with the number of files done so far, to show it and to renew the lock."""


class Put(NamedTuple):
    """A content of the store for a path of the site; ``replaces`` a file that is there."""

    source: str
    path: str
    replaces: bool


class DeliveryError(Exception):
    """Why a publication stopped: a French text that says what to do."""

    def __init__(self, text: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(text)
        self.code = code


class Target(Protocol):
    """The host of a publication."""

    def entry(self, path: str) -> Entry | None:
        """Return the entry at a path, without following links; None if there is nothing."""

    def listing(self, folder: str) -> Listing:
        """Return all entries below a folder, without following links; empty if it is missing."""

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None if it is missing."""

    def read_all(self, paths: Sequence[str]) -> Mapping[str, bytes | None]:
        """Return the contents of files by their paths; None for one that is missing."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file that the web server can read; an interruption leaves it incomplete."""

    def rename_new(self, old: str, new: str) -> bool:
        """Rename a file in one act unless ``new`` exists; return whether it was renamed."""

    def rename(self, old: str, new: str) -> None:
        """Rename a file, link or folder; replace an existing file or link atomically."""

    def remove(self, path: str) -> None:
        """Remove a file or a link, if it exists."""

    def remove_all(self, paths: Sequence[str], on_done: OnDone) -> None:
        """Remove files or links, in any order."""

    def put_all(self, puts: Sequence[Put], spare: str, on_done: OnDone) -> None:
        """Give contents their paths, in any order, each replacing a file atomically.

        A hard link or a copy has the time of its source. ``spare`` begins temporary paths.
        """

    def make_folder(self, path: str) -> None:
        """Make a folder in an existing one, unless it exists."""

    def make_folders(self, paths: Sequence[str]) -> None:
        """Make folders, each after the one that it is in."""

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder, if it exists."""

    def link(self, path: str, to: str) -> None:
        """Make a symbolic link at a free path."""

    def read_link(self, path: str) -> str | None:
        """Return the target of a symbolic link; None for anything else."""

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, on_done: OnDone) -> None:
        """Upload files into a folder under their digests, each completely or not at all.

        ``spare`` is a path for temporary files. Raises DeliveryError when a source does not have
        the content of its digest any more.
        """
