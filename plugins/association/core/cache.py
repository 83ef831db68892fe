"""Files that only save time, in ``.cache``: each tells by a digest that it is what was written.

Whatever does not is thrown away and made anew. A digest is read before anything is decoded, for
decoding is by formats that may run what they hold (pickle, marshal).
"""

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

DISCARDED = "Des fichiers de travail abîmés (.cache) ont été jetés et refaits."
"""What is said, once, when something was thrown away."""

_SIZE = 20


def digest(*parts: str | bytes) -> bytes:
    """Return a digest that differs whenever a part does, or where one ends."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8, "big") + raw)
    return whole.digest()


def discard(path: Path) -> None:
    """Remove a file or a folder, if that can be."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def read_kept(path: Path, discarded: list[Path]) -> bytes | None:
    """Return what ``write_kept`` wrote, None when there is nothing.

    What is damaged counts as nothing: it is removed and noted in ``discarded``.
    """
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        held = b""
    content = held[_SIZE:]
    if held[:_SIZE] == digest(content):
        return content
    if path.exists():
        discard(path)
        discarded.append(path)
    return None


def write_kept(path: Path, content: bytes) -> None:
    """Write a file with its digest, whole or not at all; failing to is no failure."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(digest(content) + content)
        Path(name).replace(path)
