"""What a command costs, with all that it starts and makes. Linux only: ``/proc`` is read."""

import contextlib
import math
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# What changes the costs of a Python that is started.
_KEPT_OUT = "PYTHON"
_SHARE = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)
_TICKS = os.sysconf("SC_CLK_TCK")
# In seconds.
_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class Cost:
    """Seconds of processor and of the clock, and the most MiB that its processes held together."""

    processor: float
    clock: float
    memory: float


def cost_of(command: Sequence[str], folder: Path, more: Mapping[str, str]) -> Cost:
    """Run a command in a folder, with more of an environment; leave with its words if it fails."""
    before, start, highest = os.times(), time.monotonic(), 0
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(more), stdout=said, stderr=said
        )
        while process.poll() is None:
            highest = max(highest, memory_of(process.pid))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_BETWEEN_LOOKS)
        lasted = time.monotonic() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}: {said.read()[-2000:]}")
    after = os.times()
    spent = after.children_user + after.children_system
    return Cost(spent - before.children_user - before.children_system, lasted, highest / 2**10)


def weighed(output: Path) -> tuple[int, float]:
    """Return the files of a site, and their megabytes."""
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def exponent(small: float, large: float, by: float) -> float:
    """Return the power of ``by`` that leads from one to the other."""
    return math.log(large / small) / math.log(by)


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment without what changes a Python, and more."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_KEPT_OUT)}
    return kept | more


def memory_of(process: int) -> int:
    """Return the KiB of a process and of those below it: what they share counts once."""
    return sum(map(_memory, processes_of(process)))


def processor_of(process: int) -> float:
    """Return the seconds of processor that a process and those below it spent, ended ones too."""
    return sum(map(_spent, processes_of(process)))


def processes_of(process: int) -> Iterator[int]:
    """Yield a process and all that it started, by their numbers."""
    yield process
    # A process may end between two looks.
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from processes_of(int(child))


def _memory(process: int) -> int:
    with contextlib.suppress(OSError):
        found = _SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_text())
        return int(found[1]) if found else 0
    return 0


def _spent(process: int) -> float:
    """Return the seconds of one process, with those of its children that ended."""
    with contextlib.suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS
    return 0.0
