"""Other people's programs: found on the machine, or the test says what to install."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

_ROOT = Path(__file__).resolve().parent.parent


def need(program: str, package: str) -> str:
    """Return the path of a program; without it, skip the test, or fail it where CI is set.

    Servers live in ``/usr/sbin``, which is in the path of few users.
    """
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    if found is None:
        missing(program, package)
    return found


def need_npm(folder: str, package: str) -> Path:
    """Return the folder of an npm package that the project's ``folder`` pins; node runs it."""
    found = _ROOT / folder / "node_modules" / package
    if not found.is_dir():
        missing(package, f"npm ci --prefix {folder}")
    return found


def missing(program: str, package: str) -> NoReturn:
    """Skip the test for want of a program, or fail it where CI is set."""
    reason = f"{program} is not installed: {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def run(
    command: list[str], *, home: Path, given: bytes = b"", more: Mapping[str, str] | None = None
) -> str:
    """Run a program in a home of its own, in Paris, and return what it prints."""
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Paris",
    }
    done = subprocess.run(
        command, input=given, env=environment | dict(more or {}), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
