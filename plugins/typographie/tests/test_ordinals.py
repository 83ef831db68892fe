"""Ordinals are raised where HTML shows text, and nothing that only looks like one is."""

import pytest

from typographie import Options, typeset_html, typeset_text


@pytest.mark.parametrize(
    ("written", "raised"),
    [
        ("la 23e journée", "la 23<sup>e</sup> journée"),
        ("la 1re, le 2nd, la 2nde", "la 1<sup>re</sup>, le 2<sup>nd</sup>, la 2<sup>nde</sup>"),
        ("le 100e.", "le 100<sup>e</sup>."),
        ("la 10\u202f000e visite", "la 10\u202f000<sup>e</sup> visite"),
        ("les XVIe-XVIIe", "les XVI<sup>e</sup>-XVII<sup>e</sup>"),
        ("5e/6e (3e)", "5<sup>e</sup>/6<sup>e</sup> (3<sup>e</sup>)"),
        ("l’XIe", "l’XI<sup>e</sup>"),
        ("les 1ers", "les 1<sup>ers</sup>"),
        ('<h2 id="2e-jour">2e jour</h2>', '<h2 id="2e-jour">2<sup>e</sup> jour</h2>'),
    ],
)
def test_the_ending_of_an_ordinal_is_raised_once(written: str, raised: str) -> None:
    assert typeset_html(written) == raised
    assert typeset_html(raised) == raised


@pytest.mark.parametrize(
    "text",
    [
        "Le, Ce, Vers, Ie 1e 3nd 5re IIIIe",
        "0x1e 012e 3e4 a2e v1.2e #12e %2e U+2e x_2e 2e_x 2e-abc 2e.fr 2e(x) 2e’x",
        "https://ex.org/2e 2e@ex.org a@2e.fr",
        '<code>2e</code> <pre>2e</pre> <img alt="2e"> <kbd>2e</kbd>',
        "<title>2e</title> <select><option>2e</select> <datalist><option>2e</datalist>",
        '<i lang="en">the 2nd</i> <p class="sans-typographie">2e</p>',
        "2<b>e</b> x<b>2e</b> <b>2e</b>x <code>a</code>2e &eacute;2e",
    ],
)
def test_what_only_looks_like_an_ordinal_stays(text: str) -> None:
    assert typeset_html(text) == text


def test_plain_text_and_a_site_that_does_not_want_it_keep_the_letters() -> None:
    assert typeset_text("la 23e journée") == "la 23e journée"
    assert typeset_html("la 23e", options=Options(off=frozenset({"ordinaux"}))) == "la 23e"
