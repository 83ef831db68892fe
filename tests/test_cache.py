"""Whatever becomes of ``.cache``, a build gives the same site."""

import errno
import shutil
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from association.core.cache import DISCARD_MESSAGE, read_cache_file, write_cache_file
from association.runner import summary
from association.runner.build import Outcome, Plan, build
from tests.small_project import small_project


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size or 1))


def strange_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def half_of_it(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "etranger").write_bytes(b"?")


DAMAGES = [zeros, strange_bytes, half_of_it, nothing, a_folder]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_counts_as_nothing_and_is_removed(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path, damaged_files = tmp_path / "kept", list[Path]()
    assert read_cache_file(path, damaged_files) is None
    write_cache_file(path, b"content")
    assert read_cache_file(path, damaged_files) == b"content"
    assert damaged_files == []
    damage(path)
    assert read_cache_file(path, damaged_files) is None
    assert damaged_files == [path]
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    write_cache_file(tmp_path / "kept", b"content")
    assert list(tmp_path.iterdir()) == []


def built(root: Path) -> tuple[Outcome, dict[str, bytes]]:
    outcome = build(Plan(root, asof="2027-03-01"))
    assert outcome.is_success, outcome.trouble
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return outcome, {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def words(outcome: Outcome) -> str:
    assert outcome.report is not None
    return summary.success(outcome.report, outcome.seconds)


def test_a_damaged_cache_is_made_anew_and_said_once(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    first, site = built(root)
    assert DISCARD_MESSAGE not in words(first)
    files = sorted(path for path in (root / ".cache").rglob("*") if path.is_file())
    folders = {path.relative_to(root / ".cache").parts[0] for path in files}
    assert folders == {"images", "resultats", "templates"}
    for path, damage in zip(files, cycle(DAMAGES), strict=False):
        damage(path)
    cache_was_repaired, after = built(root)
    assert after == site
    assert words(cache_was_repaired).count(DISCARD_MESSAGE) == 1
    again, after = built(root)
    assert after == site
    assert DISCARD_MESSAGE not in words(again)


@pytest.mark.parametrize("name", ["textes", "pages-*"])
def test_one_damaged_file_of_results_is_said(tmp_path: Path, name: str) -> None:
    root = small_project(tmp_path)
    built(root)
    [file] = (root / ".cache" / "resultats").glob(name)
    zeros(file)
    assert DISCARD_MESSAGE in words(built(root)[0])


def test_files_where_folders_were_are_no_hindrance(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    _, site = built(root)
    for name in ("images", "resultats", "templates"):
        shutil.rmtree(root / ".cache" / name)
        (root / ".cache" / name).write_bytes(b"?")
    assert built(root)[1] == site
    shutil.rmtree(root / ".cache")
    (root / ".cache").symlink_to(root / "nowhere")
    assert built(root)[1] == site
