"""What was made of a picture is kept: made once, forgotten when asked, never in the way."""

import os
from pathlib import Path

import pytest

from association.pictures import rendition_cache as module
from association.pictures.recipe import HEAD, Recipe
from association.pictures.rendition_cache import RenditionCache
from tests.pictures.photographs import coloured, photograph, saved, written

RECIPE = Recipe((100, 200), 200)


def refusing(*_: object) -> None:
    raise AssertionError("nothing was to be made")


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path, "a.jpg", photograph())
    rendition_cache = RenditionCache(tmp_path / "made")
    [first] = rendition_cache.files([(source, RECIPE)])
    monkeypatch.setattr(module, "render", refusing)
    elsewhere = written(tmp_path, "sous un autre nom.jpg", photograph())
    assert rendition_cache.files([(elsewhere, RECIPE)]) == [first]
    assert all(path.is_file() for path in first.values())


def test_another_picture_or_recipe_is_made(tmp_path: Path) -> None:
    source = written(tmp_path, "a.png", saved(coloured(300, 200), "PNG"))
    rendition_cache = RenditionCache(tmp_path / "made")
    square = Recipe((100, 200), 200, HEAD)
    plain, cropped = rendition_cache.files([(source, RECIPE), (source, square)])
    assert plain != cropped
    source.write_bytes(saved(coloured(300, 201), "PNG"))
    assert rendition_cache.files([(source, RECIPE)]) != [plain]


def test_a_picture_is_forgotten_with_all_that_was_made_of_it(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jpg", photograph())
    rendition_cache = RenditionCache(tmp_path / "made")
    rendition_cache.files([(source, RECIPE)])
    assert rendition_cache.was_decoded(photograph())
    rendition_cache.forget(photograph())
    assert not rendition_cache.was_decoded(photograph())
    assert list(rendition_cache.folder.iterdir()) == []


def test_what_no_build_uses_any_more_is_dropped_in_time(tmp_path: Path) -> None:
    rendition_cache = RenditionCache(tmp_path / "made")
    old = written(tmp_path, "old.jpg", photograph(120, 80))
    rendition_cache.files([(old, RECIPE)])
    [folder] = rendition_cache.folder.iterdir()
    os.utime(folder, (0, 0))
    rendition_cache.files([(written(tmp_path, "new.jpg", photograph()), RECIPE)])
    assert not rendition_cache.was_decoded(old.read_bytes())
    assert rendition_cache.was_decoded(photograph())


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jpg", photograph(1200, 800))
    rendition_cache = RenditionCache(tmp_path / "made")
    found = rendition_cache.files([(source, RECIPE)] * 6)
    assert all(files == found[0] for files in found)
    [home] = rendition_cache.folder.iterdir()
    assert len(list(home.iterdir())) == 1


def test_a_full_or_closed_disk_only_makes_it_forget(tmp_path: Path) -> None:
    RenditionCache(written(tmp_path, "file", b"") / "below").mark_decoded(b"x")
