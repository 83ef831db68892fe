"""Drawings (SVG) never act: neither where they come from nor where they are served."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.hosting.finished_site import FinishedSite
from association.hosting.published_drawings import publish_drawings
from association.pictures.drawing import read_drawing

SHAPES = '<rect width="8" height="8" fill="url(#p)"/><text x="1" y="2">Bonjour</text>'


def drawing(inside: str, head: str = "", attributes: str = "") -> bytes:
    """Return a drawing with something inside, after ``head``."""
    xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {xlink} viewBox="0 0 8 6"{attributes}>'
    return f"{head}{opening}{inside}</svg>".encode()


ATTACKS = {
    "a program": drawing("<script>go()</script>"),
    "a program of another prefix": drawing(
        '<x:script xmlns:x="http://www.w3.org/2000/svg">go()</x:script>'
    ),
    "a program in HTML": drawing(
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">go()</x:script>'
    ),
    "HTML": drawing("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
    "what runs when it loads": drawing("", attributes=' onload="go()"'),
    "what runs in capitals": drawing('<rect ONCLICK="go()"/>'),
    "an entity": drawing("&go;", head='<!DOCTYPE svg [<!ENTITY go "x">]>'),
    "a file of this machine": drawing(
        "&f;", head='<!DOCTYPE svg [<!ENTITY f SYSTEM "/etc/passwd">]>'
    ),
    "a document type of elsewhere": drawing(
        "", head='<!DOCTYPE svg SYSTEM "http://e.example/x.dtd">'
    ),
    "a style sheet of elsewhere": drawing(
        "", head='<?xml-stylesheet href="http://e.example/x.css"?>'
    ),
    "a picture of elsewhere": drawing('<image href="https://e.example/x.png"/>'),
    "a picture by references": drawing('<image href="&#104;ttps://e.example/x.png"/>'),
    "a picture without its scheme": drawing('<image xlink:href="//e.example/x.png"/>'),
    "a drawing in the drawing": drawing('<image href="data:image/svg+xml;base64,AAAA"/>'),
    "a use of elsewhere": drawing('<use href="https://e.example/x.svg#a"/>'),
    "an address that runs": drawing('<a href="java&#10;script:go()"><rect/></a>'),
    "an animation": drawing('<a><set attributeName="href" to="javascript:go()"/></a>'),
    "paint of elsewhere": drawing('<rect fill="url(https://e.example/x.svg#p)"/>'),
    "paint of elsewhere, escaped": drawing(r'<rect style="fill:u\72l(https://e.example/x)"/>'),
    "a style that fetches": drawing("<style>@import 'https://e.example/x.css';</style>"),
    "a font of elsewhere": drawing("<style>@font-face{src:url(https://e.example/x)}</style>"),
    "a base": drawing("", attributes=' xml:base="https://e.example/"'),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_would_act_is_told_and_is_not_in_the_copy(name: str) -> None:
    found = read_drawing(ATTACKS[name])
    assert found.acts
    assert all(act.line == 1 for act in found.acts)
    left = found.copy.decode().lower()
    for word in (
        "script",
        "go()",
        "e.example",
        "passwd",
        "<!",
        "<?",
        "foreignobject",
        "<set",
        "href",
    ):
        assert word not in left


def test_an_act_is_told_where_it_stands() -> None:
    found = read_drawing(drawing("\n  <rect/>\n  <script/>"))
    assert [(act.line, act.column, act.what) for act in found.acts] == [(3, 3, "<script")]


def test_what_is_shown_is_kept_in_its_order() -> None:
    inside = (
        '<defs><pattern id="p"><image href="data:image/png;base64,AAAA"/></pattern></defs>'
        f'<style>.a{{fill:red}}</style><g class="a" style="opacity:.5">{SHAPES}</g><use href="#p"/>'
    )
    found = read_drawing(drawing(inside))
    assert found.acts == ()
    root = ElementTree.fromstring(found.copy)
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert names == ["svg", "defs", "pattern", "image", "style", "g", "rect", "text", "use"]
    assert "".join(root.itertext()) == ".a{fill:red}Bonjour"


def test_what_drawing_programs_keep_for_themselves_is_left_out_in_silence() -> None:
    head = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">'
    editor = 'xmlns:e="http://editor.example/" e:version="1"'
    inside = f"<!-- note --><metadata>Nom</metadata><e:view {editor}/><g {editor}>{SHAPES}</g>"
    found = read_drawing(drawing(inside, head))
    assert found.acts == ()
    assert b"Nom" not in found.copy
    assert b"note" not in found.copy
    assert b"editor" not in found.copy


def test_the_copy_of_a_copy_is_the_copy() -> None:
    once = read_drawing(drawing(SHAPES)).copy
    assert read_drawing(once).copy == once


@given(st.text("<>/\"'=&;#: aAsSvVgGrRiIpPtTxX![]?-", max_size=80))
def test_any_text_inside_is_read_or_refused_and_its_copy_never_acts(inside: str) -> None:
    try:
        found = read_drawing(drawing(inside))
    except ValueError:
        return
    if found.copy:
        assert read_drawing(found.copy).acts == ()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="8" height="6"', (8, 6)),
        ("width='2in' height='1in'", (192, 96)),
        ('viewBox="0 0 3 2"', (3, 2)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(attributes: str, size: tuple[int, int]) -> None:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'
    assert read_drawing(text.encode()).size == size


def test_a_drawing_that_acts_stops_nothing_else(tmp_path: Path) -> None:

    (tmp_path / "x.svg").write_bytes(drawing(f"<script>go()</script>{SHAPES}"))
    publish_drawings(FinishedSite(tmp_path, "", production=True))
    served = (tmp_path / "x.svg").read_bytes()
    assert b"script" not in served
    assert b"Bonjour" in served
