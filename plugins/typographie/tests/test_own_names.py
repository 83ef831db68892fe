"""Names of a site's own: no rule touches them, no advice speaks of them, the rest goes on."""

import pytest

from typographie import Options, SettingsError, advise, typeset_html, typeset_text

NAMES = ("Evidanse", "Yahoo!", "L'Oeuvre", 'Café "Le Central"', "Rhône & Cie", "A...B", "R -- D")
KEPT = Options(names=NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_as_it_is_written(name: str) -> None:
    assert typeset_text(name, options=KEPT) == name
    assert f"chez {name} aussi" in typeset_text(f"Comme chez {name} aussi", options=KEPT)


@pytest.mark.parametrize("lang", ["fr", "fr-CH", "fr-CA", "en"])
def test_a_name_stays_in_html_whatever_its_entities_and_its_language(lang: str) -> None:
    html = "<p>Yahoo! et <em>Rhône &amp; Cie</em>, Café &quot;Le Central&quot;</p>"
    assert typeset_html(html, lang, options=KEPT) == html


def test_what_stands_around_a_name_is_typeset() -> None:
    text = 'L\'outil "Evidanse" : voyez Yahoo! ; oui !'
    spaced = "L’outil «\u00a0Evidanse\u00a0»\u00a0: voyez Yahoo!\u202f; oui\u202f!"
    assert typeset_text(text, options=KEPT) == spaced


def test_a_name_is_a_whole_word() -> None:
    assert typeset_text("Yahoo!s", options=Options(names=("Yahoo!",))) == "Yahoo!s"
    assert typeset_text("RA...Bis", options=Options(names=("A...B",))) == "RA…Bis"


def test_of_two_names_that_begin_alike_the_longer_one_stays() -> None:
    options = Options(names=("Oui!", "Oui! Non!"))
    assert typeset_text("Oui! Non! Si!", options=options) == "Oui! Non! Si\u202f!"


def test_an_address_that_holds_a_name_stays_an_address() -> None:
    html = "<p>https://Evidanse.example/a...b &amp; moi</p>"
    assert typeset_html(html, options=KEPT) == typeset_html(html)


def test_no_advice_is_about_a_name() -> None:
    text = "Evidanse et L'Oeuvre, dit l'editeur. Editeur."
    assert [advice.fix for advice in advise(text)] == [
        "écrivez « Évidanse »",
        "écrivez « Œuvre »",
        "écrivez « Éditeur »",
    ]
    assert [advice.fix for advice in advise(text, names=NAMES)] == ["écrivez « Éditeur »"]


def test_names_are_a_setting() -> None:
    assert Options.from_settings({"noms": ["Evidanse"]}) == Options(names=("Evidanse",))
    with pytest.raises(SettingsError, match="noms : écrivez une liste"):
        Options.from_settings({"noms": "Evidanse"})


def test_choices_that_were_read_are_read_again_as_they_are() -> None:
    assert Options.from_settings(KEPT) is KEPT
