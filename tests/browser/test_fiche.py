"""The page of a practitioner in a browser: its code can be photographed, it prints on one sheet."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from tests.people_builders import SHIPPED

pytestmark = pytest.mark.browser
PEOPLE = sorted(path.stem for path in (SHIPPED / "praticiens").glob("*.md"))
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")


def test_each_profile_prints_on_one_sheet(visit: Callable[..., Any]) -> None:
    page = visit("/")
    root = page.url
    sheets = {}
    for slug in PEOPLE:
        page.goto(f"{root}annuaire/{slug}/")
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        sheets[slug] = len(_PAGE_OF_PDF.findall(printed))
    assert sheets == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_read_off_the_screen(visit: Callable[..., Any], scheme: str) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    page = visit("/annuaire/jean-valjean/", color_scheme=scheme, device_scale_factor=2)
    shot = Image.open(io.BytesIO(page.locator(".qr").screenshot()))
    [found] = zxingcpp.read_barcodes(shot)
    assert "FN:Jean Valjean" in found.text
    assert "/annuaire/jean-valjean/" in found.text
