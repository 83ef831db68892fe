"""The scheme that a visitor chooses: kept in their browser alone, shown before all else."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Opener = Callable[..., Any]
PAPER = "getComputedStyle(document.body).backgroundColor"
KEPT = "JSON.stringify([Object.entries(localStorage), document.cookie, sessionStorage.length])"
LIGHT, DARK = "rgb(255, 253, 251)", "rgb(21, 17, 29)"
CHOICE = "Apparence :"


@pytest.mark.parametrize(("system", "shown"), [("light", LIGHT), ("dark", DARK)])
def test_the_scheme_of_the_system_shows_and_nothing_is_kept_until_somebody_chooses(
    visit: Opener, system: str, shown: str
) -> None:
    page = visit("/contact/", color_scheme=system)
    assert page.evaluate(PAPER) == shown
    assert page.get_by_label(CHOICE).input_value() == ""
    assert page.evaluate(KEPT) == '[[],"",0]'


def test_a_choice_is_made_by_keyboard_lasts_and_is_given_up(visit: Opener) -> None:
    page = visit("/contact/", color_scheme="light")
    choice = page.get_by_role("combobox", name=CHOICE)
    choice.focus()
    page.keyboard.press("End")
    assert choice.input_value() == "sombre"
    assert page.evaluate(PAPER) == DARK
    page.goto(page.url.replace("/contact/", "/annuaire/"))
    assert page.evaluate(PAPER) == DARK
    assert page.get_by_label(CHOICE).input_value() == "sombre"
    assert page.evaluate(KEPT) == '[[["apparence","sombre"]],"",0]'
    page.get_by_label(CHOICE).select_option("")
    assert page.evaluate(PAPER) == LIGHT
    assert page.evaluate(KEPT) == '[[],"",0]'
    assert page.troubles == []


def test_a_chosen_light_page_is_light_on_a_dark_system_with_its_beams(visit: Opener) -> None:
    page = visit("/agenda/", color_scheme="dark")
    page.get_by_label(CHOICE).select_option("claire")
    assert page.evaluate(PAPER) == LIGHT
    blend = "getComputedStyle(document.querySelector('.ouverture'), '::before').mixBlendMode"
    assert page.evaluate(blend) == "multiply"


def test_the_chosen_scheme_is_there_before_the_page_is_read(visit: Opener) -> None:
    page = visit("/contact/", color_scheme="light")
    page.get_by_label(CHOICE).select_option("sombre")
    # The first moment at which there is a body to paint.
    page.add_init_script(
        "new MutationObserver((_, it) => { if (!document.body) return; it.disconnect();"
        " window.first = document.documentElement.dataset.apparence; })"
        ".observe(document, { childList: true, subtree: true });"
    )
    page.reload()
    assert page.evaluate("window.first") == "sombre"


def test_without_a_script_there_is_nothing_to_choose(visit: Opener) -> None:
    page = visit("/contact/", java_script_enabled=False)
    assert page.get_by_label(CHOICE).count() == 1
    assert not page.get_by_label(CHOICE).is_visible()


def test_paper_is_light_whatever_was_chosen(visit: Opener) -> None:
    page = visit("/contact/", color_scheme="light")
    page.get_by_label(CHOICE).select_option("sombre")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
