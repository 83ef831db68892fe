"""Pictures in a browser: the file chosen fits the place, which is kept for it."""

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
    const kept = largest / Number(img.getAttribute("height"));
    const came = img.naturalWidth / img.naturalHeight;
    return { src: img.currentSrc, needed, width: Number(width), largest, kept, came };
  };
  return Promise.all([...document.querySelectorAll("main picture img")].map(measured));
}"""
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
def test_a_picture_has_its_place_before_it_comes(visit: Any, path: str) -> None:
    for picture in visit(path, width=360).evaluate(_PICTURES):
        assert abs(picture["kept"] - picture["came"]) < 0.01, picture


def test_the_first_picture_comes_at_once_and_the_others_when_near(visit: Any) -> None:
    first = visit(NEWS).locator("main img").first
    assert first.get_attribute("loading") is None
    assert first.get_attribute("fetchpriority") == "high"
    first, *others = visit("/actualites/").locator("main img").all()
    assert first.get_attribute("loading") is None
    assert {picture.get_attribute("loading") for picture in others} == {"lazy"}
