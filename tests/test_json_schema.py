"""Another program's reader of the JSON Schemas takes and refuses what the checker does."""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from association.content.event_parts import WeekdayOfMonth
from association.content.schema import TYPES
from association.content.values import Day, Email, Moment, Slug, Telephone, WebAddress
from association.editing.guide.json_schema import json_schema, schema_files
from association.source import source
from tests.people_builders import shipped

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
SCHEMAS = ROOT / "docs" / "redacteurs" / "schemas"
WORDS = shipped().vocabulary
VALIDATORS = {
    folder: Draft202012Validator(json_schema(model, WORDS)) for folder, model in TYPES.items()
}
FILES = sorted(
    path for folder in TYPES for path in (CONTENT / folder).glob("*.md") if "." not in path.stem
)


def _typed(node: yaml.Node | None) -> Any:
    """Return a value as readers of YAML 1.2 give it: bare numbers are numbers, days are text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_typed(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.style is None and re.fullmatch(r"[-+]?\d+", node.value):
        return int(node.value)
    if node.style is None and re.fullmatch(r"[-+]?\d+\.\d+", node.value):
        return float(node.value)
    return node.value


def _front_matter(path: Path) -> Any:
    text = path.read_text("utf-8").split("---\n")[1]
    return _typed(yaml.compose(text, Loader=yaml.BaseLoader))


def _complaints(folder: str, value: object) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in VALIDATORS[folder].iter_errors(value)
    ]


def test_the_schemas_of_the_guide_are_up_to_date(bless: bool) -> None:
    made = dict(schema_files(WORDS))
    if bless:
        SCHEMAS.mkdir(parents=True, exist_ok=True)
        for old in SCHEMAS.glob("*.json"):
            old.unlink()
        for name, text in made.items():
            (SCHEMAS / name).write_text(text, "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in SCHEMAS.glob("*.json")}
    assert kept == made, "docs/redacteurs/schemas a vieilli : lancez « invoke bless »"


@pytest.mark.parametrize("folder", TYPES)
def test_a_schema_is_of_the_dialect_it_names(folder: str) -> None:
    schema = VALIDATORS[folder].schema
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_shipped_file_fits_its_schema(path: Path) -> None:
    assert _complaints(path.parent.name, _front_matter(path)) == []


def _objects(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    node = node.get("items", node)
    if "properties" in node:
        yield node
        for field in node["properties"].values():
            yield from _objects(field)


@pytest.mark.parametrize("folder", TYPES)
def test_every_field_is_described_and_says_what_it_takes(folder: str) -> None:
    for node in _objects(VALIDATORS[folder].schema):
        assert node["additionalProperties"] is False
        for key, field in node["properties"].items():
            assert field["description"].endswith("."), key
            taken = field.get("items", field)
            assert taken.keys() & {"title", "enum", "properties"}, key


MISTAKES: list[tuple[str, str, dict[str, object], str]] = [
    ("a misspelt key", "actualites", {"titer": "Bonjour"}, "titer"),
    ("a missing title", "actualites", {"titre": None}, "$.titre"),
    ("a French date", "actualites", {"date": "14/03/2027"}, "$.date"),
    ("a status that is none", "actualites", {"statut": "caché"}, "$.statut"),
    ("a picture without its text", "actualites", {"image": {"fichier": "a.svg"}}, "$.image"),
    ("a long title", "actualites", {"titre": "a" * 121}, "$.titre"),
    ("an hour with an h", "agenda", {"debut": "2027-03-14 9h30"}, "$.debut"),
    ("an unknown category", "agenda", {"categorie": "Pique-nique"}, "$.categorie"),
    ("a price in words", "agenda", {"inscription": {"tarif": "gratuit"}}, "$.inscription.tarif"),
    ("a web address without https", "agenda", {"visio": "www.example.org"}, "$.visio"),
    ("a day of no month", "agenda", {"recurrence": {"jour": "5e mardi"}}, "$.recurrence.jour"),
    ("an unknown region", "praticiens", {"regions": ["Ile de France"]}, "$.regions[0]"),
    ("no métier", "praticiens", {"metiers": []}, "$.metiers"),
    ("one word for a list", "praticiens", {"langues": "français"}, "$.langues"),
    (
        "a number without its country",
        "praticiens",
        {"contact": {"telephone": "01 23 45 67 89"}},
        "",
    ),
    ("no consent", "praticiens", {"consentement": {"pour": ["ville"]}}, "$.consentement"),
    ("a duration with its unit", "capsules", {"duree": "20 minutes"}, "$.duree"),
]


@pytest.mark.parametrize(
    ("folder", "change", "place"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_is_refused_at_its_place(
    folder: str, change: dict[str, object], place: str
) -> None:
    sound = _front_matter(next(path for path in FILES if path.parent.name == folder))
    assert _complaints(folder, sound) == []
    complaints = _complaints(folder, deepcopy(sound) | change)
    assert any(place in complaint for complaint in complaints)


def test_a_missing_field_is_refused() -> None:
    sound = _front_matter(FILES[0])
    del sound["titre"]
    assert any("'titre'" in complaint for complaint in _complaints("actualites", sound))


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_controlled_word_is_taken_with_either_apostrophe(mark: str) -> None:
    region = f"Provence-Alpes-Côte d{mark}Azur"
    sound = _front_matter(CONTENT / "praticiens" / "jean-valjean.md")
    assert _complaints("praticiens", sound | {"regions": [region]}) == []


def test_a_line_that_is_only_a_number_is_taken_as_the_checker_takes_it() -> None:
    text = "---\ntitre: 2027\ndate: 2027-03-14\nresume: 12\n---\n\nBonjour.\n"
    plain = source.read(text.encode()).front.plain()
    assert TYPES["actualites"].model_validate(plain, context={"vocabulary": WORDS})
    assert _complaints("actualites", {"titre": 2027, "date": "2027-03-14", "resume": 12}) == []


KINDS: dict[str, Any] = {
    "day": Day,
    "e-mail": Email,
    "instant or month": Moment,
    "slug": Slug,
    "telephone": Telephone,
    "web address": WebAddress,
    "weekday of a month": WeekdayOfMonth,
}
TEXTS = (
    "2027-03",
    "2027-03-14",
    "2027-03-14 09:30",
    "2027-03-14T09:30:00",
    "2027-3-14",
    "2027-03-14 9:30",
    "jean-valjean",
    "jean--valjean",
    "Jean",
    "https://example.org",
    "http://a.example/b?c#d",
    "https://example",
    "example.org",
    "a.b@example.org",
    "a@b",
    "+33 1 23 45 67 89",
    "+33",
    "01 23 45 67 89",
    "dernier jeudi",
    "5e mardi",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_checker_agree_on_the_form_of_a_value(kind: str, text: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(KINDS[kind])
    try:
        adapter.validate_python(text)
        is_taken = True
    except ValidationError:
        is_taken = False
    assert Draft202012Validator(adapter.json_schema()).is_valid(text) is is_taken
