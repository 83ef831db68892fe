"""The steps from the files in a folder of the host to those of a new version. Pure.

The order keeps every page complete for visitors: assets come before the pages that use them, what
links to pages (feeds, calendars, the sitemap) after them, and nothing is deleted before all is
there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from .inventory import Kind, Listing
from .versions import Content, Files

_ASSETS = {
    *(".css", ".js", ".mjs", ".wasm", ".woff2", ".woff", ".svg", ".png", ".jpg", ".jpeg", ".webp"),
    *(".avif", ".gif", ".ico", ".pdf", ".mp3", ".mp4", ".vtt"),
}
_FINGERPRINT = re.compile(r"[.-][0-9a-f]{8,}\.")


@dataclass(frozen=True)
class PutFile:
    """Write a content to a path, atomically replacing an existing file."""

    path: str
    content: Content


@dataclass(frozen=True)
class Remove:
    """Remove a file or a link."""

    path: str


@dataclass(frozen=True)
class MakeFolder:
    """Make a folder in an existing one."""

    path: str


@dataclass(frozen=True)
class RemoveFolder:
    """Remove a folder that is empty by then."""

    path: str


Step = PutFile | Remove | MakeFolder | RemoveFolder


def steps(
    wanted: Files,
    listing: Listing,
    confirmed_contents: Mapping[str, Content],
    ours: Collection[str],
) -> list[Step]:
    """Return the steps that make the listed folder contain ``wanted``.

    ``confirmed_contents`` are those that the listing confirms; ``ours`` are the files that a
    publication may delete: those of others stay, unless they are obstacles.
    """
    obstacles = set(_obstacles(wanted, listing))
    there = {path: entry for path, entry in listing.items() if path not in obstacles}
    puts = [path for path in wanted if confirmed_contents.get(path) != wanted[path]]
    leaving = {path for path in ours if path in there and path not in wanted}
    return [
        *_obstacle_removals(obstacles, listing),
        *(MakeFolder(path) for path in sorted(_folders(wanted) - _listed_folders(there))),
        *(
            PutFile(path, wanted[path])
            for path in sorted(puts, key=lambda p: (rank(p, listing), p))
        ),
        *(Remove(path) for path in sorted(leaving, key=lambda p: (-rank(p, listing), p))),
        *_empty_folders(wanted, there, leaving),
    ]


def rank(path: str, listing: Listing) -> int:
    """Return 0 for assets, 1 for pages, 2 for what links to them.

    Any other new file can come first, since nothing links to it yet.
    """
    name = re.sub(r"\.(br|gz)$", "", path.rsplit("/", 1)[-1])
    if name.endswith(".html"):
        return 1
    is_asset = PurePosixPath(name).suffix in _ASSETS or _FINGERPRINT.search(name)
    return 0 if is_asset or path not in listing else 2


def folders_above(path: str) -> Iterator[str]:
    """Yield the parent folders of a path, the outermost last."""
    for folder in PurePosixPath(path).parents:
        if folder.name:
            yield folder.as_posix()


def _folders(paths: Iterable[str]) -> set[str]:
    return {folder for path in paths for folder in folders_above(path)}


def _listed_folders(listing: Listing) -> set[str]:
    return {path for path, entry in listing.items() if entry.kind is Kind.FOLDER}


def _obstacles(wanted: Files, listing: Listing) -> Iterator[str]:
    """Yield what is where the site needs a folder, or below a path where it needs a file."""
    needed = _folders(wanted)
    for path, entry in listing.items():
        is_folder = entry.kind is Kind.FOLDER
        stands_in_place = path in (wanted if is_folder else needed)
        if stands_in_place or any(above in wanted for above in folders_above(path)):
            yield path


def _obstacle_removals(paths: Iterable[str], listing: Listing) -> Iterator[Step]:
    """Yield the removal of obstacles, deepest first."""
    for path in sorted(paths, reverse=True):
        folder = listing[path].kind is Kind.FOLDER
        yield RemoveFolder(path) if folder else Remove(path)


def _empty_folders(wanted: Files, there: Listing, leaving: Collection[str]) -> Iterator[Step]:
    """Yield the removal of folders that become empty, deepest first."""
    files = {path for path, entry in there.items() if entry.kind is not Kind.FOLDER}
    needed = _folders([*wanted, *(files - set(leaving))])
    for folder in sorted(_listed_folders(there) - needed, reverse=True):
        yield RemoveFolder(folder)
