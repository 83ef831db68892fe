"""The files in a folder of the host: its listing, and the content that it confirms. Pure.

An inventory is written once a folder has been brought to a version. A file whose size and time are
still those of the inventory still has that content; the content of any other file is unknown, and
is written again. Times are the host's own and only compared with each other: no clock is trusted.

The store has an inventory too: a served file and its content there are one file with two names, so
what is written into the one is in the other.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from .versions import Content, Files, parse_with_checksum, with_checksum


class Kind(Enum):
    """What there is at a path; OTHER is a symbolic link or a special file."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


class Entry(NamedTuple):
    """An entry of a listing; of a file, the size in bytes and the time of change in seconds."""

    kind: Kind
    size: int = 0
    time: int = 0


Listing = Mapping[str, Entry]
"""All entries below a folder, by their path from it."""


class StoredFile(NamedTuple):
    """A file as it was written: its content, and the time that the host listed for it."""

    content: Content
    time: int


@dataclass(frozen=True)
class Inventory:
    """The number of the version in a folder, and each of its files as it was written."""

    version: int | None
    files: Mapping[str, StoredFile]

    def text(self) -> bytes:
        """Return the inventory as a file for the host."""
        files = {path: [*seen.content, seen.time] for path, seen in self.files.items()}
        return with_checksum({"version": self.version, "fichiers": files})

    def confirmed_contents(self, listing: Listing) -> dict[str, Content]:
        """Return the contents that a listing confirms."""
        return {
            path: seen.content
            for path, seen in self.files.items()
            if listing.get(path) == Entry(Kind.FILE, seen.content.size, seen.time)
        }

    def without(self, paths: Container[str], *, whole: bool) -> "Inventory":
        """Return the inventory without ``paths``, which are about to change.

        Unless ``whole``, it does not name a version any more.
        """
        seen = {path: seen for path, seen in self.files.items() if path not in paths}
        return Inventory(self.version if whole else None, seen)

    def confirmed_listing(self, listing: Listing) -> Listing:
        """Return the part of a listing that is as it was written."""
        return {path: listing[path] for path in self.confirmed_contents(listing)}


NOTHING = Inventory(None, {})


def inventory_of(text: bytes | None) -> Inventory:
    """Return the inventory written in ``text``; a missing or damaged one is empty."""
    said = parse_with_checksum(text)
    if said is None:
        return NOTHING
    seen = {
        path: StoredFile(Content(d, size), time)
        for path, (d, size, time) in said["fichiers"].items()
    }
    return Inventory(said["version"], seen)


def inventory_of_store(stored: Listing) -> Inventory:
    """Return the inventory of the store, whose files are named by their digests."""
    return Inventory(
        None,
        {d: StoredFile(Content(d, entry.size), entry.time) for d, entry in stored.items()},
    )


def inventory_of_version(number: int, files: Files, stored: Listing) -> Inventory:
    """Return the inventory of a folder with all files of a version; ``stored`` has their times."""
    return Inventory(number, {p: StoredFile(c, stored[c.digest].time) for p, c in files.items()})
