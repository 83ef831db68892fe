"""What a host must know to do: a dozen acts on paths, and how an act that fails is said.

Paths use « / »; they are absolute, or start where the host lets its guest in. Every act either is
done or raises OSError; one interrupted may be half done only where ``write`` says so.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from ..core.exit_code import ExitCode
from .inventory import Entry, Listing

Sent = Callable[[int], None]
"""Is told how many contents have arrived so far; a moment to show it and to keep the lock."""


class DeliveryError(Exception):
    """Why nothing, or nothing more, is delivered: a French text that says what to do."""

    def __init__(self, text: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(text)
        self.code = code


class Target(Protocol):
    """A host, seen by a publication."""

    def entry(self, path: str) -> Entry | None:
        """Return what stands at a path, a link not followed; None when nothing does."""

    def listing(self, folder: str) -> Listing:
        """Return all that stands below a folder, links not followed; empty when it is missing."""

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes; None when it is missing."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file anew, readable by the web server; an interruption leaves it in part."""

    def create(self, path: str, content: bytes) -> bool:
        """Write a file unless it is there, which only one of two callers can; say whether done."""

    def rename(self, old: str, new: str) -> None:
        """Rename a file, a link or a folder, at once over a file or link that is there."""

    def duplicate(self, old: str, new: str) -> None:
        """Give a file a second path where nothing is, with its time: a hard link or a copy."""

    def remove(self, path: str) -> None:
        """Remove a file or a link; a missing one is removed."""

    def make_folder(self, path: str) -> None:
        """Make a folder whose parent is there; one that is there is made."""

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder; a missing one is removed."""

    def link(self, path: str, to: str) -> None:
        """Make a symbolic link where nothing is."""

    def linked(self, path: str) -> str | None:
        """Return where a symbolic link leads, as it is written; None for anything else."""

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, sent: Sent) -> None:
        """Bring contents into a folder under their digests, each whole or not at all.

        ``spare`` is a path to write aside. Raises DeliveryError when a source is not, or no more,
        the content of its digest.
        """
