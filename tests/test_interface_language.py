"""The words of the templates can be translated: Babel finds them all, with no catalogue yet."""

import io
import re
from pathlib import Path

import pytest
from jinja2.ext import babel_extract

from tests.built_site import ROOT

TEMPLATES = ROOT / "theme" / "templates"
# The page of styles stays at home; the others write attributes, and nothing that shows.
_ASIDE = {
    "styles.html",
    "styles-exemples.html",
    "trouvable.html",
    "fenetre.html",
    "mots-du-certificat.html",
    "mots-du-lieu.html",
}
SHOWN = sorted(path for path in TEMPLATES.rglob("*.html") if path.name not in _ASIDE)
_TRANSLATED = re.compile(r"{%-?\s*trans\b.*?endtrans\s*-?%}", re.S)
_JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.S)
_WORDS = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r'\b(?:alt|title|aria-label|placeholder)="([^"]*)"')


def _written_as_it_is(text: str) -> list[str]:
    """Return the visible texts of a template that are neither values nor handed to gettext."""
    bare = _JINJA.sub("", _TRANSLATED.sub("", text))
    spoken = _SPOKEN.findall(bare)
    shown = re.sub(r"<script.*?</script>|<[^<>]*>", "\n", bare, flags=re.S).split("\n")
    return [words.strip() for words in (*spoken, *shown) if _WORDS.search(words)]


@pytest.mark.parametrize("template", SHOWN, ids=lambda path: path.stem)
def test_every_visible_word_of_a_template_can_be_translated(template: Path) -> None:
    assert _written_as_it_is(template.read_text("utf-8")) == []


def test_a_word_that_no_catalogue_could_change_is_found() -> None:
    text = '<p title="Un mot">{{ _("Ici") }} là {% trans %}ailleurs{% endtrans %}</p>'
    assert _written_as_it_is(text) == ["Un mot", "là"]


def test_babel_reads_every_template() -> None:
    options = {"newstyle_gettext": "true", "silent": "false"}
    for template in SHOWN:
        list(babel_extract(io.BytesIO(template.read_bytes()), ("_", "ngettext"), (), options))
