"""The agenda on paper."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

A4 = (595, 842)


def test_the_programme_prints_on_a4_without_menus(visit: Callable[..., Any]) -> None:
    page = visit("/agenda/programme/")
    paper = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert boxes
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}
    page.emulate_media(media="print")
    assert page.locator("nav:visible, button:visible").count() == 0
    assert page.locator(".programme-date:visible").count() > 10
    assert "localhost" in page.locator(".programme-date .adresse").first.inner_text()


def test_a_month_prints_its_table_on_one_sheet_of_its_own(visit: Callable[..., Any]) -> None:
    page = visit("/agenda/2027/03/", width=600)
    assert not page.locator("table").is_visible()
    page.emulate_media(media="print")
    assert page.locator("table").is_visible()
    table = page.locator(".mois-grille")
    assert table.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
