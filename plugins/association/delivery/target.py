"""The operations that a host must support, and the error when a publication fails.

Paths use « / »; they are absolute, or start in the directory of the login. Every operation either
succeeds or raises OSError; only an interrupted ``write`` may be incomplete.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from ..core.exit_code import ExitCode
from .inventory import Entry, Listing

OnSent = Callable[[int], None]
"""Called with the number of files uploaded so far, to show it and to renew the lock."""


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

    def write(self, path: str, content: bytes) -> None:
        """Write a file that the web server can read; an interruption leaves it incomplete."""

    def rename_new(self, old: str, new: str) -> bool:
        """Rename a file in one act unless ``new`` exists; return whether it was renamed."""

    def rename(self, old: str, new: str) -> None:
        """Rename a file, link or folder; replace an existing file or link atomically."""

    def duplicate(self, old: str, new: str) -> None:
        """Give a file a second path, with the same time: a hard link or a copy."""

    def remove(self, path: str) -> None:
        """Remove a file or a link, if it exists."""

    def make_folder(self, path: str) -> None:
        """Make a folder in an existing one, unless it exists."""

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder, if it exists."""

    def link(self, path: str, to: str) -> None:
        """Make a symbolic link at a free path."""

    def read_link(self, path: str) -> str | None:
        """Return the target of a symbolic link; None for anything else."""

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, on_sent: OnSent) -> None:
        """Upload files into a folder under their digests, each completely or not at all.

        ``spare`` is a path for temporary files. Raises DeliveryError when a source does not have
        the content of its digest any more.
        """
