"""What stands on the floor: each rule finds its fault, and leaves alone what is ordinary."""

import subprocess
from pathlib import Path

import pytest
from tools.work_tree import MOST, findings, heavy_files, main, repeated_lines

SENTENCE = "The last good site stays until the next one is whole."


def _git(root: Path, *arguments: str) -> None:
    author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", "-C", str(root), *author, *arguments], check=True, capture_output=True)


def _committed(root: Path, files: dict[str, str]) -> Path:
    """Return a work tree in which these files, and nothing else, are committed."""
    _git(root, "init")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    _git(root, "add", "--force", ".")
    _git(root, "commit", "--message", "Begin")
    return root


def test_a_tree_as_it_was_committed_is_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _committed(tmp_path, {"README.md": "- one\n", ".gitignore": "output/\n"})
    (root / "output").mkdir()
    (root / "output" / "index.html").touch()
    assert findings(root) == []
    assert main([str(root)]) == 0
    assert capsys.readouterr().out == ""


def test_what_a_run_makes_changes_or_takes_away_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _committed(tmp_path, {"a.txt": "a", "b.txt": "b"})
    (root / "a.txt").write_text("changed")
    (root / "b.txt").unlink()
    (root / "été.txt").touch()
    said = "changed or made since the last commit"
    assert findings(root) == [f"a.txt: {said}", f"b.txt: {said}", f"été.txt: {said}"]
    assert main([str(root)]) == 1
    assert "été.txt" in capsys.readouterr().out


def test_a_heavy_file_is_found_unless_its_kind_may_be_heavy() -> None:
    heavy = {
        "theme/static/images/fond.png": MOST + 1,
        "content/images/actualites/voix.jpg": 138_154,
    }
    [said] = heavy_files(heavy | {"theme/README.md": MOST})
    assert said.startswith("theme/static/images/fond.png: 60001 bytes")


def test_a_kind_that_may_be_heavy_has_its_limit_too() -> None:
    assert heavy_files({"docs/images/accueil.png": 80_001, "requirements-dev.txt": 246_846}) == [
        "docs/images/accueil.png: 80001 bytes, and 80000 is the most (tools/work_tree.py)"
    ]


def test_folders_of_caches_and_files_that_git_is_to_ignore_are_found(tmp_path: Path) -> None:
    files = {"cache/1/plain.jpg": "", "cache/2/plain.jpg": "", "a.log": "", ".gitignore": "*.log\n"}
    assert findings(_committed(tmp_path, files)) == [
        "a.log: git tracks it and .gitignore rules it out",
        "cache: a folder of caches or output has no place in git",
    ]


def test_a_document_that_a_merge_doubled_is_found(tmp_path: Path) -> None:
    text = f"## For editors\n\n- {SENTENCE}\n\n## For visitors\n\n* {SENTENCE}\n"
    root = _committed(tmp_path, {"CHANGELOG.md": text, "content/pages/a.md": text})
    assert findings(root) == [f"CHANGELOG.md: twice in a list: {SENTENCE}"]


def test_the_second_line_of_an_item_counts_as_well() -> None:
    assert repeated_lines(f"- Once.\n  {SENTENCE}\n- Twice.\n  {SENTENCE}\n") == [SENTENCE]


@pytest.mark.parametrize(
    "document",
    [
        "- no option\n- no option\n",
        f"{SENTENCE}\n\n{SENTENCE}\n",
        f"- {SENTENCE}\n\n{SENTENCE}\n",
        f"```\n- {SENTENCE}\n- {SENTENCE}\n```\n",
        f"| {SENTENCE} |\n|---|\n| {SENTENCE} |\n",
    ],
    ids=["short items", "paragraphs", "a list and its paragraph", "code", "a table"],
)
def test_what_is_ordinarily_the_same_twice_is_let_be(document: str) -> None:
    assert repeated_lines(document) == []
