"""Cache files, in ``.cache``: each begins with a digest of its content.

A file that does not match its digest is deleted, and computed again. The digest is checked before
the content is decoded, because some formats (pickle, marshal) can run code while decoding.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from .atomic_write import replace_file

DISCARD_MESSAGE = "Des fichiers de travail abîmés (.cache) ont été jetés et refaits."
"""What a person is told, once, when damaged files were deleted."""

FOLDER = Path(".cache")
"""Their folder, from the project's root."""
FileState = tuple[int, int, int]
_SIZE = 20
_READ_AT_ONCE = 1 << 20


def digest(*parts: str | bytes) -> bytes:
    """Return a digest of ``parts`` that also depends on where each one ends."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8, "big") + raw)
    return whole.digest()


def discard(path: Path) -> None:
    """Delete a file or a folder, if possible."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def read_cache_file(path: Path, damaged_files: list[Path]) -> bytes | None:
    """Return what ``write_cache_file`` wrote, or None.

    A damaged file counts as missing: it is deleted and added to ``damaged_files``.
    """
    file = open_cache_file(path, damaged_files)
    if file is None:
        return None
    with file:
        return file.read()


def open_cache_file(
    path: Path, damaged_files: list[Path], known_undamaged: FileState | None = None
) -> BinaryIO | None:
    """Return a file that holds what ``read_cache_file`` returns, at its beginning, or None.

    One in the state ``known_undamaged`` is not looked through again.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    except OSError:
        pass
    else:
        with suppress(OSError):
            is_known = state_of(file) == known_undamaged
            if is_known or file.read(_SIZE) == _digest_of_rest(file):
                file.seek(_SIZE)
                return file
        file.close()
    if path.exists():
        discard(path)
        damaged_files.append(path)
    return None


def state_of(file: BinaryIO) -> FileState:
    """Return what changes when an open file does: its number, its time, its size."""
    stat = os.fstat(file.fileno())
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def write_cache_file(path: Path, content: bytes) -> None:
    """Write a file with its digest, completely or not at all; an OSError is ignored."""
    write_cache_parts(path, len(content), lambda: (content,))


def write_cache_parts(path: Path, size: int, parts: Callable[[], Iterable[bytes]]) -> None:
    """Write a file of ``size`` bytes in parts, as ``write_cache_file`` does.

    ``parts`` gives them each time that it is called.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        head = _digest_of_parts(size, parts())
        # Not durable: the digest tells what a power cut left.
        replace_file(path, chain((head,), parts()), durable=False)


def _digest_of_rest(file: BinaryIO) -> bytes:
    start = file.tell()
    size = file.seek(0, os.SEEK_END) - start
    file.seek(start)
    return _digest_of_parts(size, iter(lambda: file.read(_READ_AT_ONCE), b""))


def _digest_of_parts(size: int, parts: Iterable[bytes]) -> bytes:
    """Return ``digest`` of a content of ``size`` bytes that comes in parts."""
    whole = hashlib.blake2b(size.to_bytes(8, "big"), digest_size=_SIZE)
    for part in parts:
        whole.update(part)
    return whole.digest()
