"""What is printed of a text says what its page says: the same words, in the same order.

Many more inputs, for an hour at the fireside:

    HASARD=100000 invoke test -- tests/printing/test_typst_markup.py
"""

import os
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.printing import text_pdf
from association.printing.press import PREAMBLE
from association.printing.printed_signs import printed
from association.printing.typst_markup import LINES, typst_text
from association.printing.typst_program import compiled
from association.source.tags import TAGS
from association.source.tree import read_body
from tests.guide_texts import blocks
from tests.html_tree import html_tree
from tests.programs import need
from typographie import typeset_html

PAGE = "https://tst.example/metiers/intervenant/"
# Only the elements count here: pages as long as they must be, without a foot.
_BARE = """
#set page(width: 210mm, height: auto, footer: none, numbering: none)
#let alone(code) = page(code)
"""
_ELEMENTS = (
    PREAMBLE.read_text("utf-8")
    + text_pdf.LAYOUT.read_text("utf-8").partition("#let facts")[0]
    + _BARE
)
_DATA = (
    '{"document": "Essai", "association": "Essai", "dated": false, "lang": "fr", "pictures": {}}'
)


def page_of(markdown: str) -> str:
    """Return the HTML that the page of a text has."""
    return str(typeset_html(read_body(markdown).html, "fr"))


def letters(words: str) -> str:
    """Return the letters and the numbers of words, in order: no sign, no space, no hyphen."""
    plain = unicodedata.normalize("NFKC", words)
    return "".join(sign for sign in plain if sign.isalnum())


def shown_by(html: str) -> str:
    """Return what a browser shows of a text, with the numbers that it sets before items."""
    body = html_tree(f"<!DOCTYPE html><html><body>{html}").find("body")
    assert body is not None
    return printed(" ".join(parts(body)))


def parts(element: Element, numbers: Iterator[int] | None = None) -> list[str]:
    """Return the words of an element, and the ``numbers`` that a browser sets before items."""
    if element.tag == "img":
        return [element.get("alt", "")]
    if element.get("class") == "footnote-backref" or "hidden" in element.attrib:
        return []
    found = [element.text or ""]
    if element.tag == "li" and numbers is not None:
        found = [str(next(numbers)), *found]
    if element.tag in ("ol", "ul", "li"):
        numbers = count(int(element.get("start", "1"))) if element.tag == "ol" else None
    for child in element:
        found += [*parts(child, numbers), child.tail or ""]
    return found


def words_printed(htmls: Sequence[str]) -> list[str]:
    """Return the words of each text when all are set in one document, each on a page of its own."""
    codes = (typst_text(html, PAGE).code for html in htmls)
    # Each text has its own first note.
    apart = (code.replace('label("', f'label("{n}-') for n, code in enumerate(codes))
    pages = ";".join(f"alone({code})" for code in apart)
    pdf = compiled(f"{_ELEMENTS}\n#{{{pages}}}", {"data": _DATA})
    program = need("pdftotext", "apt install poppler-utils")
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.pdf")
        path.write_bytes(pdf)
        done = subprocess.run([program, "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[: len(htmls)]


def assert_printed(*markdowns: str) -> None:
    """Fail where a text lost or gained a letter on its way to paper."""
    htmls = [page_of(markdown) for markdown in markdowns]
    for markdown, html, words in zip(markdowns, htmls, words_printed(htmls), strict=True):
        assert letters(words) == letters(shown_by(html)), markdown


# What editors write, and what Typst could take for its own.
PIECES = (
    *("# ", "## ", "### ", "- ", "1. ", "7. ", "> ", "    ", "\n\n", "\n\n", "\n\n", "\n", "  \n"),
    *("/// details | Plus\n", "///\n", "/// caption\nOui\n///\n", "/// admonition | Gare\n"),
    *(
        "```\n",
        "~~~",
        "`",
        "**",
        "__",
        "*",
        "[x](",
        "](/a)",
        "[x](https://x.org/é?a=1#b)",
        "[x]: /y\n",
    ),
    *(
        "![Vue](/images/v.png)",
        '![](/images/v.png "Là")',
        "{#a}",
        "[x](#a)",
        "[^1]",
        "[^1]: Note.\n",
    ),
    *(
        "*[TST]: Thérapie\n",
        "TST",
        ": sens\n",
        "---\n",
        "Terme\n: sens\n",
        "\\",
        "— ",
        "&amp;",
        "<br>",
    ),
    *("\n| a | b |\n|---|---|\n| 1 | 2 |\n", "| x | y |\n|--|:-:|\n| *3* | `4` |\n| seul |\n", "|"),
    *(
        "<https://x.org>",
        "<b>",
        "</b>",
        "<q>",
        "</q>",
        "<sup>",
        "</sup>",
        '<span lang="en">',
        "</span>",
    ),
    *(
        "<kbd>",
        "</kbd>",
        "http://x.org/a_b",
        "x@y.org",
        "#",
        "$",
        "#let x = 1",
        "_",
        "@a",
        '"a"',
        "%",
    ),
    *(
        "\\u{41}",
        "//",
        "/*",
        "*/",
        "é",
        "ß",
        "Œ",
        "ﬁ",
        "1er",
        "mot ",
        "mots ",
        "d’un ",
        "12 345 ",
        "Ω",
    ),
    *(
        "Жук",
        "漢",
        "🌿",
        "aujourd’hui ",
        "anticonstitutionnellement ",
        "{: colspan=2 }",
        "{: lang=en }",
    ),
    *("\u00a0", "\u202f", "\u00ad", "\u200b", "\t", "x" * 200, "\x0b", "ab-cd ", "<!-- x -->"),
)
_TEXTS = st.lists(
    st.sampled_from(PIECES) | st.text("aé #*_[](){}<>`|\\-$@\n", max_size=6), max_size=25
)
_NUMBER = int(os.environ.get("HASARD", "200"))
_AT_ONCE = 10


@given(st.lists(_TEXTS.map("".join), min_size=_AT_ONCE, max_size=_AT_ONCE))
@settings(
    max_examples=max(_NUMBER // _AT_ONCE, 1),
    deadline=timedelta(seconds=60),
    suppress_health_check=list(HealthCheck),
)
def test_no_text_loses_a_word_on_paper(markdowns: list[str]) -> None:
    assert_printed(*markdowns)


def code_of(html: str) -> str:
    return typst_text(html, PAGE).code


def test_every_tag_that_an_editor_may_write_has_a_form_on_paper() -> None:
    assert set(LINES) >= TAGS


@pytest.mark.parametrize("page", ["blocs.md", "textes-et-images.md"])
def test_every_block_of_the_guide_has_a_form_on_paper(page: str) -> None:
    shown = [block.text for block in blocks(page) if block.language == "markdown"]
    assert shown
    for html in map(page_of, shown):
        assert not typst_text(html, PAGE).refusals
    assert_printed(*shown)


def test_what_the_page_hides_today_is_not_printed() -> None:
    html = '<aside><p hidden>plus tard</p><p><time datetime="2027">maintenant</time></p></aside>'
    assert "plus tard" not in code_of(html)
    assert "maintenant" in code_of(html)


def test_all_that_an_editor_may_write_is_printed() -> None:
    assert_printed(
        "# Un *titre*\n\n### Sous-titre\n\nL’**été** à 5 €, « cité »[^1] : `a = b`.  \nLigne.\n\n"
        "- un\n\n    - deux\n\n        1. trois\n\n4. quatre\n\n> Dit.\n>\n> — Qui\n\n"
        "Terme\n: sens\n: autre sens\n\n/// details | Plus\nCaché.\n///\n\n/// admonition | Gare\n"
        "À savoir.\n///\n\n```\nx <  y\n  z\n```\n\n---\n\n![Vue](/v.png)\n\n"
        "![Vue](/v.png 'Légende')\n\n"
        "Tableau : les prix\n\n| | 2026 |\n|--|:-:|\n| Jours | *12* |\n| Places | |\n\n"
        "*[TST]: Thérapie Sociale\n\nTST, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <q>oui</q>, "
        "<del>non</del> ; "
        "[l’annuaire](/annuaire/), <https://example.org/a_b?c=1&d=2>, [plus bas](#plus).\n\n"
        "[^1]: Une note.\n"
    )


def test_a_link_leads_where_the_page_leads() -> None:
    assert 'link("https://tst.example/annuaire/", "ici")' in code_of('<a href="/annuaire/">ici</a>')
    within = code_of('<p><a href="#x">ici</a> <a href="#y">là</a></p><h2 id="x">X</h2>')
    assert 'link(label("x"), "ici")' in within
    assert f'link("{PAGE}#y", "là")' in within


def test_no_level_of_heading_is_skipped() -> None:
    levels = [part[0] for part in code_of("<h2>a</h2><h4>b</h4><h2>c</h2>").split("level: ")[1:]]
    assert levels == ["1", "2", "1"]


def test_an_element_without_a_form_on_paper_is_refused_with_its_place() -> None:
    text = typst_text("<p>a</p><video>b</video><p>c</p><video>d</video>", PAGE)
    assert [(one.tag, one.before) for one in text.refusals] == [("video", 0), ("video", 1)]
    assert "« video »" in text.refusals[0].says


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("<tr>" + "<td>a</td>" * 11 + "</tr>", "ce tableau a 11 colonnes"),
        ("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr>", "se recouvrent"),
    ],
)
def test_a_table_that_no_sheet_can_show_is_refused(rows: str, says: str) -> None:
    [refusal] = typst_text(f"<table><tbody>{rows}</tbody></table>", PAGE).refusals
    assert says in refusal.says


def test_a_table_has_as_many_places_in_each_row() -> None:
    code = code_of(
        "<table><thead><tr><th colspan=2>a</th></tr></thead><tbody><tr><td rowspan=9>b</td></tr>"
        "<tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></tbody></table>"
    )
    assert "columns: 4" in code
    assert "rowspan: 3" in code


def test_what_typst_would_leave_out_stops_the_document() -> None:
    with pytest.raises(ValueError, match="ignored"):
        compiled('#set document(title: "x")\n#par({par("perdu"); "x"})', {})
