"""A few people where there is no room for all: of every region before anybody's second."""

from pathlib import Path

from association.people.faces import faces, faces_of
from association.people.facets import AUDIENCE, THEME
from association.people.lists import directory
from association.people.values import value_of
from tests.people_context import context

RENNES = {"ville": "Rennes", "code_postal": "35000"}
JEUNES = {"publics": "[Jeunes]"}
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


def test_who_shares_most_of_a_subject_comes_first_and_who_shares_nothing_does_not(
    tmp_path: Path,
) -> None:
    people = [
        {"slug": "albe", "nom": "Albe", "themes": "[Usure professionnelle]"},
        {"slug": "bern", "nom": "Bern", "themes": "[Conflits au travail]", **JEUNES},
        {"slug": "cros", "nom": "Cros", "themes": "[Conflits au travail]"},
        {"slug": "dorr", "nom": "Dorr", "themes": "[Conflits au travail]", **JEUNES},
    ]
    whole = directory(context(tmp_path, *people))
    words = whole.context.content.vocabulary
    subject = {
        value_of(THEME, words.of_kind("themes")["Conflits au travail"]),
        value_of(AUDIENCE, words.of_kind("audiences")["Jeunes"]),
    }
    found = [person.slug for person in faces_of(whole, subject, 2, but="dorr")]
    assert found == ["bern", "cros"]
