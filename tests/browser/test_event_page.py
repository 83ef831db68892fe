"""The page of an event: what matters is seen first, and is read in the order it is seen."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]

TO_COME = (
    "/agenda/formation-reunions-difficiles-rouen/",
    "/agenda/soirees-de-decouverte-en-ligne/",
    "/agenda/seminaire-ecole-familles-toulouse/",
    "/agenda/petites-communes-grandes-querelles/",
)


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)], ids=str)
@pytest.mark.parametrize("path", TO_COME)
def test_when_where_price_and_registration_are_in_the_first_screen(
    visit: Opener, path: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = visit(path, width=width, height=height)
    page.wait_for_load_state("networkidle")
    for part in (".evenement-date", ".evenement-ou", ".inscription .bouton", ".inscription-prix"):
        found = page.locator(f"{part}:visible")
        # Not every event has a price or a form.
        if part.startswith(".inscription") and not found.count():
            continue
        box = found.first.bounding_box()
        assert box["y"] + box["height"] <= height, part
    assert page.locator(".evenement-ou:visible").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_goes_as_the_eye_does(visit: Opener, width: int) -> None:
    page = visit("/agenda/soirees-de-decouverte-en-ligne/", width=width)
    parts = page.evaluate(
        """[...document.querySelectorAll("main :is(.inscription, .volets-texte, .volets-cote, "
        + ".volets-suite)")].map(it => {
          const box = it.getBoundingClientRect();
          return [it.className.split(" ")[0], box.left, box.top];
        })"""
    )
    names = [name for name, *_ in parts]
    assert names == ["inscription", "volets-texte", "volets-cote", "volets-suite"]
    places = {name: (left, top) for name, left, top in parts}
    assert places["volets-texte"][1] <= places["volets-cote"][1]
    assert places["volets-texte"][1] < places["volets-suite"][1]
    assert places["volets-texte"][0] <= places["volets-cote"][0]


def test_its_calendar_is_copied_by_a_button(visit: Opener) -> None:
    page = visit(
        "/agenda/formation-reunions-difficiles-rouen/",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Copier l’adresse").click()
    page.get_by_text("Adresse copiée").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("rouen.ics")


@pytest.mark.parametrize(
    "path", ["/agenda/abonnement/", "/agenda/categories/formation/", TO_COME[0]]
)
def test_addresses_have_seen_edges_in_forced_colours_and_stay_within_the_page(
    visit: Opener, path: str
) -> None:
    page = visit(path, width=320, forced_colors="active")
    button = page.locator(".copier .bouton").first
    assert float(button.evaluate("it => parseFloat(getComputedStyle(it).borderTopWidth)")) >= 1
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
