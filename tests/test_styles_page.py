"""The page of styles shows every component; the sheets of components say what they can be told."""

import re
from pathlib import Path

import jinja2
import pytest

from association.content.event_states import EventState
from association.site.style_tokens import contrast, tokens
from tests.built_site import ROOT

TEMPLATES = ROOT / "theme" / "templates"
CSS = ROOT / "theme" / "static" / "css"
SHEETS = sorted((CSS / "components").glob("*.css"))
_MACRO = re.compile(r"^{% macro (\w+)\(", re.M)


def _called(name: str, seen: set[str]) -> set[str]:
    """Return the components that a template calls, and those that they call."""
    source = (TEMPLATES / name).read_text("utf-8")
    for path, macro in re.findall(r'from "components/([\w-]+)\.html" import (\w+)', source):
        if path not in seen and re.search(rf"\b{macro}\(", source):
            seen.add(path)
            _called(f"components/{path}.html", seen)
    return seen


def test_every_component_is_on_the_page_of_styles() -> None:
    shown = _called("styles.html", set()) | _called("base.html", set())
    assert {path.stem for path in (TEMPLATES / "components").glob("*.html")} - shown == set()


def test_every_state_of_an_event_is_among_the_examples() -> None:
    examples = (TEMPLATES / "styles-exemples.html").read_text("utf-8")
    for state in EventState:
        assert f'{{"code": "{state.code}", "label": "{state.label}"}}' in examples


def test_every_component_says_first_what_it_expects() -> None:
    parsed = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in (TEMPLATES / "components").glob("*.html"):
        text = path.read_text("utf-8")
        parsed.parse(text)
        assert text.startswith("{#- "), path.name
        assert _MACRO.search(text), path.name


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_every_sheet_documents_on_top_the_properties_it_can_be_told(sheet: Path) -> None:
    text = sheet.read_text("utf-8")
    top = re.match(r"/\*.*?\*/", text, re.S)
    assert top, "a sheet begins with what it is"
    shared = set(re.findall(r"--[\w-]+(?=:)", (CSS / "tokens" / "values.css").read_text("utf-8")))
    own = set(re.findall(r"(--[\w-]+):", text)) - shared
    assert {name for name in own if not re.search(rf"{name}\b", top[0])} == set()


def test_every_sheet_is_served() -> None:
    entries = "".join(path.read_text("utf-8") for path in CSS.glob("*.css"))
    parts = {path.relative_to(CSS).as_posix() for path in CSS.glob("*/*.css")}
    assert {part for part in parts if f'"{part}"' not in entries} == set()


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["encre", "encre-douce", "accent", "accent-vif"])
def test_what_is_written_on_the_page_can_be_read_in_both_schemes(name: str) -> None:
    shown = tokens((CSS / "tokens" / "values.css").read_text("utf-8"))
    ground, ink = (
        next(c for c in shown.colours if c.name == wanted) for wanted in ("papier", name)
    )
    assert min(contrast(ink.light, ground.light), contrast(ink.dark, ground.dark)) >= 4.5
