"""A program that loads all that a build needs, then waits to be told which one to run.

It reads one line of JSON: ``arguments`` for Pelican, ``environment`` whole, and the path of a
``log`` for all that is said. Its exit status is Pelican's. Without a line it ends.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module

# What takes half a second to load; the last two by the project's own plugins, where it has them.
_MODULES = ("pelican", "typographie", "association.pelican_plugin")


def main() -> None:
    """Load, wait, run."""
    # Ctrl-C ends the preview, and this program with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path[:0] = sys.argv[1:]
    for name in _MODULES:
        # What fails here fails in the build too, and is told there.
        with suppress(Exception):
            import_module(name)
    line = sys.stdin.readline()
    if not line:
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    job = json.loads(line)
    os.environ.clear()
    os.environ.update(job["environment"])
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        os.dup2(log, stream.fileno())
    sys.path[:] = [path for path in sys.path if path not in sys.argv[1:]]
    sys.argv = ["pelican", *job["arguments"]]
    import_module("pelican").main()


if __name__ == "__main__":
    main()
