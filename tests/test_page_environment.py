"""Templates prepared for a build: words without a catalogue."""

from pathlib import Path

import pytest
from jinja2 import BytecodeCache, DictLoader, Environment
from markupsafe import Markup

from association.core.compiled_templates import CompiledTemplates
from association.core.page_environment import prepare


def rendered(
    files: dict[str, str], bytecode_cache: BytecodeCache | None = None, **values: object
) -> str:
    environment = Environment(
        loader=DictLoader(files),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=bytecode_cache,
    )
    prepare(environment)
    return environment.get_template("page.html").render(values)


def test_words_stand_as_they_are_written() -> None:
    page = """<p title="{{ _("Aujourd'hui, 5 %% & plus") }}">{{- _('Un "mot"') }}</p>"""
    assert rendered({"page.html": page}) == """<p title="Aujourd'hui, 5 % & plus">Un "mot"</p>"""


def test_words_take_values_which_are_escaped() -> None:
    page = '{{ _("Le %(day)s", day=day) }}, {{ _("a") ~ day }}'
    assert rendered({"page.html": page}, day="<1>") == "Le &lt;1&gt;, a&lt;1&gt;"


def test_components_are_given_values_and_callers() -> None:
    files = {
        "list.html": "{% macro item(words, end='.') %}<li>{{ words }}{{ end }}</li>{% endmacro %}"
        "{% macro boxed() %}<ul>{{ caller() }}</ul>{% endmacro %}",
        "page.html": '{% from "list.html" import boxed, item %}'
        "{% call boxed() %}{% for one in all %}{{ item(one, end='!') }}{% endfor %}{% endcall %}",
    }
    assert rendered(files, all=["a", "<"]) == "<ul><li>a!</li><li>&lt;!</li></ul>"


def test_a_template_is_compiled_again_once_the_program_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page() -> str:
        return rendered({"page.html": '{{ _("Menu") }}'}, CompiledTemplates(tmp_path, []))

    assert page() == "Menu"
    monkeypatch.setattr(
        "association.core.page_environment._without_values", lambda text: Markup(text.upper())
    )
    assert page() == "Menu"
    monkeypatch.setattr("association.core.compiled_templates.code_digest", lambda: b"another")
    assert page() == "MENU"
