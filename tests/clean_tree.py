"""A run of the tests leaves the work tree unchanged."""

import subprocess
from pathlib import Path

import pytest
from tools.work_tree import status

_ROOT = Path(__file__).resolve().parent.parent
_BEFORE = pytest.StashKey[str | None]()
_LEFT = pytest.StashKey[list[str]]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Remember the status of the tree, once even with several workers."""
    is_writing = session.config.getoption("--bless") or session.config.getoption("--draw")
    if not hasattr(session.config, "workerinput") and not is_writing:
        session.config.stash[_BEFORE] = _state()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when the tree has changed."""
    before = session.config.stash.get(_BEFORE, None)
    after = None if before is None else _state()
    if before is not None and after is not None and after != before:
        changed = set(before.splitlines()) ^ set(after.splitlines())
        session.config.stash[_LEFT] = sorted(changed)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what changed in the tree."""
    left = config.stash.get(_LEFT, [])
    if left:
        terminalreporter.section("the tree is not as it was before the tests")
        for line in left:
            terminalreporter.line(line)


def _state() -> str | None:
    """Return the status of the work tree, None where there is no git checkout."""
    try:
        return status(_ROOT)
    except (OSError, subprocess.CalledProcessError):
        return None
