"""The forges' own forms: valid YAML, the questions of the schema, the same words on each forge."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from association import reading
from association.schema import TYPES
from built_site import ROOT

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


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_gitlab_which_knows_no_forms_asks_the_same(path: Path) -> None:
    form = _read(path)
    text = (ROOT / ".gitlab/issue_templates" / f"{form['name']}.md").read_text("utf-8")
    for part in form["body"]:
        said = part["attributes"].get("value") or part["attributes"]["label"]
        expected = (
            part["attributes"]["options"][0]["label"] if part["type"] == "checkboxes" else said
        )
        assert expected.strip() in text


def test_proposals_are_asked_the_same_on_each_forge() -> None:
    github, gitlab = ROOT / ".github", ROOT / ".gitlab/merge_request_templates"
    proposals = (github / "PULL_REQUEST_TEMPLATE").iterdir()
    kinds = {path.name: path.read_text("utf-8") for path in proposals}
    usual = (github / "pull_request_template.md").read_text("utf-8")
    assert {path.name: path.read_text("utf-8") for path in gitlab.iterdir()} == {
        **kinds,
        "Default.md": usual,
    }
    assert (ROOT / ".forgejo/pull_request_template.md").read_text("utf-8") == usual


def test_each_forge_is_told_who_reads_the_profiles() -> None:
    for forge in (".github", ".gitlab", ".forgejo"):
        lines = (ROOT / forge / "CODEOWNERS").read_text("utf-8").splitlines()
        owned = [line.split() for line in lines if line and not line.startswith("#")]
        assert all(len(parts) == 2 and parts[1].startswith("@") for parts in owned)
        assert any("content/praticiens/" in parts[0] for parts in owned)
