"""Pictures in a browser: the file chosen fits the place, and nothing moves while it comes."""

from typing import Any

import pytest

_PICTURES = """() => {
  const measured = async (img) => {
    img.loading = "eager";
    await img.decode();
    const box = img.getBoundingClientRect();
    // What an object-fit of « cover » needs of a picture to fill its box.
    const needed = Math.max(box.width, box.height * img.naturalWidth / img.naturalHeight);
    const [, width] = img.currentSrc.match(/-(\\d+)\\.(?:avif|webp)$/) || [0, 0];
    const largest = Number(img.getAttribute("width"));
    return { src: img.currentSrc, needed, width: Number(width), largest };
  };
  return Promise.all([...document.querySelectorAll("main picture img")].map(measured));
}"""
_SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
})"""
NEWS = "/actualites/faire-parler-une-reunion-qui-se-tait/"
TEXT = "/actualites/cinq-questions-avant-d-appeler/"
PORTRAIT = "/annuaire/yann-gaos/"
PAGES = [NEWS, TEXT, PORTRAIT, "/actualites/"]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", [*PAGES, "/annuaire/"])
@pytest.mark.parametrize(("width", "dots"), [(360, 2), (768, 1), (1280, 1), (1280, 2)])
def test_the_file_chosen_is_sharp_and_not_wasteful(
    visit: Any, path: str, width: int, dots: int
) -> None:
    page = visit(path, width=width, device_scale_factor=dots)
    pictures = page.evaluate(_PICTURES)
    assert pictures, "the page shows a picture made of pixels"
    for picture in pictures:
        wanted = picture["needed"] * dots
        assert picture["src"].endswith(".avif")
        assert picture["width"] >= min(wanted, picture["largest"]) * 0.9, picture
        # A step of the widths, and what « sizes » leaves to chance between two columns.
        assert picture["width"] <= max(wanted * 2.2, 400), picture
    assert page.troubles == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_pictures_come(visit: Any, path: str) -> None:
    page = visit(path, width=360)
    page.evaluate(_PICTURES)
    assert page.evaluate(_SHIFT) == 0


def test_the_first_picture_comes_at_once_and_the_others_when_near(visit: Any) -> None:
    first = visit(NEWS).locator("main img").first
    assert first.get_attribute("loading") is None
    assert first.get_attribute("fetchpriority") == "high"
    first, *others = visit("/actualites/").locator("main img").all()
    assert first.get_attribute("loading") is None
    assert {picture.get_attribute("loading") for picture in others} == {"lazy"}
