"""The process that builds the preview again and again, and keeps what it has loaded.

It is started while the editor writes. Builds share no more than results by value, see
``resident_program``; a process that loaded another program or other settings is dropped.
"""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..core.exit_code import ExitCode
from .first_pages import WANTED
from .outdated_build import OUTDATED

_PROGRAM = Path(__file__).with_name("resident_program.py")
_PLUGINS = ("plugins/typographie/pelican/plugins", "plugins")

FirstFiles = Mapping[str, bytes]
"""The files that are ready before the site is, by their paths on it."""


def environment_of_python(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python writes UTF-8, and has sets in one order.

    What is made from sets is recognised from one build to the next.
    """
    return {**environment, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}


def _nothing_open() -> Collection[str]:
    return ()


def _shown_nowhere(_files: FirstFiles) -> None:
    """Show nothing before the site is whole."""


class Resident:
    """Builds of the project ``root``, one at a time, in one process while its program stays.

    ``open_pages`` returns the paths of the pages to build first, of which ``show`` gets the files.
    """

    def __init__(
        self,
        root: Path,
        open_pages: Callable[[], Collection[str]] = _nothing_open,
        show: Callable[[FirstFiles], None] = _shown_nowhere,
    ) -> None:
        self._root = root
        self._open_pages = open_pages
        self._show = show
        self._process: subprocess.Popen[str] | None = None
        self._program: object = None
        self._outdated: Path | None = None

    def prepare(self) -> None:
        """Have a process ready, or loading, for the next build."""
        if self._is_current():
            return
        self.close()
        self._program = self._signature()
        paths = [str(self._root / name) for name in _PLUGINS]
        self._process = subprocess.Popen(
            # -P: modules of its folder have names that others have.
            [sys.executable, "-P", str(_PROGRAM), *paths],
            cwd=self._root,
            env=environment_of_python(os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def take(
        self, arguments: Sequence[str], environment: Mapping[str, str], log: Path
    ) -> "Job | None":
        """Return the run of Pelican with these arguments, None when no process is ready.

        All that it says goes into ``log``; beside is the file that tells it that it is outdated.
        """
        process = self._process
        if process is None or process.stdin is None or not self._is_current():
            self.close()
            return None
        self._outdated = log.with_suffix(".depasse")
        asked = {**environment, OUTDATED: str(self._outdated)}
        asked[WANTED] = json.dumps(sorted(self._open_pages()))
        job = {"arguments": [*arguments], "environment": asked, "log": str(log)}
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        except OSError:
            self.close()
            return None
        return Job(process, self._show)

    def give_way(self) -> None:
        """Let the build under way end once its first pages are shown: another one is to follow."""
        # The folder of a build that has ended is gone.
        with suppress(OSError):
            if self._outdated:
                self._outdated.touch()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process:
            _end(self._process)
        self._process = None

    def _is_current(self) -> bool:
        """Return whether the process lives, and loaded the program as it is now."""
        alive = self._process is not None and self._process.poll() is None
        return alive and self._signature() == self._program

    def _signature(self) -> list[tuple[str, int, int]]:
        """Return what changes with the program, with the data in it, and with the settings."""
        files = sorted((*_below(self._root / "plugins"), *map(str, self._root.glob("*.py"))))
        return [(path, *_time_and_size(path)) for path in files]


def _below(folder: Path) -> Iterator[str]:
    """Yield the paths of the files below a folder but those that Python compiled."""
    for place, folders, names in os.walk(folder):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        yield from (os.path.join(place, name) for name in names)  # noqa: PTH118 — called often


def _time_and_size(path: str) -> tuple[int, int]:
    """Return what changes with a file; one that is gone by now has none."""
    try:
        stat = os.stat(path)  # noqa: PTH116 — as above
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


class Job:
    """One build in the process: as ``Popen``, it can be waited for, and ended."""

    def __init__(
        self, process: "subprocess.Popen[str]", show: Callable[[FirstFiles], None]
    ) -> None:
        self._process = process
        self._show = show
        self._replies: queue.Queue[str] = queue.Queue()
        self._status: int | None = None
        threading.Thread(target=self._listen, daemon=True).start()

    def wait(self, timeout: float | None = None) -> int:
        """Return Pelican's exit status, a breakdown's when the process ended before.

        Raises subprocess.TimeoutExpired when it takes longer than ``timeout`` seconds.
        """
        end = None if timeout is None else time.monotonic() + timeout
        while self._status is None:
            left = None if end is None else max(0.0, end - time.monotonic())
            try:
                self._take(self._replies.get(timeout=left))
            except queue.Empty as error:
                raise subprocess.TimeoutExpired("pelican", timeout or 0) from error
        return self._status

    def kill(self) -> None:
        """End the process, unless the build has ended."""
        if self._status is None:
            _end(self._process)
            self._status = int(ExitCode.FAULT)

    def _listen(self) -> None:
        """Queue the answers to this job: the status is the last; "" when the process ended."""
        with suppress(ValueError):
            # The stream is closed when the process is ended.
            for line in self._process.stdout or ():
                self._replies.put(line)
                if "status" in json.loads(line):
                    return
        self._replies.put("")

    def _take(self, line: str) -> None:
        reply = json.loads(line) if line else {}
        if "files" not in reply:
            self._status = int(reply.get("status", ExitCode.FAULT))
            return
        folder = Path(reply["folder"])
        self._show({name: (folder / name).read_bytes() for name in reply["files"]})


def _end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        # What could not be written any more is of no use to anybody.
        with suppress(OSError):
            if stream:
                stream.close()
