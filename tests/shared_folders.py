"""Folders made once a session, whichever worker of pytest-xdist asks first; nobody changes them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock


def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of a session share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return ``folder``, which ``make`` makes unless it is there; others wait meanwhile.

    ``make`` leaves no folder when it raises.
    """
    folder.parent.mkdir(exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            make(folder)
    return folder


def digest(folder: Path, *words: str) -> str:
    """Return a name for the files below a folder, with their paths, and some words."""
    found = sha256("\0".join(words).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
            found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]
