"""Writing a file so that nobody ever sees half of it."""

import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Write a file completely or not at all; one that exists keeps its permissions.

    The content may come in parts. Unless ``durable``, it may be lost in a power cut soon after.
    Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".change-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
