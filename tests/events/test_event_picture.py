"""The picture of an event: on its page, where the page is shared, in calendars and feeds."""

import io
import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from PIL import Image

from association.runner.build import Plan, build
from tests.builders import EVENT, base, content_folder, lay_over, problems_of
from tests.built_site import ROOT

PAGE = "agenda/journee-de-toulouse/index.html"
PICTURE = "image:\n  fichier: images/salle.jpg\n  alt: La salle vue du seuil.\n"


def photo() -> bytes:
    """A photograph of 1,200 points on 800."""
    written = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(written, "JPEG")
    return written.getvalue()


def content(folder: Path, picture: str = PICTURE) -> Path:
    """A content whose event shows a picture."""
    root = content_folder(folder)
    text = base(EVENT).replace("2027-02", "2027-06").replace("categorie:", f"{picture}categorie:")
    lay_over(root, {EVENT: text, "images/salle.jpg": photo()})
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site whose event shows a picture."""
    folder = tmp_path_factory.mktemp("picture")
    plan = Plan(ROOT, str(folder / "site"), str(content(folder)), asof="2027-03-01")
    assert build(plan).is_success
    return folder / "site"


def file_of(address: str, site: Path) -> Path:
    """The file on the site that a full address names."""
    return site / re.sub(r"https?://[^/]+/", "", address)


def test_the_page_shows_it_and_so_does_who_shares_the_page(site: Path) -> None:
    page = (site / PAGE).read_text("utf-8")
    [figure] = re.findall('<figure class="figure">.*?</figure>', page, re.S)
    assert 'alt="La salle vue du seuil."' in figure
    [shared] = re.findall('<meta property="og:image" content="([^"]+)"', page)
    assert file_of(shared, site).read_bytes()[:3] == b"\xff\xd8\xff"


def test_search_engines_calendars_and_feeds_know_it(site: Path) -> None:
    page = (site / PAGE).read_text("utf-8")
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    [node] = [one for one in json.loads(script)["@graph"] if one["@type"] == "Event"]
    [vevent] = Calendar.from_ical((site / "agenda.ics").read_bytes()).walk("VEVENT")
    [said] = json.loads((site / "agenda.json").read_text("utf-8"))["events"]
    [item] = json.loads((site / "agenda.feed.json").read_text("utf-8"))["items"]
    shown = str(vevent["IMAGE"])
    assert {node["image"], said["image"]["url"], item["image"]} == {shown}
    assert file_of(shown, site).is_file()
    assert vevent["IMAGE"].params["FMTTYPE"] == "image/jpeg"
    assert said["image"]["alt"] == "La salle vue du seuil."


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (PICTURE, None),
        ("image:\n  fichier: images/salle.jpg\n", "champ-manquant"),
        ("image: images/salle.jpg\n", "sous-champs"),
        (PICTURE.replace("salle.jpg", "cour.jpg"), "fichier-introuvable"),
    ],
)
def test_a_picture_without_words_or_file_is_told(
    picture: str, code: str | None, tmp_path: Path
) -> None:
    said = {problem.code for problem in problems_of(content(tmp_path, picture))}
    assert said - {"image-sans-page"} == ({code} if code else set())
