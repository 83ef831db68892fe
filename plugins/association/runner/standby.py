"""A process of the next build, made ready while the editor writes: builds begin at once.

Each runs one build and ends, so no build knows of another. One that was made ready before the
program changed is dropped.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_PROGRAM = Path(__file__).with_name("standby_program.py")
_PLUGINS = ("plugins/typographie/pelican/plugins", "plugins")


def environment_of_python(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python writes UTF-8, and has sets in one order.

    What is made from sets is recognised from one build to the next.
    """
    return {**environment, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


class Standby:
    """Prepares processes for builds of the project ``root``, one at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ready: subprocess.Popen[str] | None = None
        self._code: object = None

    def prepare(self) -> None:
        """Start the process of the next build, and let it load."""
        self.close()
        self._code = self._signature()
        paths = [str(self._root / name) for name in _PLUGINS]
        self._ready = subprocess.Popen(
            # -P: modules of its folder have names that others have.
            [sys.executable, "-P", str(_PROGRAM), *paths],
            cwd=self._root,
            env=environment_of_python(os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def take(
        self, arguments: Sequence[str], environment: Mapping[str, str], log: Path
    ) -> "subprocess.Popen[str] | None":
        """Return the process that runs Pelican with these arguments, None when none is ready.

        All that it says goes into ``log``.
        """
        ready, self._ready = self._ready, None
        if ready is None or ready.stdin is None:
            return None
        job = {"arguments": [*arguments], "environment": {**environment}, "log": str(log)}
        try:
            if self._signature() != self._code:
                raise OSError("the program has changed")
            ready.stdin.write(json.dumps(job) + "\n")
            ready.stdin.close()
        except OSError:
            _end(ready)
            return None
        return ready

    def close(self) -> None:
        """End the process that waits, if there is one."""
        if self._ready:
            _end(self._ready)
        self._ready = None

    def _signature(self) -> list[tuple[str, int, int]]:
        files = sorted((self._root / "plugins").rglob("*.py"))
        stats = [(str(path), path.stat()) for path in files]
        return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()
