"""A process that reads a folder again sees every change, and opens no file that did not change."""

import gc
import os
import stat
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from weakref import ReferenceType, ref

import pytest

from association.checks.all_checks import verified
from association.core.file_stamps import Stamp, stamp_of
from association.core.results_cache import ResultsCache
from tests.builders import NEWS, TODAY, content_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere no file has a stamp")

_LATER = 10_000_000_000


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all files be written a while ago."""
    clock = SimpleNamespace(time_ns=lambda: time.time_ns() + _LATER)
    monkeypatch.setattr("association.core.file_stamps.time", clock)


def _rewritten(file: Path, content: bytes) -> None:
    """Write a file again, and set its time back."""
    before = file.stat().st_mtime_ns
    file.write_bytes(content)
    os.utime(file, ns=(before, before))


# Mode, number, device, links, owner, group, size: a plain file.
_FILE = (stat.S_IFREG | 0o644, 7, 1, 1, 0, 0, 5, 0, 0, 0)
_TIMES = {"st_mtime_ns": 1_000_000_000, "st_ctime_ns": 1_000_000_000}


def _stamp(
    monkeypatch: pytest.MonkeyPatch,
    times: Mapping[str, int] = _TIMES,
    fields: Sequence[int] = _FILE,
) -> Stamp | None:
    """Return the stamp of a file of which the system says this."""
    found = os.stat_result(fields, {**_TIMES, **times})
    with monkeypatch.context() as patched:
        patched.setattr(Path, "lstat", lambda _path: found)
        return stamp_of(Path("file"))


@pytest.mark.parametrize("written", _TIMES)
def test_what_was_written_just_now_is_not_trusted(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    assert _stamp(monkeypatch) is not None
    assert _stamp(monkeypatch, {written: time.time_ns()}) is None


@pytest.mark.parametrize("field", [1, 2, 6])
def test_another_file_or_size_is_another_stamp(monkeypatch: pytest.MonkeyPatch, field: int) -> None:
    other = [*_FILE]
    other[field] += 1
    assert _stamp(monkeypatch, fields=other) not in (None, _stamp(monkeypatch))


@pytest.mark.parametrize("changed", _TIMES)
def test_a_time_that_is_set_back_hides_no_change(
    monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    assert _stamp(monkeypatch) == _stamp(monkeypatch) is not None
    assert _stamp(monkeypatch, {changed: 1_000_000_001}) not in (None, _stamp(monkeypatch))


@pytest.mark.usefixtures("later")
def test_only_plain_files_have_a_stamp(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"a")
    link = tmp_path / "link"
    link.symlink_to(file)
    assert stamp_of(file) is not None
    for other in (tmp_path, link, tmp_path / "missing"):
        assert stamp_of(other) is None


@pytest.mark.usefixtures("later")
def test_what_did_not_change_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = content_folder(tmp_path)
    cache = ResultsCache(tmp_path / "texts", lasting=True)
    before = verified(root, TODAY, cache=cache)
    monkeypatch.setattr("association.content.reading._content_of", None)
    again = verified(root, TODAY, cache=cache)
    assert again.content == before.content
    assert again.problems == before.problems


@pytest.mark.usefixtures("later")
def test_what_was_not_opened_is_kept(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    sizes = []
    for _ in range(3):
        cache = ResultsCache(tmp_path / "texts", lasting=True)
        verified(root, TODAY, cache=cache)
        cache.save()
        sizes.append((tmp_path / "texts").stat().st_size)
        if len(sizes) == 2:
            (root / NEWS).unlink()
    assert sizes[0] == sizes[1] > sizes[2]


@pytest.mark.usefixtures("later")
def test_nothing_stays_of_a_file_that_is_gone(tmp_path: Path) -> None:
    root = content_folder(tmp_path)

    def news() -> list[ReferenceType[object]]:
        cache = ResultsCache(tmp_path / "texts", lasting=True)
        content = verified(root, TODAY, cache=cache).content
        cache.save()
        return [ref(entry) for entry in content.news.values()]

    [before] = news()
    assert before() is not None
    (root / NEWS).unlink()
    assert news() == []
    gc.collect()
    assert before() is None


def test_other_bytes_of_the_same_length_and_time_are_read(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    cache = ResultsCache(tmp_path / "texts", lasting=True)
    file = root / NEWS
    text = file.read_bytes()
    for content in (text, text.replace(b"Nous", b"Vous"), text):
        _rewritten(file, content)
        assert verified(root, TODAY, cache=cache).content == verified(root, TODAY).content


@pytest.mark.usefixtures("later")
def test_another_vocabulary_reads_all_again(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    cache = ResultsCache(tmp_path / "texts", lasting=True)
    words = root / "vocabulaire.yml"
    text = words.read_text("utf-8")
    for content in (text, text.replace("Occitanie", "Ocitanie"), text):
        words.write_text(content, "utf-8")
        found = verified(root, TODAY, cache=cache)
        assert found.content == verified(root, TODAY).content
        assert found.problems == verified(root, TODAY).problems
