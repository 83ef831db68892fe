"""A new site shares the files that are the same in the site in place, and no other."""

import os
from pathlib import Path

import pytest

from association.core.output_folder import OutputFolder, write_anew

PAGE = "agenda/journee/index.html"


@pytest.fixture
def former(tmp_path: Path) -> Path:
    folder = tmp_path / "former"
    OutputFolder(folder).write(PAGE, b"Bonjour.")
    return folder


def test_a_file_that_is_the_same_is_shared(tmp_path: Path, former: Path) -> None:
    OutputFolder(tmp_path / "new", former).write(PAGE, b"Bonjour.")
    assert (tmp_path / "new" / PAGE).samefile(former / PAGE)


@pytest.mark.parametrize("content", [b"Bonsoir.", b"Bonjour", b""])
def test_a_file_that_is_another_is_written(tmp_path: Path, former: Path, content: bytes) -> None:
    OutputFolder(tmp_path / "new", former).write(PAGE, content)
    assert (tmp_path / "new" / PAGE).read_bytes() == content
    assert (former / PAGE).read_bytes() == b"Bonjour."


def test_what_is_written_over_a_shared_file_leaves_the_former_site(
    tmp_path: Path, former: Path
) -> None:
    output = OutputFolder(tmp_path / "new", former)
    for content in (b"Bonjour.", b"Bonsoir.", b"Bonjour."):
        output.write(PAGE, content)
        assert (tmp_path / "new" / PAGE).read_bytes() == content
    write_anew(tmp_path / "new" / PAGE, b"Bonne nuit.")
    assert (former / PAGE).read_bytes() == b"Bonjour."


def test_what_is_written_already_is_left_alone(former: Path) -> None:
    os.utime(former / PAGE, ns=(0, 0))
    OutputFolder(former).write(PAGE, b"Bonjour.")
    assert (former / PAGE).stat().st_mtime_ns == 0


def test_a_file_is_there_while_another_takes_its_place(
    former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    write_bytes = Path.write_bytes

    def write_and_look(path: Path, content: bytes) -> int:
        size = write_bytes(path, content[:3])
        found.append((former / PAGE).read_bytes())
        return size

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", write_and_look)
        OutputFolder(former).write(PAGE, b"Bonsoir.")
    assert found == [b"Bonjour."]
    assert [path.name for path in (former / PAGE).parent.iterdir()] == [Path(PAGE).name]


def test_a_link_to_a_file_of_somebody_else_is_not_followed(tmp_path: Path, former: Path) -> None:
    own = tmp_path / "own.html"
    (former / PAGE).rename(own)
    (former / PAGE).symlink_to(own)
    OutputFolder(tmp_path / "new", former).write(PAGE, b"Bonjour.")
    assert not (tmp_path / "new" / PAGE).samefile(own)


def test_where_no_file_can_be_shared_it_is_written(
    tmp_path: Path, former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    OutputFolder(tmp_path / "new", former).write(PAGE, b"Bonjour.")
    assert (tmp_path / "new" / PAGE).read_bytes() == b"Bonjour."
    assert not (tmp_path / "new" / PAGE).samefile(former / PAGE)


def test_a_site_that_is_written_where_it_is_keeps_what_is_the_same(former: Path) -> None:
    before = (former / PAGE).stat()
    OutputFolder(former, former).write(PAGE, b"Bonjour.")
    assert (former / PAGE).stat() == before
    OutputFolder(former, former).write(PAGE, b"Bonsoir.")
    assert (former / PAGE).read_bytes() == b"Bonsoir."
