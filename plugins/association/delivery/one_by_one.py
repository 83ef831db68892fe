"""The acts on many files of a target that is near: each is done by the act on one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .site_files import read_verified
from .target import OnDone, Put


class OneByOne:
    """The acts of a target on many files, for whoever has those on one, and ``duplicate``.

    ``duplicate(old, new)`` gives a file a second path, with the same time: a hard link or a copy.
    """

    read: Any
    write: Any
    duplicate: Any
    rename: Any
    remove: Any
    make_folder: Any

    def read_all(self, paths: Sequence[str]) -> Mapping[str, bytes | None]:
        return {path: self.read(path) for path in paths}

    def put_all(self, puts: Sequence[Put], spare: str, on_done: OnDone) -> None:
        for count, put in enumerate(puts, 1):
            self.duplicate(put.source, spare)
            self.rename(spare, put.path)
            if put.replaces:
                # Renaming one of two names of the same file does nothing (POSIX).
                self.remove(spare)
            on_done(count)

    def remove_all(self, paths: Sequence[str], on_done: OnDone) -> None:
        for count, path in enumerate(paths, 1):
            self.remove(path)
            on_done(count)

    def make_folders(self, paths: Sequence[str]) -> None:
        for path in paths:
            self.make_folder(path)

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, on_done: OnDone) -> None:
        for count, (digest, source) in enumerate(sources.items(), 1):
            self.write(spare, read_verified(source, digest))
            self.rename(spare, f"{folder}/{digest}")
            on_done(count)
