"""Every kind of page in a browser: small and large, light and dark, by keyboard, without script."""

from typing import Any

import pytest

pytestmark = pytest.mark.browser

KINDS = (
    "/",
    "/actualites/",
    "/actualites/2026/",
    "/actualites/premiers-certificats/",
    "/agenda/",
    "/agenda/passe/",
    "/agenda/soirees-de-decouverte-en-ligne/",
    "/annuaire/",
    "/annuaire/jean-valjean/",
    "/capsules/",
    "/capsules/manager-autrement/",
    "/certification/",
    "/contact/",
    "/mentions-legales/",
    "/metiers/",
    "/metiers/intervenant/",
    "/hors-ligne/",
    "/plan-du-site/",
    "/recherche/",
    "/therapie-sociale/",
    "/404.html",
)


@pytest.mark.parametrize("path", KINDS)
def test_no_kind_of_page_scrolls_sideways_or_complains(visit: Any, path: str) -> None:
    page = visit(path)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert overflow <= 0, (width, scheme)
    assert page.troubles == []


def test_the_first_tab_stop_leads_to_the_content(visit: Any) -> None:
    page = visit("/agenda/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    box = page.locator(":focus").bounding_box()
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_everything_can_be_read_without_script(visit: Any) -> None:
    with_script = visit("/metiers/intervenant/")
    without = visit("/metiers/intervenant/", java_script_enabled=False)
    read = "main"
    assert without.locator(read).inner_text() == with_script.locator(read).inner_text()
    assert without.locator("nav a").count() == with_script.locator("nav a").count()


def test_the_menu_of_a_small_screen_opens_by_keyboard_without_script(visit: Any) -> None:
    page = visit("/", width=360, java_script_enabled=False)
    link = page.get_by_role("link", name="Annuaire", exact=True).first
    if not link.is_visible():
        page.get_by_role("button", name="Menu").focus()
        page.keyboard.press("Enter")
    assert link.is_visible()


def test_the_open_menu_of_a_small_screen_keeps_the_focus_and_gives_it_back(visit: Any) -> None:
    page = visit("/", width=360)
    button = page.get_by_role("button", name="Menu", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    last = page.get_by_role("button", name="Fermer le menu")
    last.focus()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('main *, footer *')")
    assert page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("Escape")
    assert button.evaluate("button => button === document.activeElement")
    assert not page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("Enter")
    page.set_viewport_size({"width": 1024, "height": 700})
    page.wait_for_function("!document.querySelector('main').inert")


def test_a_picture_in_a_list_leaves_the_word_to_its_title(visit: Any) -> None:
    page = visit("/actualites/")
    assert page.locator("main .nouvelle img").count() > 0
    assert page.locator("main .nouvelle img:not([alt=''])").count() == 0


def test_a_figure_says_what_it_counts(visit: Any) -> None:
    page = visit("/annuaire/publics/")
    link = page.locator("main a", has=page.locator(".pastille-nombre")).first
    assert link.text_content().split()[-1] in ("personne", "personnes")


def test_fold_outs_are_open_on_paper(visit: Any) -> None:
    page = visit("/metiers/intervenant/")
    closed = page.locator("details:not([open])").first
    inside = closed.locator("p").first
    assert not inside.is_visible()
    page.emulate_media(media="print")
    assert inside.evaluate("element => element.getBoundingClientRect().height") > 0
    assert not page.locator("nav").first.is_visible()


def test_an_address_opens_the_fold_out_it_names(visit: Any) -> None:
    page = visit("/metiers/intervenant/#accompagnement-et-intervention")
    opened = page.locator("details[open]")
    assert opened.evaluate_all("all => all.map(one => one.id)") == [
        "accompagnement-et-intervention"
    ]
    assert 0 <= opened.bounding_box()["y"] < 900
    page.evaluate("location.hash = 'formation-et-intervention'")
    page.wait_for_function("document.querySelectorAll('details[open]').length === 2")


def test_fold_outs_are_as_they_were_when_the_paper_is_out(visit: Any) -> None:
    page = visit("/metiers/intervenant/")
    shut = page.locator("details:not([open])")
    assert (before := shut.count()) > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shut.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shut.count() == before


def test_nothing_is_kept_in_the_visitors_browser(visit: Any) -> None:
    page = visit("/")
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", KINDS)
def test_on_paper_the_title_comes_after_the_name_of_the_site_and_nothing_else(
    visit: Any, path: str
) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    above, title = page.locator(".entete"), page.locator("h1")
    if above.is_visible():
        bottom = above.bounding_box()["y"] + above.bounding_box()["height"]
        assert 0 <= title.bounding_box()["y"] - bottom < 100
    assert page.locator("nav:visible, button:visible").count() == 0
