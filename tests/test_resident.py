"""One process builds the preview again and again; none of its builds knows of another."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from association.runner.build import Plan, build
from association.runner.resident import FirstFiles, Resident
from tests.small_project import small_project


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built once: what a build keeps is there."""
    root = small_project(tmp_path_factory.mktemp("project"))
    assert build(Plan(root, asof="2027-03-01")).is_success
    return root


@pytest.fixture(scope="module")
def resident(root: Path) -> Iterator[Resident]:
    """A resident of the project that has a process ready."""
    resident = Resident(root)
    resident.prepare()
    yield resident
    resident.close()


def _site(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_it_builds_what_another_process_builds(
    root: Path, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _site(root)
    monkeypatch.setattr("association.runner.build._start", None)
    assert build(Plan(root, asof="2027-03-01"), resident=resident).is_success
    assert _site(root) == plain


def test_it_reads_the_content_as_it_is_then(root: Path, resident: Resident) -> None:
    news = root / "content" / "actualites" / "compte-rendu.md"
    text = news.read_text("utf-8")
    try:
        news.write_text(text.replace("titre:", "titel:"), "utf-8")
        resident.prepare()
        outcome = build(Plan(root, asof="2027-03-01"), resident=resident)
    finally:
        news.write_text(text, "utf-8")
    assert outcome.report is not None
    assert outcome.report.errors


def test_another_program_starts_anew(root: Path, resident: Resident, tmp_path: Path) -> None:
    module = root / "plugins" / "association" / "__init__.py"
    resident.prepare()
    os.utime(module, ns=(0, 0))
    assert resident.take((), os.environ, tmp_path / "log") is None
    assert build(Plan(root, asof="2027-03-01"), resident=resident).is_success


def test_one_process_builds_again_and_again(
    root: Path, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _site(root)
    resident.prepare()
    monkeypatch.setattr("association.runner.build._start", None)
    for day in ("2027-06-20", "2027-03-01"):
        assert build(Plan(root, asof=day), resident=resident).is_success
    assert _site(root) == plain


def test_open_pages_are_ready_first_and_as_they_will_be(root: Path) -> None:
    ready: list[FirstFiles] = []
    news = root / "content" / "actualites" / "compte-rendu.md"
    text = news.read_text("utf-8")
    resident = Resident(root, lambda: ["", "actualites/compte-rendu/", "nulle-part/"], ready.append)
    resident.prepare()
    try:
        news.write_text(text.replace("Nous étions", "Nous étions cent et"), "utf-8")
        assert build(Plan(root, asof="2027-03-01"), resident=resident).is_success
    finally:
        news.write_text(text, "utf-8")
        resident.close()
    assert ready[0].keys() == {"actualites/compte-rendu/index.html"}
    for name, content in ready[0].items():
        assert content == (root / "output" / name).read_bytes()


def test_a_build_gives_way_once_its_first_pages_are_shown(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(Plan(root, asof="2027-03-01")).is_success
    plain = _site(root)
    news = root / "content" / "actualites" / "compte-rendu.md"
    text = news.read_text("utf-8")
    ready: list[FirstFiles] = []

    def show(files: FirstFiles) -> None:
        ready.append(files)
        if len(ready) == 1:
            giving_way.give_way()

    giving_way = Resident(root, lambda: ["actualites/compte-rendu/"], show)
    giving_way.prepare()
    monkeypatch.setattr("association.runner.build._start", None)
    try:
        news.write_text(text.replace("Nous étions", "Nous étions cent et"), "utf-8")
        outcome = build(Plan(root, asof="2027-03-01"), resident=giving_way)
        assert outcome.gave_way
        assert not outcome.is_success
        assert _site(root) == plain
        news.write_text(text, "utf-8")
        assert build(Plan(root, asof="2027-03-01"), resident=giving_way).is_success
    finally:
        news.write_text(text, "utf-8")
        giving_way.close()
    assert [len(files) for files in ready] == [1, 0]
    assert _site(root) == plain


def test_a_build_that_is_given_up_ends_its_process(root: Path, tmp_path: Path) -> None:
    resident = Resident(root)
    resident.prepare()
    job = resident.take(["content"], os.environ, tmp_path / "log")
    assert job is not None
    job.kill()
    assert job.wait(0) != 0
    assert resident.take(["content"], os.environ, tmp_path / "log") is None


def test_a_project_without_the_plugins_is_built_all_the_same(tmp_path: Path) -> None:
    resident = Resident(tmp_path)
    resident.prepare()
    process = resident.take(["--version"], os.environ, tmp_path / "log")
    assert process is not None
    assert process.wait(60) == 0
    resident.close()
    assert (tmp_path / "log").read_text("utf-8").startswith("4.")
