"""The page of fields says what the schema says, and what it shows can be typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from association.content.schema import TYPES
from association.content.written import is_expected
from association.editing.guide.reference import reference
from association.source import frontmatter
from tests.people_builders import shipped

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "redacteurs" / "champs.md"
WORDS = shipped().vocabulary
TEXT = reference(WORDS)
# A folder's own section, from its name to the next heading of a type.
SECTIONS = {
    folder: re.split(r"\n## ", TEXT.partition(f"`content/{folder}`.")[2])[0] for folder in TYPES
}
Row = dict[str, str]


def _rows(table: str) -> dict[str, Row]:
    cells = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `")]
    columns = ("key", "required", "expected", "example", "purpose")
    rows = [dict(zip(columns, (cell.strip() for cell in row), strict=True)) for row in cells]
    return {row["key"].strip("`"): row for row in rows}


def _tables(folder: str) -> dict[str, dict[str, Row]]:
    """Return the rows of a type's tables by the path of their piece, "" for its own."""
    own, *pieces = SECTIONS[folder].split("\n### Dans `")
    return {"": _rows(own)} | {piece.partition("`")[0]: _rows(piece) for piece in pieces}


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)


def _fields(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield every field of a model and of its pieces: the piece's path, the French key, it."""
    for field in model.model_fields.values():
        key = str(field.alias)
        yield above, key, field
        for piece in _models(field.annotation):
            yield from _fields(piece, f"{above}.{key}" if above else key)


ALL = [
    pytest.param(folder, path, key, field, id="/".join(filter(None, (folder, path, key))))
    for folder, model in TYPES.items()
    for path, key, field in _fields(model)
]


def test_the_page_of_fields_is_up_to_date(bless: bool) -> None:
    if bless:
        PAGE.write_text(TEXT, "utf-8")
    assert PAGE.read_text("utf-8") == TEXT, "champs.md a vieilli : lancez « invoke bless »"


@pytest.mark.parametrize(("folder", "path", "key", "field"), ALL)
def test_a_field_is_in_its_table_with_its_need_and_its_purpose(
    folder: str, path: str, key: str, field: FieldInfo
) -> None:
    row = _tables(folder)[path][key]
    advised = "conseillé" if is_expected(field) else "non"
    assert row["required"] == ("**oui**" if field.is_required() else advised)
    assert row["purpose"] == field.description
    assert row["expected"]


@pytest.mark.parametrize(("folder", "path", "key", "field"), ALL)
def test_an_example_can_be_copied_as_it_stands(
    folder: str, path: str, key: str, field: FieldInfo
) -> None:
    example = _tables(folder)[path][key]["example"]
    if any(_models(field.annotation)):
        assert example == ""
        return
    front = frontmatter.read(f"{key}: {example.strip('`')}", 1)
    assert front.findings == ()
    assert TypeAdapter(field.rebuild_annotation()).validate_python(
        front.plain()[key], context={"vocabulary": WORDS}
    ) not in ("", ())


def test_no_table_tells_of_a_field_that_does_not_exist() -> None:
    told = {(f, path, key) for f in TYPES for path, rows in _tables(f).items() for key in rows}
    assert told == {tuple(param.values[:3]) for param in ALL}


def test_no_field_is_told_to_be_nothing_unless_written() -> None:
    assert "(sinon : `" in TEXT
    assert "(sinon : ``)" not in TEXT


def test_every_controlled_word_is_listed() -> None:
    lists = TEXT.partition("## Les mots contrôlés")[2]
    for of_kind in WORDS.words.values():
        for name in of_kind:
            assert re.search(rf"(\n| )(: )?{re.escape(name)}( ·|\n)", lists), name


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
