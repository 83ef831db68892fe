"""A program in a terminal of its own, at which somebody types."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# Takes the terminal it was given for its own, so that Ctrl-C reaches it, which is ignored by what
# runs in the background; then becomes the program.
_IN_ITS_TERMINAL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])
"""
_END = "\x04"
_BRACKETED_PASTE = b"\x1b[?2004h"


def typed(
    command: Sequence[str],
    keys: Sequence[str],
    *,
    cwd: Path,
    more: Mapping[str, str],
    encoding: str = "utf-8",
    when: str = r" : \Z",
) -> tuple[int, str]:
    """Run a program, and type the next of ``keys`` each time it shows what ``when`` matches.

    Who has no more keys ends the input. Returns the status and what the terminal showed.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _IN_ITS_TERMINAL, *command],
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": encoding, "TERM": "dumb"} | dict(more),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown, since, waiting = b"", 0, [*keys]
    try:
        while read := _read(ours):
            shown += read
            if re.search(when.encode(encoding), shown[since:].rstrip(_BRACKETED_PASTE)):
                os.write(ours, (waiting.pop(0) if waiting else _END).encode(encoding))
                shown += b"|"
                since = len(shown)
        return process.wait(), shown.decode(encoding, "replace")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _read(terminal: int) -> bytes:
    """Return what is shown next, nothing once the program has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
