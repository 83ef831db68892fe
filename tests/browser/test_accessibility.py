"""Every kind of page for every visitor: axe, contrast, sizes, keyboard, colours, spacing, motion.

axe-core (npm, ``tests/clients``) applies WCAG 2.2 A and AA and its own good practices.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.kinds import kinds, page_of, script
from tests.built_site import BuiltSite
from tests.programs import need_npm

pytestmark = pytest.mark.browser

_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# The rules that ask which colours a page has.
_OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
# Where everything is: what a scheme leaves as it was, but for its colours.
_PLACES = """
[...document.querySelectorAll('body *')].map(it => {
  const box = it.getBoundingClientRect();
  return [it.checkVisibility(), box.x, box.y, box.width, box.height].join(' ');
}).join()
"""
# A width may ask for a face that no other did: it is there once what is laid out has its fonts.
_SETTLE = "document.body.offsetWidth && document.fonts.ready.then(() => null)"
# What WCAG 1.4.12 asks a page to bear.
_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; "
    "word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
)
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Text that its own box hides: clipped, and with nothing to scroll.
_CLIPPED = """
[...document.querySelectorAll('main *, header *, footer *')].filter(it => {
  const style = getComputedStyle(it), text = it.textContent.trim();
  return text && style.overflow === 'hidden' && it.checkVisibility()
    && it.clientWidth > 2 && it.clientHeight > 2
    && (it.scrollWidth > it.clientWidth + 2 || it.scrollHeight > it.clientHeight + 2);
}).map(it => it.className || it.tagName)
"""
_FOCUS = """
() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  if (it === document.body) return null;
  return {
    name: (it.getAttribute('aria-label') || it.textContent).trim().slice(0, 40),
    seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    first: document.querySelector('.evitement') === it,
  };
}
"""


@pytest.fixture(scope="module", params=kinds())
def kind(request: pytest.FixtureRequest, served: BuiltSite) -> str:
    """The address of a page of each kind."""
    return page_of(request.param, served)


@pytest.fixture(scope="module")
def calm(browser: Any, served: BuiltSite, kind: str) -> Iterator[Any]:
    """A page of each kind, opened once by somebody who asked for calm, for all who only look."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.url + kind, wait_until="networkidle")
    yield page
    context.close()


def _faults(page: Any, rules: dict[str, Any]) -> list[str]:
    found = page.evaluate(f"axe.run(document, {json.dumps(rules)})")["violations"]
    return [f"{it['id']}: {node['target'][0]}" for it in found for node in it["nodes"]]


def test_nothing_moves_for_those_who_asked_for_calm(calm: Any) -> None:
    assert calm.evaluate("document.getAnimations().length") == 0


def test_axe_finds_nothing_at_any_width_in_either_scheme(calm: Any) -> None:
    need_npm("tests/clients", "axe-core")
    calm.evaluate(script("axe-core/axe.min.js"))
    found = {}
    for width in (360, 768, 1280):
        calm.set_viewport_size({"width": width, "height": 900})
        calm.emulate_media(color_scheme="light")
        calm.evaluate(_SETTLE)
        light = calm.evaluate(_PLACES)
        calm.emulate_media(color_scheme="dark")
        assert calm.evaluate(_PLACES) == light
        found[width, "dark"] = _faults(calm, _OF_COLOURS)
        calm.emulate_media(color_scheme="light")
        found[width, "light"] = _faults(calm, _RULES)
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_text_of_twice_the_size_and_wider_spacing_stay_within_the_page(
    visit: Any, kind: str
) -> None:
    page = visit(kind, width=1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(_OVERFLOW) <= 0
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 640})
    page.add_style_tag(content=_SPACING)
    assert page.evaluate(_OVERFLOW) <= 0
    assert page.evaluate(_CLIPPED) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_breadcrumbs_and_the_title_never_lie_on_one_another(calm: Any, width: int) -> None:
    calm.set_viewport_size({"width": width, "height": 900})
    title = calm.locator("h1").bounding_box()
    for link in calm.locator(".fil-lien").all():
        box = link.bounding_box()
        assert box["y"] + box["height"] <= title["y"] or box["y"] >= title["y"] + title["height"]


def test_nothing_shifts_while_the_page_comes(visit: Any, kind: str) -> None:
    page = visit(kind, width=360)
    page.wait_for_load_state("networkidle")
    shift = page.evaluate(
        """() => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({type: 'layout-shift', buffered: true});
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })"""
    )
    assert shift < 0.01


@pytest.mark.parametrize("path", ["/", "/agenda/", "/annuaire/", "/annuaire/jean-valjean/"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_keyboard_goes_through_the_page_and_always_shows_where_it_is(
    visit: Any, path: str, forced: str
) -> None:
    page = visit(path, width=768, forced_colors=forced, reduced_motion="reduce")
    page.keyboard.press("Tab")
    stop = page.evaluate(_FOCUS)
    assert stop["first"]
    stops = 0
    while stop is not None and stops < 120:
        assert stop["seen"], stop
        assert stop["inside"], stop
        page.keyboard.press("Tab")
        stop, stops = page.evaluate(_FOCUS), stops + 1
    assert stops > 10


@pytest.mark.parametrize("path", ["/", "/annuaire/", "/agenda/"])
def test_forced_colours_keep_borders_and_the_current_page(visit: Any, path: str) -> None:
    page = visit(path, forced_colors="active")
    # The edge of a check box is the browser's own, of which the style says nothing.
    for control in page.locator(
        "button:visible, input:not([type=checkbox]):visible, select:visible, .bouton:visible"
    ).all():
        edges = control.evaluate(
            "it => { const s = getComputedStyle(it); return "
            "['Top', 'Bottom'].map(e => parseFloat(s['border' + e + 'Width'])) }"
        )
        assert max(edges) > 0, control.inner_text()
    for current in page.locator("[aria-current]:visible").all():
        marked = current.evaluate(
            "it => { const s = getComputedStyle(it); return s.textDecorationLine !== 'none' "
            "|| parseFloat(s.borderBottomWidth) > 0 || parseFloat(s.outlineWidth) > 0 "
            "|| parseInt(s.fontWeight) >= 600 }"
        )
        assert marked, current.inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_links_of_the_navigation_are_wide_enough_for_any_finger(visit: Any, width: int) -> None:
    page = visit("/agenda/", width=width)
    button = page.get_by_role("button", name="Menu")
    if button.count() and button.is_visible():
        assert button.bounding_box()["height"] >= 44
        button.click()
    links = page.get_by_role("navigation", name="Navigation principale").get_by_role("link")
    heights = [link.bounding_box()["height"] for link in links.all() if link.is_visible()]
    assert len(heights) >= 7
    assert min(heights) >= 44


def test_landmarks_are_named_and_the_current_page_is_said(calm: Any) -> None:
    assert calm.locator("main, [role=main]").count() == 1
    for role in ("banner", "contentinfo"):
        assert calm.get_by_role(role).count() == 1
    names = calm.locator("nav").evaluate_all(
        """all => all.map(it => it.getAttribute('aria-label')
          ?? document.getElementById(it.getAttribute('aria-labelledby'))?.textContent)"""
    )
    assert all(names)
    assert len(names) == len(set(names))


def test_images_switched_off_leave_nothing_untold(visit: Any) -> None:
    page = visit("/annuaire/jean-valjean/")
    alternatives = page.locator("main img").evaluate_all("all => all.map(it => it.alt)")
    assert alternatives
    assert all(alternatives)
