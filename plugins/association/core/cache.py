"""Cache files, in ``.cache``: each begins with a digest of its content.

A file that does not match its digest is deleted, and computed again. The digest is checked before
the content is decoded, because some formats (pickle, marshal) can run code while decoding.
"""

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

from .atomic_write import replace_file

DISCARD_MESSAGE = "Des fichiers de travail abîmés (.cache) ont été jetés et refaits."
"""What a person is told, once, when damaged files were deleted."""

FOLDER = Path(".cache")
"""Their folder, from the project's root."""
_SIZE = 20


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
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        data = b""
    content = data[_SIZE:]
    if data[:_SIZE] == digest(content):
        return content
    if path.exists():
        discard(path)
        damaged_files.append(path)
    return None


def write_cache_file(path: Path, content: bytes) -> None:
    """Write a file with its digest, completely or not at all; an OSError is ignored."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not durable: the digest tells what a power cut left.
        replace_file(path, digest(content) + content, durable=False)
