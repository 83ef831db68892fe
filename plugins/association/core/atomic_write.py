"""Putting a changed file in place of the one before."""

import os
import stat
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, with the rights that it has."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".change-")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(stat.S_IMODE(path.stat().st_mode))
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
