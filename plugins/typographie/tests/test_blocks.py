"""Quotations over several blocks, dashes where a line ends, letters where a sentence ends."""

import pytest

from typographie import typeset_html, typeset_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<p>"Un.</p>\n<p>"Deux."</p>', "<p>« Un.</p>\n<p>« Deux. »</p>"),
        (
            '<p>Elle : "Un.</p><p>"Deux "a" b.</p><p>"Trois" !</p>',
            "<p>Elle : « Un.</p><p>« Deux “a” b.</p><p>« Trois » !</p>",
        ),
        ("<p>« Un.</p><p>» Deux. »</p>", "<p>« Un.</p><p>» Deux. »</p>"),
        ('<p>"Un.</p><p>Deux.</p><p>"Trois"</p>', '<p>"Un.</p><p>Deux.</p><p>« Trois »</p>'),
        ('<p>"Un.</p><p>"Deux" dit-elle</p>', '<p>"Un.</p><p>« Deux » dit-elle</p>'),
        ('<p>"Un.</p><p>"Deux.</p><p>Fin.</p>', '<p>"Un.</p><p>"Deux.</p><p>Fin.</p>'),
    ],
)
def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last(
    written: str, shown: str
) -> None:
    assert plain(typeset_html(written)) == shown
    assert typeset_html(typeset_html(written)) == typeset_html(written)


def test_what_goes_on_with_a_closing_sign_keeps_it_beside_its_word() -> None:
    assert typeset_html("<p>« Un.</p><p>» Deux. »</p>").endswith("<p>»\u00a0Deux.\u00a0»</p>")


@pytest.mark.parametrize("dash", "–—")
@pytest.mark.parametrize("end", ["<br>puis</p>", "</p>", "</p><p>puis</p>"])
def test_a_dash_where_a_line_ends_stays_beside_the_word_before(dash: str, end: str) -> None:
    assert typeset_html(f"<p>mot {dash}{end}") == f"<p>mot\u00a0{dash}{end}"


@pytest.mark.parametrize("bracket", ")]}")
def test_a_dash_before_a_closing_bracket_opens_no_incise(bracket: str) -> None:
    assert typeset_text(f"– {bracket}") == f"– {bracket}"


def test_a_dash_alone_in_its_line_is_left() -> None:
    assert typeset_html("<td> – </td><br> —<br>") == "<td> – </td><br> —<br>"


@pytest.mark.parametrize(
    "text",
    [
        "en C. C’est bien",
        "la R. Pour finir",
        "le point B. Les autres",
        "le plan B. Marie suit",
        "la vitamine D. Bref, tout",
        "le groupe A. Aujourd’hui",
    ],
)
def test_a_letter_where_a_sentence_ends_is_no_initial(text: str) -> None:
    assert typeset_text(text) == text


@pytest.mark.parametrize("text", ["de R. La Fontaine", "la salle C. Rojzman", "avec M. Pour"])
def test_an_initial_stays_beside_its_name(text: str) -> None:
    assert typeset_text(text) == text.replace(". ", ".\u00a0")


@pytest.mark.parametrize(
    "unit",
    ["ko", "Mo", "Go", "To", "Po", "Kio", "Mio", "Gio", "Tio", "GB", "Mbit/s", "Gb/s", "kWc", "mA"],
)
def test_a_unit_stays_beside_its_number(unit: str) -> None:
    assert typeset_text(f"de 2 {unit} à") == f"de 2\u00a0{unit} à"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
