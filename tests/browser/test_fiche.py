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


@pytest.mark.parametrize(
    ("instant", "state"),
    [("2027-06-18T21:59:00Z", "En vigueur"), ("2027-06-18T22:00:00Z", "Échu")],
)
def test_a_certificate_lapses_in_the_browser_on_its_day(
    visit: Callable[..., Any], instant: str, state: str
) -> None:
    page = visit("/")
    root = page.url
    page.clock.set_fixed_time(instant)
    page.goto(f"{root}certification/jean-valjean-intervenant-2022/")
    shown = page.locator(".certificat-etat strong:visible")
    assert shown.all_inner_texts() == [state]
    page.goto(f"{root}certification/")
    line = page.locator("tr", has=page.get_by_role("link", name="Jean Valjean", exact=True))
    in_register = line.locator("td").last.inner_text().strip()
    assert in_register.startswith("en vigueur") is (state == "En vigueur")
