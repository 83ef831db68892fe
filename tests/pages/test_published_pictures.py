"""Pictures on pages: every address is that of a file made, and no original leaves."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from association.pages.body_pictures import insert_pictures, mark_pictures
from association.pages.picture_places import CARD, TEXT, portrait_in_a_list, portrait_on_top
from association.pages.published_pictures import PublishedPictures
from association.pages.videos import site_of
from association.pictures.rendition_cache import RenditionCache
from tests.pictures.photographs import SECRET, animation, photograph, see_through_palette, written

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"></svg>'


@pytest.fixture
def pictures(tmp_path: Path) -> PublishedPictures:
    root = tmp_path / "content"
    written(root, "images/salle.jpg", photograph(1000, 700, orientation=6))
    written(root, "images/clair.png", see_through_palette())
    written(root, "images/ronde.gif", animation())
    written(root, "images/dessin.svg", SVG.encode())
    return PublishedPictures(root, "/tst", RenditionCache(tmp_path / "made"))


def addresses(*texts: str) -> set[str]:
    return {address for text in texts for address in re.findall(r"/tst/([^\s\",]+)", text)}


@pytest.mark.parametrize("name", ["salle.jpg", "clair.png", "ronde.gif"])
def test_every_address_is_that_of_a_file(pictures: PublishedPictures, name: str) -> None:
    image = pictures.picture(f"images/{name}", "Une salle.", TEXT)
    named = addresses(image.url, image.thumbnail, *(source.srcset for source in image.sources))
    files = dict(pictures.files())
    assert named == set(files)
    for source in image.sources:
        for address, width in re.findall(r"/tst/(\S+) (\d+)w", source.srcset):
            read = Image.open(io.BytesIO(files[address]))
            assert (read.width, Image.MIME[read.format or ""]) == (int(width), source.type)
    assert Image.open(io.BytesIO(files[image.url.removeprefix("/tst/")])).format in ("JPEG", "PNG")


def test_no_original_and_nothing_hidden_is_published(pictures: PublishedPictures) -> None:
    pictures.picture("images/salle.jpg", "", TEXT)
    files = dict(pictures.files())
    assert "images/salle.jpg" not in files
    assert not any(SECRET in content for content in files.values())


def test_what_no_page_shows_is_not_published(pictures: PublishedPictures) -> None:
    pictures.picture("images/clair.png", "", CARD)
    assert {path.partition(".")[0] for path, _ in pictures.files()} == {"images/clair"}


def test_a_drawing_leaves_as_it_is(pictures: PublishedPictures) -> None:
    image = pictures.picture("images/dessin.svg", "Un dessin.", TEXT)
    assert (image.url, image.width, image.height) == ("/tst/images/dessin.svg", 16, 9)
    assert image.sources == ()
    assert dict(pictures.files()) == {"images/dessin.svg": SVG.encode()}


def test_one_picture_in_two_places_of_a_width_is_made_once(pictures: PublishedPictures) -> None:
    card = pictures.picture("images/salle.jpg", "", CARD)
    text = pictures.picture("images/salle.jpg", "", TEXT)
    assert [source.srcset for source in card.sources] == [source.srcset for source in text.sources]
    assert card.sources[0].sizes != text.sources[0].sizes


@pytest.mark.parametrize("place", [portrait_in_a_list(), portrait_on_top()])
def test_a_portrait_is_square(pictures: PublishedPictures, place: object) -> None:
    image = pictures.picture("images/salle.jpg", "", place)  # type: ignore[arg-type]
    assert image.width == image.height


def test_the_name_of_a_file_changes_with_its_picture(
    pictures: PublishedPictures, tmp_path: Path
) -> None:
    before = pictures.picture("images/salle.jpg", "", TEXT).url
    written(pictures.root, "images/salle.jpg", photograph(1000, 701))
    after = (
        PublishedPictures(pictures.root, "/tst", pictures.rendition_cache)
        .picture("images/salle.jpg", "", TEXT)
        .url
    )
    assert before != after


def in_a_text(pictures: PublishedPictures, html: str) -> str:
    return insert_pictures(
        mark_pictures(html, "actualites/x.md"), lambda file, alt: pictures.picture(file, alt, TEXT)
    )


def test_a_picture_of_a_text_is_lazy_and_has_its_formats(pictures: PublishedPictures) -> None:
    html = in_a_text(
        pictures,
        '<img alt="D’un &quot;mot&quot; &amp; plus" class="petit" src="{static}/images/salle.jpg">',
    )
    assert html.startswith('<picture><source type="image/avif" srcset="/tst/images/salle.')
    assert 'alt="D’un &quot;mot&quot; &amp; plus"' in html
    assert 'loading="lazy" decoding="async" class="petit">' in html
    assert 'width="1000" height="700"' in html


@pytest.mark.parametrize(
    "path", ["../images/salle.jpg", "/images/salle.jpg", "/images/./salle.jpg"]
)
def test_a_picture_is_found_from_its_text_or_from_the_root(
    pictures: PublishedPictures, path: str
) -> None:
    assert "/tst/images/salle." in in_a_text(pictures, f'<img alt="x" src="{{static}}{path}">')


@pytest.mark.parametrize("end", ["", "#haut", "?x=1"])
def test_a_link_to_a_picture_leads_to_what_is_published(
    pictures: PublishedPictures, end: str
) -> None:
    html = in_a_text(pictures, f'<a href="{{static}}/images/salle.jpg{end}">la salle</a>')
    [address] = addresses(html)
    assert address in dict(pictures.files())


def test_a_document_is_left_to_the_engine(pictures: PublishedPictures) -> None:
    link = '<a href="{static}/documents/salle.pdf">la salle</a>'
    assert in_a_text(pictures, link) == link


def test_a_picture_that_says_nothing_is_silent(pictures: PublishedPictures) -> None:
    assert pictures.picture("images/dessin.svg", "décor", TEXT).alt == ""
    assert 'alt=""' in in_a_text(pictures, '<img alt="décor" src="{static}/images/dessin.svg">')


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.youtube.com/watch?v=x", "YouTube"),
        ("https://youtu.be/x", "YouTube"),
        ("https://m.dailymotion.com/x", "Dailymotion"),
        ("https://peertube.example.org/w/x", "PeerTube (peertube.example.org)"),
        ("https://tube.example.org/w/x", "tube.example.org"),
    ],
)
def test_a_video_says_where_it_leads(url: str, name: str) -> None:
    assert site_of(url) == name
