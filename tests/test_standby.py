"""The process of the next build waits until it is told which build, and runs that one only."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from association.runner.build import Plan, build
from association.runner.standby import Standby
from tests.small_project import small_project


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built once: what a build keeps is there."""
    root = small_project(tmp_path_factory.mktemp("project"))
    assert build(Plan(root, asof="2027-03-01")).is_success
    return root


@pytest.fixture
def standby(root: Path) -> Iterator[Standby]:
    """A standby of the project that has a process ready."""
    standby = Standby(root)
    standby.prepare()
    yield standby
    standby.close()


def _site(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_it_builds_what_another_process_builds(
    root: Path, standby: Standby, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _site(root)
    monkeypatch.setattr("association.runner.build._start", None)
    assert build(Plan(root, asof="2027-03-01"), standby=standby).is_success
    assert _site(root) == plain


def test_it_reads_the_content_as_it_is_then(root: Path, standby: Standby) -> None:
    news = root / "content" / "actualites" / "compte-rendu.md"
    text = news.read_text("utf-8")
    try:
        news.write_text(text.replace("titre:", "titel:"), "utf-8")
        outcome = build(Plan(root, asof="2027-03-01"), standby=standby)
    finally:
        news.write_text(text, "utf-8")
    assert outcome.report is not None
    assert outcome.report.errors


def test_another_program_starts_anew(root: Path, standby: Standby, tmp_path: Path) -> None:
    module = root / "plugins" / "association" / "__init__.py"
    os.utime(module, ns=(0, 0))
    assert standby.take((), os.environ, tmp_path / "log") is None
    assert build(Plan(root, asof="2027-03-01"), standby=standby).is_success


def test_none_is_ready_twice(root: Path, standby: Standby) -> None:
    for _ in range(2):
        assert build(Plan(root, asof="2027-03-01"), standby=standby).is_success


def test_a_project_without_the_plugins_is_built_all_the_same(tmp_path: Path) -> None:
    standby = Standby(tmp_path)
    standby.prepare()
    process = standby.take(["--version"], os.environ, tmp_path / "log")
    assert process is not None
    assert process.wait(60) == 0
    assert (tmp_path / "log").read_text("utf-8").startswith("4.")
