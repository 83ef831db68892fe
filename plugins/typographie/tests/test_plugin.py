"""The plugin inside Pelican and Jinja: a real build of a site of one page, and the filter."""

import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from typographie import Options
from typographie.plugin import typographie_filter

PLUGINS = Path(__file__).parents[1] / "pelican" / "plugins"

SETTINGS = """
PATH = "content"
PLUGIN_PATHS = [{plugins!r}]
PLUGINS = ["typographie"]
THEME = "theme"
SITEURL = ""
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
JINJA_ENVIRONMENT = {{"autoescape": True}}
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
TYPOGRAPHIE = {typographie}
"""
TEMPLATE = """<title>{{ article.title|typographie }}</title>
{% filter typographie(article.lang) %}<div>{{ article.summary|safe }}</div>
{{ article.content|safe }}<p>Fin !</p>{% endfilter %}"""


def build(site: Path, source: str, typographie: str = "{}") -> subprocess.CompletedProcess[str]:
    (site / "content").mkdir()
    (site / "content" / "a.md").write_text(source, "utf-8")
    (site / "theme" / "templates").mkdir(parents=True)
    (site / "theme" / "templates" / "article.html").write_text(TEMPLATE, "utf-8")
    conf = SETTINGS.format(plugins=str(PLUGINS), typographie=typographie)
    (site / "pelicanconf.py").write_text(conf, "utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "out"]
    return subprocess.run(
        command, cwd=site, capture_output=True, text=True, check=False, encoding="utf-8"
    )


HEAD = 'Title: L\'essentiel : <oui> !\nDate: 2021-01-01\nSlug: a\nSummary: Court "mot" !\n'


def test_a_french_page_is_typeset_and_its_title_stays_raw_in_the_feed(tmp_path: Path) -> None:
    done = build(tmp_path, HEAD + '\nLe "mot" d\'une `a !` suite [lien]({filename}a.md) !\n')
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "a.html").read_text("utf-8")
    assert "<title>L’essentiel\u00a0: &lt;oui&gt;\u202f!</title>" in page
    assert "<p>Court «\u00a0mot\u00a0»\u202f!</p>" in page
    assert "Le «\u00a0mot\u00a0» d’une <code>a !</code> suite" in page
    assert '<a href="/a.html">lien</a>\u202f!' in page
    assert "<p>Fin\u202f!</p>" in page
    assert "L'essentiel : " in (tmp_path / "out" / "feed.xml").read_text("utf-8")


def test_an_english_page_gets_typogrify_s_filters(tmp_path: Path) -> None:
    done = build(tmp_path, HEAD.replace("Title", "Lang: en\nTitle") + '\nA "word" -- why?\n')
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "a-en.html").read_text("utf-8")
    assert "A &#8220;word&#8221; &#8212; why?" in page
    assert "<p>Fin !</p>" in page


def test_a_page_without_summary_is_summed_up_typeset(tmp_path: Path) -> None:
    head = "\n".join(line for line in HEAD.split("\n") if not line.startswith("Summary"))
    done = build(tmp_path, head + "\nOui !\n", '{"langue": "fr-CA"}')
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "a.html").read_text("utf-8")
    assert page.count("<p>Oui!</p>") == 2


def test_a_wrong_setting_stops_the_build_with_a_french_sentence(tmp_path: Path) -> None:
    done = build(tmp_path, HEAD + "\nOui !\n", '{"regles": {"unite": False}}')
    assert done.returncode != 0
    assert "pensiez-vous à « unites »" in " ".join((done.stdout + done.stderr).split())


def rendered(template: str, *, autoescape: bool, **values: object) -> str:
    environment = Environment(autoescape=autoescape)
    environment.filters["typographie"] = typographie_filter(Options(), "fr")
    return environment.from_string(template).render(**values)


def test_plain_text_is_typeset_and_escaped() -> None:
    assert rendered("{{ t|typographie }}", autoescape=True, t='l\'<b> & "c" !') == (
        "l’&lt;b&gt; &amp; «\u00a0c\u00a0»\u202f!"
    )


def test_markup_is_typeset_as_html() -> None:
    assert rendered("{{ t|typographie }}", autoescape=True, t=Markup("l'<b>a</b> !")) == (
        "l’<b>a</b>\u202f!"
    )


def test_a_whole_body_passes_through_the_filter_block() -> None:
    template = '{% filter typographie("fr-CA") %}<p>{{ t }} !</p>{% endfilter %}'
    assert rendered(template, autoescape=True, t="l'<b>") == "<p>l’&lt;b&gt;!</p>"


def test_a_template_that_does_not_escape_holds_html() -> None:
    template = "{% filter typographie %}<p>{{ t }} !</p>{% endfilter %}"
    assert rendered(template, autoescape=False, t="<b>l'</b>eau") == ("<p><b>l’</b>eau\u202f!</p>")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_filter_over_typeset_content_changes_no_more(lang: str) -> None:
    once = rendered(
        "{% filter typographie(l) %}{{ t }}{% endfilter %}",
        autoescape=True,
        l=lang,
        t=Markup('<p>"A" & l\'b – c – d !</p>'),
    )
    assert rendered("{{ t|typographie(l) }}", autoescape=True, l=lang, t=Markup(once)) == once
