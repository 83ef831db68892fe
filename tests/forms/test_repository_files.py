"""The forges' own forms: valid YAML, the questions of the schema, the same words on each forge."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.forge_templates import as_text, gitlab_templates, write

from association.content import reading
from association.content.schema import TYPES
from tests.built_site import ROOT

FORMS = sorted(
    path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"
)
# What each form is about, and the questions that are of no field: a page, a text.
ABOUT = {"rendez-vous.yml": "agenda", "fiche.yml": "praticiens"}
OF_NO_FIELD = {"page", "correction", "texte"}
# docs.github.com, « Syntax for GitHub's form schema ».
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_fields_of_the_schema(path: Path) -> None:
    form = _read(path)
    assert {"name", "description", "body"} <= set(form)
    assert {part["type"] for part in form["body"]} <= KINDS
    asked = [part["id"] for part in form["body"] if "id" in part]
    assert len(asked) == len(set(asked))
    model = TYPES.get(ABOUT.get(path.name, ""))
    keys = {str(field.alias) for field in model.model_fields.values()} if model else set()
    assert set(asked) <= keys | OF_NO_FIELD


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_begins_by_saying_who_can_read_it(path: Path) -> None:
    first = _read(path)["body"][0]
    assert first["type"] == "markdown"
    assert "peut être lue par tout le monde" in first["attributes"]["value"]


def test_the_categories_of_the_form_are_those_of_the_site() -> None:
    words = reading.read(ROOT / "content").vocabulary
    body = _read(ROOT / ".github/ISSUE_TEMPLATE/rendez-vous.yml")["body"]
    [asked] = [part for part in body if part.get("id") == "categorie"]
    assert asked["attributes"]["options"] == list(words.of_kind("categories"))


def test_gitlab_asks_in_texts_what_github_asks_in_forms() -> None:
    body = [
        {"type": "markdown", "attributes": {"value": "Tout le monde peut lire ceci.\n"}},
        {"type": "input", "attributes": {"label": "Titre", "placeholder": "Une soirée"}},
        {"type": "dropdown", "attributes": {"label": "Catégorie", "options": ["A", "B"]}},
        {"type": "textarea", "attributes": {"label": "Lieu", "description": "La salle."}},
        {"type": "checkboxes", "attributes": {"label": "", "options": [{"label": "J’ai relu."}]}},
    ]
    assert as_text({"body": body}).split("\n\n") == [
        "Tout le monde peut lire ceci.",
        "## Titre",
        "## Catégorie",
        "<!-- A, B -->",
        "## Lieu",
        "<!-- La salle. -->",
        "- [ ] J’ai relu.\n",
    ]


def test_the_templates_of_gitlab_are_up_to_date(bless: bool) -> None:
    if bless:
        write(ROOT)
    gitlab = (path for path in (ROOT / ".gitlab").rglob("*") if path.is_file())
    found = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in gitlab}
    assert found == gitlab_templates(ROOT), "run « invoke bless »"


def test_each_forge_is_told_who_reads_the_profiles() -> None:
    for forge in (".github", ".gitlab", ".forgejo"):
        lines = (ROOT / forge / "CODEOWNERS").read_text("utf-8").splitlines()
        owned = [line.split() for line in lines if line and not line.startswith("#")]
        assert all(len(parts) == 2 and parts[1].startswith("@") for parts in owned)
        assert any("content/praticiens/" in parts[0] for parts in owned)
