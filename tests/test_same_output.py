"""Two revisions give the same site, or the files that differ are named."""

import subprocess
from pathlib import Path

import pytest
from tools import same_output

# Builds two files, one of which no two revisions need to share.
BUILD = """
from pathlib import Path
from invoke.tasks import task

@task
def build(_context, settings):
    output = Path("output")
    output.mkdir(exist_ok=True)
    (output / "index.html").write_text("always the same")
    (output / "words.txt").write_text(Path("words").read_text())
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of three revisions, « one », « two » and « three »: the last two say the same."""
    monkeypatch.setattr(same_output, "ROOT", tmp_path)
    (tmp_path / "tasks.py").write_text(BUILD, "utf-8")
    (tmp_path / ".gitignore").write_text("output\n", "utf-8")
    _git(tmp_path, "init", "--quiet")
    for tag, words in (("one", "Bonjour"), ("two", "Bonsoir"), ("three", "Bonsoir")):
        (tmp_path / "words").write_text(words, "utf-8")
        _git(tmp_path, "add", "--all")
        _git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", tag)
        _git(tmp_path, "tag", tag)
    return tmp_path


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True)


@pytest.mark.usefixtures("project")
def test_revisions_that_build_the_same_bytes_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert same_output.main("two", "three") == 0
    assert "pelicanconf.py: 2 files, 0 differ" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_a_file_that_differs_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert same_output.main("one") == 1
    told = capsys.readouterr().out
    assert "words.txt" in told
    assert "index.html" not in told


def test_a_revision_that_cannot_be_built_is_no_proof(project: Path) -> None:
    assert same_output.main("four", "one") == 2
    listed = subprocess.check_output(["git", "-C", str(project), "worktree", "list"], text=True)
    assert len(listed.splitlines()) == 1
