"""What a command is given to take: a file that its line names, or what is typed or piped in."""

import sys
from collections.abc import Callable
from pathlib import Path

from .pasted import LARGEST, NotTakenError

STANDARD_INPUT = "-"
"""What stands for what is typed or piped in, where a file may be named."""


def given_bytes(source: str, prompt: str, read: Callable[[], bytes] | None) -> bytes:
    """Return what ``source`` holds, one byte beyond ``LARGEST`` at the most.

    Whoever types is told how to end by ``prompt``; ``read`` stands for standard input. Raises
    NotTakenError for a file that cannot be read.
    """
    if source == STANDARD_INPUT:
        if sys.stdin.isatty():
            print(prompt, file=sys.stderr)  # noqa: T201
        return read() if read else sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(source).expanduser().open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        says = f"« {source} » est introuvable, ou ne peut pas être lu."
        raise NotTakenError(says) from None
