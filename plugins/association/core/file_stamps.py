"""What tells that a file has not changed since it was read: for a process that reads it again.

As git does, a file that was written a moment ago is not trusted: clocks of file systems tick
slowly, and what is written in the same tick, as long as what it replaces, would look the same.
"""

import os
import stat
import time
from pathlib import Path

Stamp = tuple[int, ...]

# The slowest clock is FAT's.
_TICK_NS = 2_000_000_000
# Elsewhere the time of a change is not known, and that of a writing can be set by anybody.
_TELLS_CHANGES = os.name == "posix"


def stamp_of(path: Path) -> Stamp | None:
    """Return what differs once a plain file has changed; None of any other, or where none can tell.

    It is to be taken before the file is read.
    """
    try:
        found = path.lstat()
    except OSError:
        return None
    written = max(found.st_mtime_ns, found.st_ctime_ns)
    is_settled = time.time_ns() - written > _TICK_NS
    if not (_TELLS_CHANGES and is_settled and stat.S_ISREG(found.st_mode)):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
