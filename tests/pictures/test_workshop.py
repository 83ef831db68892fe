"""What was made of a picture is kept: made once, forgotten when asked, never in the way."""

import os
from pathlib import Path

import pytest

from association.pictures import workshop as module
from association.pictures.recipe import HEAD, Recipe
from association.pictures.workshop import Workshop
from tests.pictures.photographs import coloured, photograph, saved, written

RECIPE = Recipe((100, 200), 200)


def refusing(*_: object) -> None:
    raise AssertionError("nothing was to be made")


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path, "a.jpg", photograph())
    workshop = Workshop(tmp_path / "made")
    [first] = workshop.files([(source, RECIPE)])
    monkeypatch.setattr(module, "made", refusing)
    elsewhere = written(tmp_path, "sous un autre nom.jpg", photograph())
    assert workshop.files([(elsewhere, RECIPE)]) == [first]
    assert all(path.is_file() for path in first.values())


def test_another_picture_or_recipe_is_made(tmp_path: Path) -> None:
    source = written(tmp_path, "a.png", saved(coloured(300, 200), "PNG"))
    workshop = Workshop(tmp_path / "made")
    square = Recipe((100, 200), 200, HEAD)
    plain, cropped = workshop.files([(source, RECIPE), (source, square)])
    assert plain != cropped
    source.write_bytes(saved(coloured(300, 201), "PNG"))
    assert workshop.files([(source, RECIPE)]) != [plain]


def test_a_picture_is_forgotten_with_all_that_was_made_of_it(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jpg", photograph())
    workshop = Workshop(tmp_path / "made")
    workshop.files([(source, RECIPE)])
    assert workshop.knows(photograph())
    workshop.forget(photograph())
    assert not workshop.knows(photograph())
    assert list(workshop.folder.iterdir()) == []


def test_what_no_build_uses_any_more_is_dropped_in_time(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "made")
    old = written(tmp_path, "old.jpg", photograph(120, 80))
    workshop.files([(old, RECIPE)])
    [folder] = workshop.folder.iterdir()
    os.utime(folder, (0, 0))
    workshop.files([(written(tmp_path, "new.jpg", photograph()), RECIPE)])
    assert not workshop.knows(old.read_bytes())
    assert workshop.knows(photograph())


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jpg", photograph(1200, 800))
    workshop = Workshop(tmp_path / "made")
    found = workshop.files([(source, RECIPE)] * 6)
    assert all(files == found[0] for files in found)
    [home] = workshop.folder.iterdir()
    assert len(list(home.iterdir())) == 1


def test_a_full_or_closed_disk_only_makes_it_forget(tmp_path: Path) -> None:
    Workshop(written(tmp_path, "file", b"") / "below").remember(b"x")
