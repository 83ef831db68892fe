"""A few people where there is no room for all: of every region before anybody's second."""

from pathlib import Path

from association.people.faces import faces
from association.people.lists import directory
from tests.people_context import context

RENNES = {"ville": "Rennes", "code_postal": "35000"}
PHOTO = {
    "champs": "photo:\n  fichier: images/praticiens/julien-sorel.svg\n  alt: Une tête.\n",
    "pour": "ville, portrait",
}


def shown(root: Path, count: int, *people: dict[str, str]) -> list[str]:
    return [person.slug for person in faces(directory(context(root, *people)), count)]


def test_each_region_shows_somebody_before_any_shows_a_second(tmp_path: Path) -> None:
    north = [{"slug": name, "nom": name.capitalize()} for name in ("albe", "bern", "cros")]
    people = [*north, {"slug": "dorr", "nom": "Dorr", **RENNES}]
    assert shown(tmp_path, 3, *people) == ["dorr", "albe", "bern"]


def test_who_has_a_portrait_is_shown_first_of_a_region(tmp_path: Path) -> None:
    people = [{"slug": "albe", "nom": "Albe"}, {"slug": "bern", "nom": "Bern", **PHOTO}]
    assert shown(tmp_path, 1, *people) == ["bern"]


def test_a_directory_of_nobody_shows_nobody(tmp_path: Path) -> None:
    assert shown(tmp_path, 6) == []
