"""A publication killed at any step is healed by the next one, of another machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery.ssh_server import Server
from tests.programs import need

ROOT = Path(__file__).parents[2]
# Over SSH a kill takes half a second: all steps are tried where other examples are asked for.
STRIDE = "1" if os.environ.get("HASARD") else "3"
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def kills(*words: str) -> int:
    """Run the kills; return how many there were."""
    path = os.pathsep.join(map(str, (ROOT, ROOT / "plugins")))
    command = [sys.executable, "-m", "tests.delivery.kills", *words]
    env = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@FORKS
def test_a_folder() -> None:
    assert kills("1", "folder") > 60


@FORKS
def test_a_host_over_sftp(server: Server) -> None:
    assert kills(STRIDE, "sftp", str(server.folder), str(server.port)) > 30


@FORKS
def test_a_host_with_rsync(server: Server) -> None:
    need("rsync", "apt install rsync")
    assert kills(STRIDE, "rsync", str(server.folder), str(server.port)) > 30


@FORKS
def test_a_branch_of_a_forge() -> None:
    assert kills("1", "branch") > 10
