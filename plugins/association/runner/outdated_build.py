"""A build of the preview that gives way to the next: what it reads has changed meanwhile.

The preview makes a file, the build looks for it between two pieces of work.
"""

from collections.abc import Mapping
from pathlib import Path

OUTDATED = "CONSTRUCTION_DEPASSEE"
"""The variable with the path of that file, none where a build is to be carried through."""
GIVEN_UP = 75
"""The exit status of a build that gave way: « try again later » (sysexits.h)."""


def leave_if_outdated(environ: Mapping[str, str]) -> None:
    """Raise SystemExit once the build is outdated."""
    file = environ.get(OUTDATED)
    if file and Path(file).exists():
        raise SystemExit(GIVEN_UP)
