"""A name that one computer cannot hold is refused on all of them, before git stops there."""

from pathlib import Path

import pytest

from association.content.portable_names import LONGEST, is_of_a_device
from tests.builders import BASE, NEWS, content_folder, problems_of
from tests.editing.typist import write

TEXT = (BASE / NEWS).read_text("utf-8").replace("titre: ", "titre: Autre ")


def _fixes(folder: Path, name: str, content: str) -> list[str]:
    found = problems_of(content_folder(folder, {name: content}))
    return [problem.fix for problem in found if problem.code == "nom-de-fichier"]


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_a_text_has_no_name_of_a_device_of_windows(name: str, tmp_path: Path) -> None:
    fixes = _fixes(tmp_path, f"actualites/{name}.md", TEXT)
    assert fixes == [f"renommez-le « nouvelles-de-{name}.md »"]


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("images/aux.svg", "renommez-le « aux-1.svg »"),
        ("documents/aux/statuts.txt", "renommez-le « aux-1 »"),
    ],
)
def test_nor_has_what_lies_beside_the_texts(path: str, fix: str, tmp_path: Path) -> None:
    assert _fixes(tmp_path, path, "<svg xmlns='http://www.w3.org/2000/svg'/>") == [fix]


@pytest.mark.parametrize("name", ["conseil.md", "auxiliaires.md", "com.md", "lpt10.md"])
def test_other_names_are_free(name: str) -> None:
    assert not is_of_a_device(name)


def test_a_path_leaves_room_for_the_folders_above_it(tmp_path: Path) -> None:
    longest = f"actualites/{'ab-' * 40}"[: LONGEST - len("x.md")] + "x.md"
    assert _fixes(tmp_path / "a", longest, TEXT) == []
    too_long = longest.replace("x.md", "xx.md")
    [fix] = _fixes(tmp_path / "b", too_long, TEXT)
    shorter = fix.removeprefix("renommez-le « ").removesuffix(" »")
    assert _fixes(tmp_path / "c", f"actualites/{shorter}", TEXT) == []


def test_a_new_file_has_no_such_name(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    code, typist = write(root, "page", ["Aux", "", "Ce que nous disons.", "Bonjour."])
    assert code == 0, typist.text
    assert "content/pages/aux-2.md" in typist.text


def test_a_name_that_differs_by_its_capitals_is_not_renamed_onto_the_other(tmp_path: Path) -> None:
    name = NEWS.rpartition("/")[2]
    [fix] = _fixes(tmp_path, f"actualites/{name.capitalize()}", TEXT)
    assert fix.startswith(f"« {name} » existe déjà")
