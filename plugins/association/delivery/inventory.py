"""What stands in a folder of the host: what it lists, and which contents that proves. Pure.

An inventory is written after a folder was brought to a version. A path whose size and time are
still those of the inventory still holds that content; any other path holds nobody knows what, and
is put anew. Times are the host's own and only compared with themselves: no clock is trusted.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from .versions import Content, Files, sealed, unsealed


class Kind(Enum):
    """What a host lists under a path; OTHER is a symbolic link, or stranger."""

    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


class Entry(NamedTuple):
    """One path of a listing: size in bytes and time of change in seconds, for a file."""

    kind: Kind
    size: int = 0
    time: int = 0


Listing = Mapping[str, Entry]
"""All that stands below a folder, by path from it."""


class Seen(NamedTuple):
    """A content as it was put: what the host listed for it then."""

    content: Content
    time: int


@dataclass(frozen=True)
class Inventory:
    """The number of the version that a folder holds, and each of its files as it was put."""

    version: int | None
    seen: Mapping[str, Seen]

    def text(self) -> bytes:
        """Return the inventory as it is kept on the host."""
        files = {path: [*seen.content, seen.time] for path, seen in self.seen.items()}
        return sealed({"version": self.version, "fichiers": files})

    def believed(self, listing: Listing) -> dict[str, Content]:
        """Return the contents that the listing confirms."""
        return {
            path: seen.content
            for path, seen in self.seen.items()
            if listing.get(path) == Entry(Kind.FILE, seen.content.size, seen.time)
        }

    def without(self, paths: Container[str], *, whole: bool) -> "Inventory":
        """Return the inventory that says nothing of ``paths``: they are about to change.

        Unless ``whole``, the folder is not said to hold a version any more.
        """
        seen = {path: seen for path, seen in self.seen.items() if path not in paths}
        return Inventory(self.version if whole else None, seen)


NOTHING = Inventory(None, {})


def inventory_of(text: bytes | None) -> Inventory:
    """Return the inventory written in ``text``; a missing or damaged one says nothing."""
    said = unsealed(text)
    if said is None:
        return NOTHING
    seen = {
        path: Seen(Content(d, size), time) for path, (d, size, time) in said["fichiers"].items()
    }
    return Inventory(said["version"], seen)


def stock_taken(version: int, files: Files, stored: Listing) -> Inventory:
    """Return the inventory of a folder whose files were all put from the store, listed there."""
    return Inventory(version, {p: Seen(c, stored[c.digest].time) for p, c in files.items()})
