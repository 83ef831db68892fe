"""Pictures on pages: every address is that of a file made, and no original leaves."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from association.pages.album import Album
from association.pages.body_pictures import set_aside, shown
from association.pages.picture_places import CARD, TEXT, portrait_in_a_list, portrait_on_top
from association.pages.videos import site_of
from association.pictures.workshop import Workshop
from tests.pictures.photographs import SECRET, animation, photograph, see_through_palette, written

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"></svg>'


@pytest.fixture
def album(tmp_path: Path) -> Album:
    root = tmp_path / "content"
    written(root, "images/salle.jpg", photograph(1000, 700, orientation=6))
    written(root, "images/clair.png", see_through_palette())
    written(root, "images/ronde.gif", animation())
    written(root, "images/dessin.svg", SVG.encode())
    return Album(root, "/tst", Workshop(tmp_path / "made"))


def addresses(*texts: str) -> set[str]:
    return {address for text in texts for address in re.findall(r"/tst/([^\s\",]+)", text)}


@pytest.mark.parametrize("name", ["salle.jpg", "clair.png", "ronde.gif"])
def test_every_address_is_that_of_a_file(album: Album, name: str) -> None:
    image = album.picture(f"images/{name}", "Une salle.", TEXT)
    named = addresses(image.url, image.thumbnail, *(source.srcset for source in image.sources))
    files = dict(album.files())
    assert named == set(files)
    for source in image.sources:
        for address, width in re.findall(r"/tst/(\S+) (\d+)w", source.srcset):
            read = Image.open(io.BytesIO(files[address]))
            assert (read.width, Image.MIME[read.format or ""]) == (int(width), source.type)
    assert Image.open(io.BytesIO(files[image.url.removeprefix("/tst/")])).format in ("JPEG", "PNG")


def test_no_original_and_nothing_hidden_is_published(album: Album) -> None:
    album.picture("images/salle.jpg", "", TEXT)
    files = dict(album.files())
    assert "images/salle.jpg" not in files
    assert not any(SECRET in content for content in files.values())


def test_what_no_page_shows_is_not_published(album: Album) -> None:
    album.picture("images/clair.png", "", CARD)
    assert {path.partition(".")[0] for path, _ in album.files()} == {"images/clair"}


def test_a_drawing_leaves_as_it_is(album: Album) -> None:
    image = album.picture("images/dessin.svg", "Un dessin.", TEXT)
    assert (image.url, image.width, image.height) == ("/tst/images/dessin.svg", 16, 9)
    assert image.sources == ()
    assert dict(album.files()) == {"images/dessin.svg": SVG.encode()}


def test_one_picture_in_two_places_of_a_width_is_made_once(album: Album) -> None:
    card = album.picture("images/salle.jpg", "", CARD)
    text = album.picture("images/salle.jpg", "", TEXT)
    assert [source.srcset for source in card.sources] == [source.srcset for source in text.sources]
    assert card.sources[0].sizes != text.sources[0].sizes


@pytest.mark.parametrize("place", [portrait_in_a_list(), portrait_on_top()])
def test_a_portrait_is_square(album: Album, place: object) -> None:
    image = album.picture("images/salle.jpg", "", place)  # type: ignore[arg-type]
    assert image.width == image.height


def test_the_name_of_a_file_changes_with_its_picture(album: Album, tmp_path: Path) -> None:
    before = album.picture("images/salle.jpg", "", TEXT).url
    written(album.root, "images/salle.jpg", photograph(1000, 701))
    after = Album(album.root, "/tst", album.workshop).picture("images/salle.jpg", "", TEXT).url
    assert before != after


def in_a_text(album: Album, html: str) -> str:
    return shown(
        set_aside(html, "actualites/x.md"), lambda file, alt: album.picture(file, alt, TEXT)
    )


def test_a_picture_of_a_text_is_lazy_and_has_its_formats(album: Album) -> None:
    html = in_a_text(
        album,
        '<img alt="D’un &quot;mot&quot; &amp; plus" class="petit" src="{static}/images/salle.jpg">',
    )
    assert html.startswith('<picture><source type="image/avif" srcset="/tst/images/salle.')
    assert 'alt="D’un &quot;mot&quot; &amp; plus"' in html
    assert 'loading="lazy" decoding="async" class="petit">' in html
    assert 'width="1000" height="700"' in html


@pytest.mark.parametrize(
    "path", ["../images/salle.jpg", "/images/salle.jpg", "/images/./salle.jpg"]
)
def test_a_picture_is_found_from_its_text_or_from_the_root(album: Album, path: str) -> None:
    assert "/tst/images/salle." in in_a_text(album, f'<img alt="x" src="{{static}}{path}">')


@pytest.mark.parametrize("end", ["", "#haut", "?x=1"])
def test_a_link_to_a_picture_leads_to_what_is_published(album: Album, end: str) -> None:
    html = in_a_text(album, f'<a href="{{static}}/images/salle.jpg{end}">la salle</a>')
    [address] = addresses(html)
    assert address in dict(album.files())


def test_a_document_is_left_to_the_engine(album: Album) -> None:
    link = '<a href="{static}/documents/salle.pdf">la salle</a>'
    assert in_a_text(album, link) == link


def test_a_picture_that_says_nothing_is_silent(album: Album) -> None:
    assert album.picture("images/dessin.svg", "décor", TEXT).alt == ""
    assert 'alt=""' in in_a_text(album, '<img alt="décor" src="{static}/images/dessin.svg">')


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
