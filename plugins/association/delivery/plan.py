"""From what stands in a folder of the host to the site that shall stand there: steps. Pure.

The order keeps every page that a visitor can meet whole: what pages are made of comes before them,
what leads to pages (feeds, calendars, the site's map) after them, and nothing is deleted before
all of it is there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from .inventory import Kind, Listing
from .versions import Content, Files

_MATTER = {
    *(".css", ".js", ".mjs", ".wasm", ".woff2", ".woff", ".svg", ".png", ".jpg", ".jpeg", ".webp"),
    *(".avif", ".gif", ".ico", ".pdf", ".mp3", ".mp4", ".vtt"),
}
_FINGERPRINT = re.compile(r"[.-][0-9a-f]{8,}\.")


@dataclass(frozen=True)
class Put:
    """Put a content at a path, at once, over whatever file is there."""

    path: str
    content: Content


@dataclass(frozen=True)
class Remove:
    """Remove a file or a link."""

    path: str


@dataclass(frozen=True)
class MakeFolder:
    """Make a folder whose parent is there."""

    path: str


@dataclass(frozen=True)
class RemoveFolder:
    """Remove a folder that is empty by then."""

    path: str


Step = Put | Remove | MakeFolder | RemoveFolder


def steps(
    wanted: Files, listing: Listing, believed: Mapping[str, Content], ours: Collection[str]
) -> list[Step]:
    """Return what makes the folder listed hold ``wanted``; nothing when it already does.

    ``believed`` are the contents that the listing confirms; ``ours`` the files that a publication
    may delete: what others put there stays, unless it stands in the way.
    """
    in_the_way = set(_in_the_way(wanted, listing))
    there = {path: entry for path, entry in listing.items() if path not in in_the_way}
    puts = [path for path in wanted if believed.get(path) != wanted[path]]
    leaving = {path for path in ours if path in there and path not in wanted}
    return [
        *_cleared(in_the_way, listing),
        *(MakeFolder(path) for path in sorted(_folders(wanted) - _listed_folders(there))),
        *(Put(path, wanted[path]) for path in sorted(puts, key=lambda p: (rank(p, listing), p))),
        *(Remove(path) for path in sorted(leaving, key=lambda p: (-rank(p, listing), p))),
        *_emptied(wanted, there, leaving),
    ]


def rank(path: str, listing: Listing) -> int:
    """Return 0 for what pages are made of, 1 for pages, 2 for what leads to them.

    A file that is no page and is not there yet can come first: nothing asks for it.
    """
    name = re.sub(r"\.(br|gz)$", "", path.rsplit("/", 1)[-1])
    if name.endswith(".html"):
        return 1
    matter = PurePosixPath(name).suffix in _MATTER or _FINGERPRINT.search(name)
    return 0 if matter or path not in listing else 2


def folders_above(path: str) -> Iterator[str]:
    """Yield the folders that hold a path, the outermost last."""
    for folder in PurePosixPath(path).parents:
        if folder.name:
            yield folder.as_posix()


def _folders(paths: Iterable[str]) -> set[str]:
    return {folder for path in paths for folder in folders_above(path)}


def _listed_folders(listing: Listing) -> set[str]:
    return {path for path, entry in listing.items() if entry.kind is Kind.FOLDER}


def _in_the_way(wanted: Files, listing: Listing) -> Iterator[str]:
    """Yield files and links where the site needs a folder, and all below a folder it needs not."""
    needed = _folders(wanted)
    for path, entry in listing.items():
        is_folder = entry.kind is Kind.FOLDER
        stands_in_place = path in (wanted if is_folder else needed)
        if stands_in_place or any(above in wanted for above in folders_above(path)):
            yield path


def _cleared(paths: Iterable[str], listing: Listing) -> Iterator[Step]:
    """Yield the removal of what is in the way, what is within a folder before the folder."""
    for path in sorted(paths, reverse=True):
        folder = listing[path].kind is Kind.FOLDER
        yield RemoveFolder(path) if folder else Remove(path)


def _emptied(wanted: Files, there: Listing, leaving: Collection[str]) -> Iterator[Step]:
    """Yield the folders that hold no file once the leaving ones left, the innermost first."""
    files = {path for path, entry in there.items() if entry.kind is not Kind.FOLDER}
    needed = _folders([*wanted, *(files - set(leaving))])
    for folder in sorted(_listed_folders(there) - needed, reverse=True):
        yield RemoveFolder(folder)
