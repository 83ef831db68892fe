"""A body is read once: what the page shows is what the tree tells, at its place, and no more."""

import html
import os
import re
from collections import Counter
from datetime import timedelta
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.source import tree
from association.source.body import Body, Place
from association.source.lent_letters import LentLetters
from association.source.schemes import is_admitted
from association.source.tree import read_body

_MANY = settings(
    max_examples=int(os.environ.get("HASARD", "300")),
    deadline=timedelta(seconds=20),
    suppress_health_check=list(HealthCheck),
)
_ADDRESSES = ("fantine@example.org", "06 99 00 12 34")
_PIECES = [
    *_ADDRESSES,
    *(
        "mot ",
        "Mot",
        "été ",
        "\n",
        "\n\n",
        "\n",
        " ",
        "  \n",
        "\t",
        "\u00a0",
        "«",
        "»",
        '"',
        "'",
        "…",
    ),
    *(
        "[lien](https://ex.org/a)",
        '[lien](https://ex.org/a "un (titre)")',
        "[un *mot* [x]](a.md#b)",
    ),
    *("![alt *x*](img.jpg)", "![](x.png)", "[r]", "[Un mot][R]", "[r]: https://def.example/z\n"),
    *("`code`", "``a`b``", "```\n", "~~~\n", "```html\n", "    ", "- ", "1. ", "> ", "* ", ": "),
    *("**", "*", "_", "[^n]", "[^n]: note\n", "*[ABC]: Abc Def\n", "ABC ", "\\*", "\\[", "\\", "|"),
    *("|a|b|\n|-|-|\n|c [x](y)|d|\n", "{#id}", "{: .c }", "{filename}/x.md", "{", "}", "(", ")"),
    *("[", "]", "!", "# ", "## T\n", "---\n", "===\n", "/// details | T [t](u)\n", "///\n"),
    *(
        "/// caption\t\n",
        "/// admonition | A\n",
        "/// exercice | E\n",
        "    type: note\n",
        *("/// citation | A *b*\n", "    source: X\n", "    adresse: https://ex.org/q\n"),
        *("/// galerie\n", "/// figure | C\n", "/// terme | mot\n", "/// dates | D\n"),
        "<b>",
        "</b>",
        "<nom@example.org>",
        "&eacute;",
    ),
    *(
        "<https://angle.example/w>",
        '<a href="x@y.org">',
        "<script>",
        "<!-- x -->",
        "&amp;",
        "&#64;",
    ),
    *(
        "www.ex.org",
        "https://ex.org/x_y.",
        "(https://ex.org/z),",
        "Www.Ex.org/é",
        "[TOC]",
        "\u2028",
    ),
]
# Controls are told by themselves, and readers of HTML each take them otherwise.
_ANY = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=6)
_TEXTS = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), _ANY), max_size=25
).map("".join)


class _NothingLent(LentLetters):
    """A text that Python-Markdown reads as it is."""

    def _lent(self, text: str, at: int) -> str:
        return text


def _page(text: str) -> tuple[Body, Element]:
    body = read_body(text)
    return body, html5lib.parse(body.html, namespaceHTMLElements=False)


def _is_of_note(element: Element) -> bool:
    return element.get("class") in ("footnote-ref", "footnote-backref")


def _text_of(page: Element) -> str:
    """Return what is read on a page but the numbers of notes and the ways back."""
    for element in page.iter():
        if element.tag == "a" and _is_of_note(element):
            element.text = ""
    return "".join(page.itertext())


@_MANY
@given(_TEXTS)
def test_a_text_is_read_the_same_with_lent_letters(text: str) -> None:
    lent = read_body(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LentLetters", _NothingLent)
        assert lent.html == read_body(text).html


@_MANY
@given(_TEXTS)
def test_each_link_and_picture_of_the_page_is_told_and_no_other(text: str) -> None:
    body, page = _page(text)
    links = [e.get("href", "") for e in page.iter("a") if not _is_of_note(e) and "href" in e.attrib]
    shown = [(e.get("src", ""), e.get("alt", "")) for e in page.iter("img")]
    told = [link for link in body.links if not link.is_picture]
    assert sorted(link.target for link in told if is_admitted(link.target)) == sorted(links)
    assert sorted(
        (picture.target if is_admitted(picture.target) else "", picture.words)
        for picture in body.pictures()
    ) == sorted(shown)


@_MANY
@given(_TEXTS)
def test_each_link_and_picture_stands_where_it_is_told(text: str) -> None:
    body = read_body(text)
    for link in body.links:
        written = body.text[link.target_place.start : link.target_place.end]
        meant = link.words if link.is_bare else link.target
        # An address may hold signs that are written otherwise: escaped, named, or moved.
        if not re.search(r"[\\&\t\n\x02\x03]", written):
            assert meant.startswith(html.unescape(written).strip())


@_MANY
@given(_TEXTS)
def test_each_word_of_the_page_is_told_and_no_other(text: str) -> None:
    body, page = _page(text)
    of_page = Counter("".join(_text_of(page).split()))
    words = "".join(passage.words for passage in body.passages if passage.is_in_text)
    assert of_page == Counter("".join(words.split()))


@_MANY
@given(_TEXTS)
def test_each_word_stands_where_it_is_told(text: str) -> None:
    body = read_body(text)
    for passage in body.passages:
        for index, offset, length in passage.runs:
            assert passage.words[index : index + length] == body.text[offset : offset + length]


@_MANY
@given(_TEXTS)
def test_each_e_mail_address_and_telephone_of_the_page_is_told_at_its_place(text: str) -> None:
    body, page = _page(text)
    shown = _text_of(page)
    for address in _ADDRESSES:
        found = [
            passage.place(match.start(), match.end())
            for passage in body.passages
            if passage.is_in_text
            for match in re.finditer(re.escape(address), passage.words)
        ]
        assert len(found) >= shown.count(address)
        for place in found:
            assert body.text[place.start] == address[0]
            assert body.text[place.end - 1] == address[-1]


def _written(text: str, place: Place) -> str:
    return text[place.start : place.end]


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        (
            "Un [`fichier.yml`](https://example.org/f) public.",
            "fichier.yml",
            "https://example.org/f",
        ),
        (
            'Nos [comptes](https://example.org "nos comptes (2020)").',
            "comptes",
            "https://example.org",
        ),
        ("Nos [comptes][c].\n\n[c]: https://example.org/c", "comptes", "https://example.org/c"),
        (
            "Nos [comptes][].\n\n[Comptes]: https://example.org/c",
            "comptes",
            "https://example.org/c",
        ),
        ("Sur https://example.org/p.", "https://example.org/p", "https://example.org/p"),
        ("(voir www.example.org)", "www.example.org", "https://www.example.org"),
        ("Sur <https://example.org/p>.", "https://example.org/p", "https://example.org/p"),
        ("À <nom@example.org>", "nom@example.org", "mailto:nom@example.org"),
        ("> - [le **mot**](a.md)", "le mot", "a.md"),
        ("| a | b |\n|---|---|\n| x | [le mot](a.md) |", "le mot", "a.md"),
    ],
)
def test_a_link_is_told_however_it_is_written(text: str, words: str, target: str) -> None:
    (link,) = read_body(text).links
    assert (link.words, link.target) == (words, target)
    assert _written(text, link.words_place).replace("*", "") == words
    assert _written(text, link.target_place) in (target, words)


def test_the_whole_of_a_link_has_its_place() -> None:
    text = 'Nos [comptes](https://example.org "nos (bons) comptes"), nos [plans][p].\n\n[p]: x.md'
    comptes, plans = read_body(text).links
    assert _written(text, comptes.place) == '[comptes](https://example.org "nos (bons) comptes")'
    assert _written(text, plans.place) == "[plans][p]"


@pytest.mark.parametrize(
    "text",
    [
        "Copiez :\n\n```\nSalle B, 12 < 14\n\n- fin & suite\n```\n",
        "Copiez :\n```\nSalle B, 12 < 14\n\n- fin & suite\n```\nEt voilà.",
        "- Copiez :\n\n    ```\n    Salle B, 12 < 14\n\n    - fin & suite\n    ```\n\n- Voilà",
        "- ```\n  Salle B, 12 < 14\n\n  - fin & suite\n  ```",
        "> ~~~ texte\n> Salle B, 12 < 14\n>\n> - fin & suite\n> ~~~\n>\n> Voilà",
        "/// details | Code\n```\nSalle B, 12 < 14\n\n- fin & suite\n```\n///",
    ],
)
def test_fenced_code_is_shown_as_it_stands(text: str) -> None:
    body, page = _page(text)
    (code,) = page.iter("pre")
    assert "".join(code.itertext()).rstrip() == "Salle B, 12 < 14\n\n- fin & suite"
    assert all(fence.is_closed for fence in body.fences)
    assert "&amp;amp;" not in body.html


def test_nothing_in_code_is_live_and_its_addresses_are_told() -> None:
    text = "```\nÀ fantine@example.org, [ici](absente.md).\n![](absente.jpg)\n```"
    body = read_body(text)
    assert body.links == ()
    (code,) = body.passages
    assert "fantine@example.org" in code.words
    assert body.code_lines() == {1, 2, 3, 4}


def test_blocks_have_their_lines() -> None:
    text = "## Un *titre*\n\nUn mot\net sa suite.\n\n- un\n- deux\n\n> Dit-elle.\n"
    blocks = {block.tag: (block.first, block.last, block.words) for block in read_body(text).blocks}
    assert blocks["h2"] == (1, 1, "Un titre")
    assert blocks["ul"] == (6, 7, "")
    assert blocks["li"] == (7, 7, "deux")
    assert blocks["blockquote"] == (9, 9, "")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Voyez https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("Voyez https://example.org/a(b)).", "https://example.org/a(b)"),
        ("« https://example.org »", "https://example.org"),
        ("**https://example.org**", "https://example.org"),
        ("https://example.org/?a=1&b=2, puis", "https://example.org/?a=1&b=2"),
        ("WWW.example.org", "https://WWW.example.org"),
    ],
)
def test_a_bare_address_is_a_link_without_what_ends_the_sentence(text: str, address: str) -> None:
    (link,) = read_body(text).links
    assert link.target == address


@pytest.mark.parametrize(
    "text",
    ["www.", "https://", "`https://example.org`", "nom@www.example.org", "a://b", "awww.b.c"],
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert read_body(text).links == ()
