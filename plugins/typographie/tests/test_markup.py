"""What is not text of ours stays byte for byte, and what is text is found inside markup."""

import pytest

from typographie import Options, typeset_html, typeset_text


@pytest.mark.parametrize(
    "html",
    [
        '<pre>"a" ! <b>b ?</b></pre>',
        '<code>x ? "a" : b</code>',
        '<samp>"a" !</samp><kbd>"b" !</kbd><tt>"c" !</tt>',
        "<style>a::before{content:'\"'}</style>",
        '<SCRIPT type="module">if (a<b && c>d) x = "y" ? 1 : 2</SCRIPT >',
        '<textarea>l\'eau <b> "x" !</textarea>',
        "<svg><svg/><g><svg></svg></g><text>a !</text></svg>",
        '<math><mtext>"a" !</mtext></math>',
        '<iframe src="/a?b"><p>l\'eau !</p></iframe>',
        '<div lang="en"><div>"a": b ?</div> "c" !</div>',
        "<i lang=de>'a' \"b\" !</i>",
        '<div class="b sans-typographie c"><div>l\'eau</div> "x" !</div>',
        '<p TRANSLATE="NO">l\'eau !</p>',
        "<!-- l'eau ! --><!--> <!---> <!doctype html><?php 'a' ! ?>",
        "<!-- l'eau ! jamais close",
        "<code>l'eau ! jamais close",
        "<script>l'eau ! jamais close",
        "<a title=\"l'eau > 'b' !\" data-lang='\"en\"' href=/a?b='c'>",
        '<img alt="l\'eau !" lang="en">',
        "&amp; &lt; &copy; &#8230; &eacute;&nbsp;&hellip;",
        "https://ex.org/a?b&amp; www.ex.org&eacute; https://ex.org?a&b=1",
        "https://ex.org/l'eau?a=1;b=2 www.ex.org/--a mailto:jean-e@ex.org",
    ],
)
def test_what_is_no_text_of_ours_comes_back_byte_for_byte(html: str) -> None:
    assert typeset_html(html) == html


def test_text_goes_on_after_an_untouched_element() -> None:
    assert typeset_html("<p><code>a !</code> oui !</p>") == "<p><code>a !</code> oui\u202f!</p>"
    assert typeset_html('<p lang="en">a !</p><p>b !</p>').endswith("<p>b\u202f!</p>")
    assert typeset_html("<p>A <svg/> b !</p>") == "<p>A <svg/> b\u202f!</p>"


def test_a_void_element_in_another_language_hides_nothing_after_it() -> None:
    assert typeset_html('<img lang="en" alt=""> oui !') == '<img lang="en" alt=""> oui\u202f!'


def test_lang_inside_another_attribute_is_no_language() -> None:
    assert typeset_html('<p title="lang=en">oui !</p>') == '<p title="lang=en">oui\u202f!</p>'
    assert typeset_html('<a hreflang="en">oui !</a>') == '<a hreflang="en">oui\u202f!</a>'


def test_a_passage_in_french_of_another_country_follows_that_country() -> None:
    assert typeset_html('<q lang="fr-CA">Oui ! : non</q> !') == (
        '<q lang="fr-CA">Oui!\u00a0: non</q>\u202f!'
    )


def test_plain_fr_inside_a_country_is_that_country() -> None:
    assert typeset_html('<q lang="fr">« Oui »</q>', "fr-CH") == '<q lang="fr">«Oui»</q>'


def test_a_quote_does_not_reach_into_the_next_block() -> None:
    assert typeset_html('<p>"a</p><p>b"</p>') == '<p>"a</p><p>b"</p>'


def test_a_quote_reaches_across_a_line_break() -> None:
    assert typeset_html('<p>"a<br>b"</p>') == "<p>«\u00a0a<br>b\u00a0»</p>"


def test_an_opt_out_class_is_the_site_s_own() -> None:
    options = Options(untouched_classes=frozenset({"brut"}))
    html = '<p class="brut">oui !</p><p class="sans-typographie">oui !</p>'
    assert typeset_html(html, options=options) == (
        '<p class="brut">oui !</p><p class="sans-typographie">oui\u202f!</p>'
    )


def test_no_span_enters_an_element_that_holds_text_only() -> None:
    html = "<title>A &amp; b</title><select><option>A &amp; b</option></select>"
    assert typeset_html(html) == html
    assert typeset_html(html, "en") == html


def test_an_unclosed_title_is_still_typeset() -> None:
    assert typeset_html("<title>oui ! a &amp; b") == "<title>oui\u202f! a &amp; b"


def test_a_raw_ampersand_becomes_typogrify_s() -> None:
    assert typeset_html("A & b") == 'A <span class="amp">&amp;</span> b'
    assert typeset_html("R&D, &c") == "R&D, &c"


def test_brackets_and_ampersands_are_letters_in_plain_text() -> None:
    assert typeset_text('a < b & "c" > d ; &amp; l\'eau') == (
        "a < b & «\u00a0c\u00a0» > d\u202f; &amp; l’eau"
    )


def test_a_joiner_stands_only_where_nothing_else_forbids_the_break() -> None:
    assert typeset_text("a – b – c") == "a –\u2060\u00a0b\u00a0– c"
    assert typeset_text("a — b — c") == "a —\u00a0b\u00a0— c"
    assert typeset_text("adhérent-e-s") == "adhérent-\u2060e-\u2060s"
    assert typeset_text("« a » ! 5 % l'eau").count("\u2060") == 0


def test_titles_in_titles_without_end_are_typeset() -> None:
    assert typeset_html("<title>" * 2000 + "oui !") == "<title>" * 2000 + "oui\u202f!"


def test_passages_nested_without_end_are_left_as_written() -> None:
    opened = "".join(f'<span lang="fr-{"CA" if n % 2 else "CH"}">a ! ' for n in range(2000))
    html = f"<p>oui ! {opened}{'</span>' * 2000}</p>"
    typeset = typeset_html(html)
    assert typeset.startswith("<p>oui\u202f! ")
    assert typeset_html(typeset) == typeset
