"""What holds for any text at all: nothing is lost, nothing changes twice, markup is not ours."""

import html
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typographie import Options, typeset_html, typeset_text

_LISTED_WORDS = """
mot l'eau d'aujourd'hui "mot" " « » “ ” – — -- --- - ... … ! ? ; : ?! :: :-) ;) :smile:
% € $ 10 000 50 12,5 n° N° p. M. Mme Dr C. J.-P. Rey Louis XIV XXe siècle Ier
23e 1er 2nde 2e-3e 9 h 30 14:30
km kg 5km °C mai 14 +33 01 23 45 67 intervenant-e intervenant·e·s Q.V.T. ( ) [ ] , .
https://ex.org/a?b=c;d'e contact@ex.org & < > &amp; &nbsp; &quot; &#39; &eacute; &laquo; &raquo;
' ’ é À 🙂 27" --aide -- 2020
"""
_LISTED_TAGS = """
<p> </p> <em> </em> <strong class="x"> </strong> <br> <a href="/a?b=1;c" title="l'eau !"> </a>
<code> </code> <!--l'eau:"x"!--> <span lang="en"> </span> <img alt="a ! b"> <li> </ul> <title>
<script>"a"?'b':c</script> <b <i class='x> <span lang="fr-CA"> </title> <select> </select> <svg/>
"""

LANGS = st.sampled_from(["fr", "fr-FR", "fr-BE", "fr-CH", "fr-CA"])
WORDS = st.sampled_from(_LISTED_WORDS.split())
GAPS = st.sampled_from(["", "", " ", " ", "\u00a0", "\u202f", "\n", "  ", "\u2009"])
TAGS = st.sampled_from(re.findall(r"<[^<]*>|\S+", _LISTED_TAGS))

_NUMBERS = itertools.count()

UNHURRIED = settings(deadline=None)

PROSE = st.lists(st.tuples(WORDS, GAPS), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
MARKUP = st.lists(st.one_of(WORDS, WORDS, GAPS, TAGS), max_size=20).map("".join)


ADDED = ('<span class="amp">', "</span>", "<sup>", "</sup>")


def _bare(added: re.Match[str]) -> str:
    return "" if "sup" in added[0] else "&"


def fold(text: str) -> str:
    """The text without what typography may change: spaces, quotes, dashes, the ellipsis."""
    text = html.unescape(re.sub('<span class="amp">&amp;</span>|</?sup>', _bare, text))
    text = re.sub("[\\s\u2060\u00a0\u202f]+", "", text).replace("…", "...")
    text = re.sub("[’']", "'", re.sub('[«»“”"]', '"', text))
    return re.sub("–", "--", re.sub("—", "---", text))


def tags(text: str) -> list[str]:
    found = re.findall(r"<!--.*?-->|<[a-zA-Z/][^<>]*>", text, re.DOTALL)
    return [tag for tag in found if tag not in ADDED]


@UNHURRIED
@given(PROSE, LANGS)
def test_plain_text_typeset_twice_changes_no_more(text: str, lang: str) -> None:
    once = typeset_text(text, lang)
    assert typeset_text(once, lang) == once


@UNHURRIED
@given(PROSE, LANGS)
def test_plain_text_keeps_every_letter(text: str, lang: str) -> None:
    assert fold(typeset_text(text, lang).replace("&", "&amp;")) == fold(text.replace("&", "&amp;"))


@UNHURRIED
@given(MARKUP, LANGS)
def test_html_typeset_twice_changes_no_more(text: str, lang: str) -> None:
    once = typeset_html(text, lang)
    assert typeset_html(once, lang) == once


@UNHURRIED
@given(MARKUP, MARKUP, LANGS)
def test_html_is_typeset_alike_whatever_was_typeset_before(
    text: str, before: str, lang: str
) -> None:
    used, unused = (Options(names=(f"nobody {next(_NUMBERS)}",)) for _ in range(2))
    for page in (before, text):
        typeset_html(page, lang, options=used)
    both = text + before
    assert typeset_html(both, lang, options=used) == typeset_html(both, lang, options=unused)


@UNHURRIED
@given(MARKUP, LANGS)
def test_html_keeps_every_letter(text: str, lang: str) -> None:
    assert fold(typeset_html(text, lang)) == fold(text)


@UNHURRIED
@given(MARKUP, LANGS)
def test_html_keeps_tags_attributes_and_comments(text: str, lang: str) -> None:
    assert tags(typeset_html(text, lang)) == tags(text)


@UNHURRIED
@given(st.text(max_size=60), LANGS)
def test_any_string_as_html_is_typeset_without_loss(text: str, lang: str) -> None:
    assert fold(typeset_html(text, lang)) == fold(text)


@UNHURRIED
@given(st.text(alphabet="ab <>&\"'=!-/\x01\x03\x06;", max_size=40), LANGS)
def test_malformed_html_is_typeset_without_loss(text: str, lang: str) -> None:
    once = typeset_html(text, lang)
    assert fold(once) == fold(text)
    assert typeset_html(once, lang) == once


@UNHURRIED
@given(MARKUP)
def test_english_keeps_tags_and_comments(text: str) -> None:
    assert tags(typeset_html(text, "en")) == tags(text)


@pytest.mark.parametrize("text", ["", " ", "\n", "<", "&", "\x01\x02\x06", "<p", "<!--", "</", "'"])
def test_the_smallest_inputs_come_back(text: str) -> None:
    assert typeset_html(text) == text
    assert typeset_text(text) == text
