"""A text that is not French gets typogrify's filters, and its markup stays."""

import pytest

from typographie import typeset_html, typeset_text


def test_english_gets_typogrify_s_quotes_and_dashes() -> None:
    assert typeset_html('<p>"It\'s" -- <em>"so"</em>...</p>', "en") == (
        "<p>&#8220;It&#8217;s&#8221; &#8212; <em>&#8220;so&#8221;</em>&#8230;</p>"
    )


def test_english_keeps_its_last_two_words_breakable() -> None:
    assert typeset_html("<p>some words here</p>", "en-GB") == "<p>some words here</p>"


def test_english_comments_and_code_stay() -> None:
    html = '<!-- a -- "b" --><code>"a" -- b</code><p title=\'"a"\'>1 < 2</p>'
    assert typeset_html(html, "en") == html


def test_a_french_passage_in_an_english_page_is_typeset_in_french() -> None:
    assert typeset_html('<p>"a" <q lang="fr">oui !</q> <i lang="de">"b" !</i></p>', "en") == (
        '<p>&#8220;a&#8221; <q lang="fr">oui\u202f!</q> <i lang="de">"b" !</i></p>'
    )


@pytest.mark.parametrize("lang", ["de", "it-CH", "nl"])
def test_other_languages_get_no_english_quotes(lang: str) -> None:
    assert typeset_html('<p>"Wort" & so</p>', lang) == (
        '<p>"Wort" <span class="amp">&amp;</span> so</p>'
    )
    assert typeset_text('"Wort" & so', lang) == '"Wort" & so'


def test_english_plain_text_gets_signs_and_no_markup() -> None:
    assert typeset_text('"It\'s" & <so>...', "en") == "“It’s” & <so>…"


def test_english_twice_changes_no_more() -> None:
    once = typeset_html('<p>"A" & & b -- c\'s</p>', "en")
    assert typeset_html(once, "en") == once
