"""A public page loses the indentation of its templates, and nothing that a browser shows."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from association.pages.trimmed_page import trim
from tests.built_site import BuiltSite, SharedSites
from tests.html_tree import html_tree
from tests.production_site import ASOF

EXPECTED = Path(__file__).parent / "expected"
PAGES = sorted(EXPECTED.rglob("*.html"))
KEPT = "<pre>  a\n\n    b</pre>\n<textarea>\n   c\n</textarea>\n<script>\n  d\n</script>\n"


def _shown(element: Element) -> Iterator[object]:
    """Yield what a browser makes of an element: names, attributes, words between single spaces."""
    keeps = element.tag in {"pre", "textarea", "script", "style"}
    for text in (element.text or "", *(child.tail or "" for child in element)):
        yield text if keeps else " ".join(text.split())
    yield element.tag, dict(element.attrib)
    for child in element:
        yield from _shown(child)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(EXPECTED).as_posix())
def test_a_trimmed_page_shows_the_same(page: Path) -> None:
    text = page.read_text("utf-8")
    trimmed = trim(text)
    assert list(_shown(html_tree(trimmed))) == list(_shown(html_tree(text)))
    assert len(trimmed) < len(text)


def test_words_parted_by_a_line_end_stay_parted() -> None:
    assert trim("<p>un\n     <b>deux</b>\n\n  trois</p>") == "<p>un\n<b>deux</b>\ntrois</p>"


def test_what_keeps_its_spaces_keeps_them() -> None:
    assert trim(f"<div>\n  {KEPT}</div>") == f"<div>\n{KEPT}</div>"


def test_only_a_public_site_is_trimmed(
    shared_sites: SharedSites, production_site: BuiltSite
) -> None:
    at_home = BuiltSite(shared_sites.built(asof=ASOF), "")
    assert all(page.source == trim(page.source) for page in production_site.pages.values())
    assert not any(page.source == trim(page.source) for page in at_home.pages.values())
