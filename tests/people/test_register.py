"""The public register of certificates stays readable however many there are."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from association.pages.context import Context
from association.people import certificates
from tests.built_site import Page, words
from tests.calendar_context import Press, shipped_context
from tests.people_context import ASOF

_LIST = "certification/"


@pytest.fixture
def shipped(tmp_path: Path) -> Context:
    return shipped_context(tmp_path, ASOF)


def holders(page: Page) -> list[str]:
    return [words(cell) for cell in page.all("th") if cell.get("scope") == "row"]


def test_a_short_register_stands_on_its_page(shipped: Context) -> None:
    [page] = Press().printed(shipped, "certification")
    assert page.path == _LIST
    assert len(holders(page)) == len(certificates.grants(shipped))


def test_a_long_register_has_a_page_a_year_and_loses_nobody(
    shipped: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, "_MOST_ON_A_PAGE", 2)
    pages = {page.path: page for page in Press().printed(shipped, "certification")}
    years = sorted({grant.day.year for grant in certificates.grants(shipped)}, reverse=True)
    assert [*pages] == [_LIST, *(f"{_LIST}{year}/" for year in years)]
    for page in pages.values():
        links = (urlsplit(link.get("href", "")).path for link in page.all("a"))
        assert {f"/{path}" for path in pages} <= set(links)
    of_years = [holders(pages[f"{_LIST}{year}/"]) for year in years]
    assert holders(pages[_LIST]) == of_years[0]
    assert sum(map(len, of_years)) == len(certificates.grants(shipped))


def test_a_register_of_one_year_is_not_divided(
    shipped: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, "_MOST_ON_A_PAGE", 0)
    [last, *_] = certificates.grants(shipped)
    monkeypatch.setattr(certificates, "grants", lambda _context: [last])
    assert certificates.register(shipped).years == ()
