"""Whatever is written in a file: no crash, no hang, and nothing that acts in a visitor's browser.

Each run tries a few hundred inputs. Many more, for an hour at the fireside:

    HASARD=100000 invoke test -- tests/test_fuzz.py
"""

import os
from datetime import timedelta

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.content.schema import TYPES, Vocabulary
from association.content.validation import validated
from association.problems.findings import Severity
from association.source import prose, source
from association.source.tangles import TANGLE
from association.source.tree import read_body
from typographie import typeset_html

_NUMBER = int(os.environ.get("HASARD", "300"))
_MANY = settings(
    max_examples=_NUMBER,
    # A slow machine is no hang; several seconds for a few lines are one.
    deadline=timedelta(seconds=20),
    suppress_health_check=list(HealthCheck),
)

_SIGNS = [*"-:#[]{}()!&*%@`'\"|>?,~<=/\\_.^$;+ \t\n\n\n0a1Zé", "«", "»", "’", "\u00a0", "\u202f"]
_YAML = """\
---|titre: |resume: |debut: |fin: |lieu:|  nom: |- |  - |[a, b]|{a: b}|2027-03-14|9:30|oui|null|
! |&a |*a|>-||-|"x"|'x'|# x|titre : |?|...|\ufeff|été|Bonjour : oui|!!python/name:os.system|<<: *a
"""
_MARKDOWN = """\
# |## |### |- |1. |> |    |/// details|///|/// caption|/// admonition|    type: note|```|~~~|`|**|
__|*|[x](|[x]: |![x](|{filename}/|{static}/images/|{: |{#a}|{.b}|[^1]|[^1]: x|*[TST]: x|: x|---|
/// exercice|a | b|--|--|<https://x.org>|<b>|</b>|<br>|\\|— |&amp;|&#106;|http://x.org|x@y.org|\u2028
"""
_ACTIVE = """\
<script>alert(1)</script>|<!--<script>-->|<!-- --!><img src=x onerror=alert(1)>-->|<img src=x|
onerror=alert(1)|>|<svg onload=alert(1)>|[x](javascript:alert(1))|[x](&#106;avascript:alert(1))|
<javascript:alert(1)>|![x](data:text/html,x)|{: onclick=alert(1) }|{: style="x:y" }|
<iframe src=//x>|<style>|</style>|<base href=//x>|<a href=javascript:alert(1)>|
<details ontoggle=alert(1) open>|[x]: javascript:alert(1)|[x]|<math>|<noscript>|<template>|</p>|
</main>|]]>|<?php|<!DOCTYPE x>|<b onclick=alert(1)>x</b>|<span lang=fr style=x>|
(java\tscript:alert(1))|[x](vbscript:x)|<form>
"""


def _pieces(listed: str) -> list[str]:
    return [piece.replace("\n", "") for piece in listed.split("|") if piece.strip("\n")]


def _soup(*listed: str, most: int = 40) -> st.SearchStrategy[str]:
    """Return texts of pieces, signs, line ends and any text at all."""
    piece = st.sampled_from([p for each in listed for p in _pieces(each)])
    sign = st.sampled_from(_SIGNS)
    anything = st.text(max_size=8)
    return st.lists(st.one_of(piece, piece, sign, anything), max_size=most).map("".join)


_AROUND = ("", "", "", "", "", "> ", "- ", "    ", "1. ", ": ", "- > ", "> > ", "[^1]: ", "  ")
_OF_BLOCKS = """\
/// details | T
/// Details | T
//// details | T
/// citation | Moi
/// figure | L
/// galerie
/// caption
/// figure-caption
/// exercice | E
/// dates
/// document | D
    type: note
    type: 2027
    foo
///
///
///
////
///.

un mot
- un
# T
[^1]
*[T]: x
```
    /// details | T
![x](y.png)"""
_BLOCKS = st.lists(
    st.builds("{}{}".format, st.sampled_from(_AROUND), st.sampled_from(_OF_BLOCKS.split("\n"))),
    max_size=9,
).map("\n".join)
# A few pieces among words pass the checks; many pieces try what they overlook together.
_TEXTS = st.one_of(_soup(_MARKDOWN, _ACTIVE, most=6), _soup(_MARKDOWN, _ACTIVE))
# What may stand in a page that was written by others than the project.
_INERT = frozenset(
    [
        "html",
        "head",
        "body",
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "footer",
        "pre",
        "code",
        "em",
        "strong",
        "a",
        "img",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "details",
        "summary",
        "figure",
        "figcaption",
        "abbr",
        "b",
        "cite",
        "del",
        "i",
        "ins",
        "kbd",
        "q",
        "span",
        "sub",
        "sup",
    ]
)
_SCHEMES = ("http:", "https:", "mailto:", "tel:")


def _acting(html: str) -> list[str]:
    """Return what would act, look alike or reach elsewhere by itself in a page holding ``html``."""
    found = []
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in _INERT:
            found.append(element.tag)
        for name, value in element.attrib.items():
            if str(name).lower().startswith("on") or name in ("style", "srcdoc", "formaction"):
                found.append(f"{element.tag} {name}")
            if name in ("href", "src", "action", "poster"):
                address = "".join(sign for sign in value if sign > " ").lower()
                scheme = address.partition(":")[0]
                if ":" in address and scheme.isalpha() and not address.startswith(_SCHEMES):
                    found.append(f"{element.tag} {name}={value}")
    return found


@_MANY
@given(_soup(_YAML, _YAML, _MARKDOWN), st.sampled_from(sorted(TYPES)))
def test_any_front_matter_is_read_or_said_to_be_wrong(text: str, folder: str) -> None:
    found = source.read(text.encode("utf-8", "surrogatepass"))
    written, wrong = validated(TYPES[folder], found.front, Vocabulary())
    for finding in (*found.findings, *wrong):
        assert finding.message
        assert finding.fix
    said = [*found.findings, *wrong]
    assert written is not None or any(finding.severity is Severity.ERROR for finding in said)


@_MANY
@given(_TEXTS)
def test_nothing_that_is_written_acts_in_a_visitors_browser(text: str) -> None:
    if all(finding.code != TANGLE for finding in prose.findings(read_body(text))):
        html = read_body(text).html
        assert _acting(html) == []
        assert _acting(typeset_html(html)) == []


@_MANY
@given(_TEXTS)
def test_typography_makes_nothing_act_that_did_not(text: str) -> None:
    assert sorted(_acting(typeset_html(text))) == sorted(_acting(text))


@_MANY
@given(_BLOCKS)
def test_no_block_takes_the_end_of_a_text_without_a_word(text: str) -> None:
    body = read_body(f"{text}\n\nLa fin.\n")
    stands_apart = ("p",) in [block.tags for block in body.blocks if block.words == "La fin."]
    said = [one for one in prose.findings(body) if one.severity is Severity.ERROR]
    assert stands_apart or said


@pytest.mark.parametrize(
    "text",
    [
        "> /// Details | T\n",
        "- /// Details | T\n\n    Des mots.\n",
        "Un mot[^1].\n\n[^1]: /// details | T\n",
    ],
)
def test_a_block_left_open_is_told_where_it_begins(text: str) -> None:
    found = [one for one in prose.findings(read_body(text)) if one.code == "bloc-ouvert"]
    assert [text.split("\n")[one.span.line - 1].count("///") for one in found] == [1]


def test_a_document_left_open_in_a_note_is_told() -> None:
    body = read_body("/// details | T\n\t- sous\n[^1]: ///\n/// document | D\n")
    lines = [one.span.line for one in prose.findings(body) if one.code == "bloc-ouvert"]
    assert lines == [1, 4]


@pytest.mark.parametrize("block", ["galerie", "figure | L", "video | V"])
def test_a_numbered_caption_in_a_figure_is_read(block: str) -> None:
    text = f"/// {block}\n\n![x](y.png)\n\n/// figure-caption\nz\n///\n\n///\n"
    body = read_body(text)
    assert "Figure 1." in body.html
    assert "__figure" not in body.html.replace('id="__figure-caption_1"', "")


def test_a_definition_may_follow_a_document() -> None:
    html = read_body("/// document | D\n///\n: Des mots.\n").html
    assert '<p class="bloc-document"><span data-bloc="0">D</span></p>' in html
    assert "<dd>Des mots.</dd>" in html


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[x](&#106;avascript:a)", "lien-incomplet"),
        ("[x](java\tscript:a)", "lien-incomplet"),
        ("[x]: data:a\n\n[x]", "lien-incomplet"),
    ],
)
def test_an_address_in_disguise_is_said(text: str, code: str) -> None:
    assert [finding.code for finding in prose.findings(read_body(text))] == [code]
