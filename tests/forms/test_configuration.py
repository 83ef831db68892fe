"""The forms ask what the schema asks: every field of every type, required where it is required."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema.validators import validator_for

from association.content.forge import Forge
from association.content.schema import TYPES, WrittenVocabulary
from association.editing.forms.configuration import Front, configuration
from association.editing.guide.json_schema import json_schema
from tests.people_builders import shipped

WORDS = shipped().vocabulary
FRONT = Front("Asso", "https://asso.example/", "/theme/images/favicon.svg")
GITHUB = Forge("github", "https://github.com", "asso/site")
FORGES = {
    "none": None,
    "github": GITHUB,
    "github-sign-in": Forge("github", "https://github.com", "a/b", sign_in="https://id.example"),
    "github-own": Forge("github", "https://git.example", "a/b"),
    "gitlab": Forge("gitlab", "https://gitlab.com", "a/b/c", application="app"),
    "forgejo": Forge("forgejo", "https://codeberg.org", "a/b", branch="publié", folder=""),
    "forgejo-sign-in": Forge("forgejo", "https://codeberg.org", "a/b", application="app"),
}
Field = dict[str, Any]


def _made(forge: Forge | None = None) -> dict[str, Any]:
    return configuration(WORDS, forge, FRONT)


def _of_form(fields: list[Field], above: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the path of every field of a form and whether it must be filled."""
    for field in fields:
        if field["name"] != "body":
            path = above + field["name"]
            yield path, field.get("required", False)
            yield from _of_form(field.get("fields", []), f"{path}.")


def _of_schema(node: dict[str, Any], above: str = "") -> Iterator[tuple[str, bool]]:
    for key, field in node.get("properties", {}).items():
        path = above + key
        yield path, key in node.get("required", ())
        yield from _of_schema(field.get("items", field), f"{path}.")


def _fields(node: Any) -> Iterator[Field]:
    """Yield every field of a configuration, those within fields too."""
    if isinstance(node, dict):
        if "widget" in node:
            yield node
        for value in node.values():
            yield from _fields(value)
    elif isinstance(node, list):
        for value in node:
            yield from _fields(value)


@pytest.mark.parametrize("folder", TYPES)
def test_a_form_asks_every_field_of_its_type_and_requires_the_same(folder: str) -> None:
    collections = {made["name"]: made for made in _made()["collections"]}
    asked = dict(_of_form(collections[folder]["fields"]))
    assert asked == dict(_of_schema(json_schema(TYPES[folder], WORDS)))


def test_the_controlled_words_have_a_form_too() -> None:
    [form] = _made()["collections"][-1]["files"]
    asked = dict(_of_form(form["fields"]))
    assert asked == dict(_of_schema(json_schema(WrittenVocabulary, WORDS)))


@pytest.mark.parametrize("forge", FORGES.values(), ids=FORGES)
def test_the_program_takes_the_configuration(package: Path, forge: Forge | None) -> None:
    schema = json.loads((package / "schema" / "sveltia-cms.json").read_text("utf-8"))
    made = _made(forge)
    # What the page takes for itself.
    made.pop("publication", None)
    errors = validator_for(schema)(schema).iter_errors(made)
    found = jsonschema.exceptions.best_match(errors)
    assert found is None, (list(found.absolute_path), found.message)


def test_what_a_form_offers_is_what_the_checker_takes() -> None:
    for field in _fields(_made()["collections"]):
        if field["widget"] == "datetime":
            assert (field["type"], field["format"]) == ("date", "YYYY-MM-DD")
        if "pattern" in field:
            form, says = field["pattern"]
            assert re.search(form, str(says.rpartition("exemple ")[2]).strip('"')), field["name"]
        # « oui » and « non » are words here: a box to tick would write true.
        assert field["widget"] != "boolean"


def test_what_is_named_lies_in_the_collection_of_its_folder() -> None:
    names = {made["name"] for made in _made()["collections"]}
    found = [field for field in _fields(_made()) if field["widget"] == "relation"]
    assert {field["collection"] for field in found} == {
        "agenda",
        "groupes",
        "praticiens",
        "metiers",
    }
    assert {field["collection"] for field in found} <= names
    assert {field["value_field"] for field in found} == {"{{slug}}"}


def test_what_others_rely_on_is_not_deleted_and_the_form_says_what_is_done_instead() -> None:
    made = [entry for entry in _made()["collections"] if "folder" in entry]
    deletable = {entry["name"] for entry in made if entry["delete"]}
    assert deletable == {"actualites", "capsules", "documents", "groupes"}
    instead = {
        "agenda": "« annulé »",
        "praticiens": "secrétariat",
        "pages": "changez",
        "metiers": "",
    }
    for entry in made:
        assert instead.get(entry["name"], "") in entry["description"]


@pytest.mark.parametrize("forge", FORGES.values(), ids=FORGES)
def test_files_stay_in_the_content_s_folder(forge: Forge | None) -> None:
    root = f"{forge.folder}/" if forge and forge.folder else "" if forge else "content/"
    made = _made(forge)
    folders = {entry["folder"] for entry in made["collections"][:-1]}
    assert folders == {root + name for name in TYPES}
    places = {field["media_folder"] for field in _fields(made) if "media_folder" in field}
    assert {place for place in places if not place.startswith(f"/{root}")} == set()


def test_a_save_makes_a_proposal_on_the_forges_where_the_program_makes_any() -> None:
    for forge in FORGES.values():
        expected = "editorial_workflow" if forge and forge.kind != "forgejo" else None
        assert _made(forge).get("publish_mode") == expected


def test_nobody_signs_in_elsewhere_than_at_the_forge() -> None:
    for forge in FORGES.values():
        backend = _made(forge)["backend"]
        if forge and forge.application:
            assert backend["base_url"] == forge.address
        elif forge and forge.sign_in:
            assert backend["base_url"] == forge.sign_in
        else:
            assert backend["auth_methods"] == ["token"]


def test_no_label_lacks_its_accents() -> None:
    labels = {field["label"] for field in _fields(_made()) if "label" in field}
    bare = {
        "Resume",
        "Debut",
        "Categorie",
        "Evenement",
        "Metiers",
        "Telephone",
        "Numero",
        "Prenom",
        "Video",
    }
    assert labels.isdisjoint(bare | {"Video"})
    assert all("_" not in text and text[0].isupper() for text in labels)
