"""Markdown as this site writes it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.source.markdown import plain_text
from association.source.tree import read_body
from typographie import typeset_html


def test_a_heading_has_its_words_as_anchor_without_accents() -> None:
    read = read_body("## L'été à Évian\n\n### Œuvres\n\n## L'été à Évian")
    assert [heading.anchor for heading in read.headings] == ["l-ete-a-evian", "l-ete-a-evian_1"]
    assert read.headings[0].children[0].anchor == "oeuvres"
    assert 'id="l-ete-a-evian"' in read.html


def test_the_last_line_of_a_quotation_names_its_source() -> None:
    html = read_body("> Une phrase.\n>\n> — Quelqu'un, *Un livre*, 2015").html
    assert "<footer>Quelqu'un, <em>Un livre</em>, 2015</footer>" in html


def test_a_dash_within_a_quotation_names_nobody() -> None:
    assert "<footer>" not in read_body("> Une phrase — et sa suite.").html


def test_a_wide_table_scrolls_by_itself() -> None:
    html = read_body("| a | b |\n|---|---|\n| 1 | 2 |").html
    assert html.startswith('<div class="tableau">')
    assert html.count("<table>") == 1


def test_the_title_of_an_exercise_is_one_level_below_the_heading_it_follows() -> None:
    exercise = "/// exercice | Le *relevé*\n\n1. Un moment.\n\n///"
    html = read_body(f"{exercise}\n\n## Un pas\n\n{exercise}\n\n{exercise}").html
    titles = re.findall(r'<(h\d) class="exercice-titre" id="([\w-]+)">Le <em>relevé</em></', html)
    assert titles == [("h2", "le-releve"), ("h3", "le-releve_1"), ("h3", "le-releve_2")]
    assert html.count('<div class="exercice">') == 3
    assert html.count("<li>Un moment.</li>") == 3


TABLE = "| Jour | Heure |\n|---|---|\n| {} | 9 h |\n| {} | 10 h |\n"


def test_a_first_column_that_tells_rows_apart_heads_them() -> None:
    html = read_body(TABLE.format("Lundi", "Mardi")).html
    assert html.count('<th scope="col">') == 2
    assert '<th scope="row">Lundi</th>' in html
    assert '<th scope="row">Mardi</th>' in html


@pytest.mark.parametrize("cells", [("Lundi", "Lundi"), ("Lundi", ""), ("*Lundi*", "Lundi")])
def test_a_first_column_that_repeats_itself_or_is_empty_heads_nothing(
    cells: tuple[str, str],
) -> None:
    assert 'scope="row"' not in read_body(TABLE.format(*cells)).html


def test_a_column_without_a_name_has_no_header() -> None:
    html = read_body("| | Nice |\n|---|---|\n| Lundi | oui |").html
    assert "<td></td>\n<th" in html
    assert '<th scope="row">Lundi</th>' in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Tableau : Les *heures*", "Les <em>heures</em>"),
        ("TABLEAU – Les heures", "Les heures"),
        ("Tableau 2 : Les heures", "Tableau 2 : Les heures"),
        ("Tableau 12. Les heures", "Tableau 12. Les heures"),
        (
            "Tableau : [Les heures](https://example.org)",
            '<a href="https://example.org">Les heures</a>',
        ),
    ],
)
def test_a_line_before_a_table_is_its_caption(written: str, shown: str) -> None:
    body = read_body(f"Avant.\n\n{written}\n\n" + TABLE.format("Lundi", "Mardi"))
    assert f"<table>\n<caption>{shown}</caption>" in body.html
    assert body.html.startswith("<p>Avant.</p>")
    [caption] = [block for block in body.blocks if block.tag == "caption"]
    assert caption.first == caption.last == 3


@pytest.mark.parametrize(
    "line", ["Tableau :", "Le tableau : les heures", "Tableaux et heures", "Tableau blanc, feutres"]
)
def test_a_line_that_names_no_table_stays_a_paragraph(line: str) -> None:
    html = read_body(f"{line}\n\n" + TABLE.format("Lundi", "Mardi")).html
    assert html.startswith(f"<p>{line}</p>")
    assert "<caption>" not in html


def test_a_table_without_a_caption_bears_the_name_of_its_heading_once() -> None:
    table = TABLE.format("Lundi", "Mardi")
    html = read_body(f"## Les heures\n\nUn texte.\n\n{table}\n\nAutre.\n\n{table}").html
    assert html.count('aria-labelledby="les-heures"') == 1
    assert "aria-labelledby" not in read_body(table).html


def test_a_numbered_list_begins_where_it_is_said_to() -> None:
    assert '<ol start="3">' in read_body("Suite :\n\n3. trois\n4. quatre").html
    assert "<ol>" in read_body("1. un\n2. deux").html


def test_a_fold_out_is_a_native_one() -> None:
    assert "<summary>Titre</summary>" in read_body("/// details | Titre\nUn texte.\n///").html


@pytest.mark.parametrize("written", ["*soft skills*{lang=en}", "*soft skills*{: lang=en }"])
def test_foreign_words_say_their_language_and_keep_their_typography(written: str) -> None:
    body = read_body(f"Les {written} : oui !")
    assert body.html == '<p>Les <em lang="en">soft skills</em> : oui !</p>'
    assert [passage.words for passage in body.passages] == ["Les soft skills : oui !"]
    german = read_body("Un *So geht es!*{lang=de} bref.").html
    assert typeset_html(german) == german


def test_a_note_leads_back_to_its_call_in_french() -> None:
    assert "Revenir à l’appel de la note 1" in read_body("Un appel[^1].\n\n[^1]: Sa note.").html


@given(st.lists(st.text(alphabet="#*_[]()>- ab\n`^:", max_size=40), min_size=2, max_size=4))
@settings(deadline=None)
def test_a_text_is_rendered_the_same_whatever_was_rendered_before(texts: list[str]) -> None:
    first = read_body(texts[-1])
    for text in texts:
        read_body(text)
    assert read_body(texts[-1]) == first


@pytest.mark.parametrize(
    ("html", "words"), [("<p>Un <b>mot</b></p><p>et</p>", "Un mot et"), ("", ""), ("a\n b", "a b")]
)
def test_the_words_of_html_are_its_text(html: str, words: str) -> None:
    assert plain_text(html) == words


def test_a_heading_takes_no_address_that_every_page_has() -> None:
    read = read_body("## Contenu\n\n/// details | Contenu\n\nVoici.\n\n///\n")
    assert [heading.anchor for heading in read.headings] == ["contenu_1"]
    assert not {"contenu"} & set(read.anchors)


def test_a_fold_out_can_be_linked_to_and_leaves_headings_their_anchors() -> None:
    html = read_body(
        "/// details | Été *fini*\nMot.\n///\n\n## Été fini\n\n/// details | Été fini\n"
    ).html
    assert re.findall(r'<(\w+) id="([^"]+)"', html) == [
        ("details", "ete-fini_1"),
        ("h2", "ete-fini"),
        ("details", "ete-fini_2"),
    ]
