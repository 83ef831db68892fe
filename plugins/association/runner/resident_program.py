"""A program that loads all that a build needs, then runs one build after the other.

Each line that it reads is a job in JSON: ``arguments`` for Pelican, ``environment`` whole, and the
path of a ``log`` for all that is said. To each it answers with lines of JSON: any that the build
itself writes to ``REPLIES``, then the ``status``, which is Pelican's. What builds know of earlier
ones is what was computed from the same values (``core.results_cache``); Pelican's own memory is
emptied before each. After a build that broke down the program ends: nobody relies on its state.
"""

import gc
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

# What takes half a second to load; the last two by the project's own plugins, where it has them.
_MODULES = ("pelican", "typographie", "association.pelican_plugin")
# As ``first_pages`` reads it; this file runs by itself, outside the package.
_REPLIES = "FLUX_DE_CONSTRUCTION"
# As ``outdated_build`` has it.
_GIVEN_UP = 75


def main() -> None:
    """Load, then run a job a line."""
    # Ctrl-C ends the preview, and this program with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    replies = os.dup(sys.stdout.fileno())
    path = list(sys.path)
    sys.path[:0] = sys.argv[1:]
    for name in _MODULES:
        # What fails here fails in the build too, and is told there.
        with suppress(Exception):
            import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        os.environ.clear()
        os.environ.update(job["environment"] | {_REPLIES: str(replies)})
        sys.path[:] = path
        status = _run(job["arguments"], job["log"])
        # Once it is told the end, the preview takes the report away.
        has_reported = Path(os.environ.get("RAPPORT", "")).is_file()
        os.write(replies, json.dumps({"status": status}).encode() + b"\n")
        if status != _GIVEN_UP and (status > 1 or not has_reported):
            return
        # While the editor reads: of each build, a few megabytes hold one another.
        gc.unfreeze()
        gc.collect()


def _run(arguments: list[str], log: str) -> int:
    """Return the exit status of Pelican; what it says goes to the log."""
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(said, stream.fileno())
    os.close(said)
    sys.argv = ["pelican", *arguments]
    _forget_former_run()
    try:
        import_module("pelican").main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        logging.getLogger("pelican").exception("the build broke down")
        return 2
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    return 0


def _forget_former_run() -> None:
    """Disconnect what plugins connected to Pelican, and where it logged: each run does both."""
    logging.getLogger().handlers.clear()
    signals = import_module("pelican.plugins.signals")
    for each in vars(signals).values():
        if isinstance(each, signals.Signal):
            for receiver in list(each.receivers_for(None)):
                each.disconnect(receiver)


if __name__ == "__main__":
    main()
