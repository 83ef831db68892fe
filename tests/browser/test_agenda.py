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


def test_the_address_of_a_calendar_is_copied_by_a_button(visit: Callable[..., Any]) -> None:
    page = visit("/agenda/abonnement/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier l’adresse").first.click()
    page.get_by_text("Adresse copiée").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/agenda.ics")


def test_how_to_subscribe_is_in_the_first_screen_and_the_rest_is_folded(
    visit: Callable[..., Any],
) -> None:
    page = visit("/agenda/abonnement/", width=360, height=740)
    page.get_by_role("button", name="Copier l’adresse").first.wait_for()
    first_screen = [
        page.get_by_role("link", name="S’abonner à tout l’agenda"),
        page.locator(".adresse-abonnement .adresse"),
        page.get_by_role("button", name="Copier l’adresse").first,
        page.get_by_role("link", name="S’abonner avec un rappel la veille").first,
    ]
    for part in first_screen:
        box = part.bounding_box()
        assert box["y"] + box["height"] <= 740
    assert page.evaluate("document.documentElement.scrollHeight") < 4000
    assert page.locator("main details[open]").count() == 0


def test_fold_outs_open_by_keyboard_by_their_address_and_on_paper(
    visit: Callable[..., Any],
) -> None:
    page = visit("/agenda/abonnement/#regions")
    assert page.locator("#regions .abonnement").first.is_visible()
    assert not page.locator("#praticiens .abonnement").first.is_visible()
    page.locator("summary", has_text="Google Agenda").press("Enter")
    assert page.get_by_text("choisissez « À partir de l’URL »").is_visible()
    on_paper = visit("/agenda/abonnement/", java_script_enabled=False)
    on_paper.emulate_media(media="print")
    addresses = on_paper.locator(".abonnement .adresse")
    assert addresses.count() > 20
    assert all(address.is_visible() for address in addresses.all())


def test_without_script_the_address_stands_without_its_button(visit: Callable[..., Any]) -> None:
    page = visit("/agenda/abonnement/", java_script_enabled=False)
    assert page.locator(".adresse-abonnement .adresse").first.is_visible()
    assert page.locator(".copier button:visible").count() == 0
    page.locator(".adresse-code summary").first.click()
    assert page.locator(".qr img").first.is_visible()


def test_a_page_asks_nothing_of_the_web_calendars_that_it_names(visit: Callable[..., Any]) -> None:
    asked: list[str] = []
    page = visit("/agenda/atelier-pratique-dijon/")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert page.get_by_role("link", name="Ajouter à Google Agenda").count()
    assert [url for url in asked if "google" in url or "outlook" in url] == []
