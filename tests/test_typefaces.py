"""The typefaces that are served hold the signs of what is set in them, and nothing moves."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import ImageFont

from tests.built_site import ROOT, BuiltSite, Page, SharedSites

FONTS = ROOT / "theme" / "static" / "fonts"
SHEETS = ROOT / "theme" / "static" / "css" / "tokens"
# What any text may need: the letters of French, its quotation marks, apostrophes and spaces.
FRENCH = "ÀÂÆÇÈÉÊÎÔÙŒàâæçèéêëîïôùûüÿœ«»’“”…–—\u00a0\u202f"
# Arrows, exponents and what has no width may come from another typeface: nobody sees it.
_SEEN = ("L", "M", "N", "P", "Sc", "Sm", "Zs")
_HEADINGS = {"h1", "h2", "h3", "h4", "summary"}


@pytest.fixture(scope="module")
def site(shared_sites: SharedSites) -> BuiltSite:
    return BuiltSite(shared_sites.built(asof="2026-11-21"), "")


@pytest.mark.parametrize("name", ["literata-texte", "literata-italique"])
def test_a_typeface_of_texts_holds_what_the_texts_of_the_site_need(
    name: str, site: BuiltSite
) -> None:
    signs = {sign for page in _in_french(site) for text in _texts(page.root) for sign in text}
    assert {"œ", "«", "\u202f"} <= signs
    assert _missing(FONTS / f"{name}.woff2", {*FRENCH, *filter(_is_seen, signs)}) == set()


def test_the_typeface_of_headings_holds_what_the_headings_of_the_site_need(
    site: BuiltSite,
) -> None:
    headings = [
        "".join(element.itertext()) for page in _in_french(site) for element in page.all(*_HEADINGS)
    ]
    needed = {*FRENCH} - {"ÿ"} | {sign for text in headings for sign in text if _is_seen(sign)}
    assert _missing(FONTS / "bricolage-titres.woff2", needed) == set()


def test_a_sign_that_a_typeface_lacks_is_noticed() -> None:
    assert _missing(FONTS / "literata-texte.woff2", {"Ж", "é", "\u2003"}) == {"Ж", "\u2003"}


def test_no_typeface_moves_a_text_that_already_shows() -> None:
    """A typeface that comes late waits, and its stand-in has its widths and its heights."""
    for sheet in ("fonts.css", "text-fonts.css"):
        served: list[str] = []
        own: list[str] = []
        for face in re.findall(r"@font-face \{(.*?)\}", (SHEETS / sheet).read_text(), re.S):
            (served if "url(" in face else own).append(face)
        assert served, sheet
        assert own, sheet
        assert all("font-display: optional" in face for face in served)
        measures = ("size-adjust", "ascent-override", "descent-override", "line-gap-override")
        assert all(measure in face for face in own for measure in measures)


def test_each_page_to_read_asks_for_its_typeface_with_its_style(site: BuiltSite) -> None:
    for path, is_text in {
        "therapie-sociale/": True,
        "metiers/intervenant/": True,
        "": False,
    }.items():
        asked = [link.attrib["href"] for link in site.pages[path].all("link")]
        assert any("literata-texte" in address for address in asked) is is_text, path


def _in_french(site: BuiltSite) -> Iterator[Page]:
    return (page for page in site.pages.values() if page.kind and page.kind != "traduction")


def _texts(root: Element) -> Iterator[str]:
    for element in root.iter():
        if "prose" in element.get("class", "").split():
            yield from element.itertext()


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign).startswith(_SEEN) and unicodedata.category(sign) != "No"


def _missing(file: Path, signs: set[str]) -> set[str]:
    """Return the signs for which a font draws what it draws for a sign that cannot exist."""
    # The simplest layout: others make up a space that a font lacks.
    font = ImageFont.truetype(str(file), 64, layout_engine=ImageFont.Layout.BASIC)

    def drawn(sign: str) -> tuple[bytes, float]:
        return bytes(font.getmask(sign)), font.getlength(sign)

    return {sign for sign in signs if drawn(sign) == drawn("\U0010fffd")}
