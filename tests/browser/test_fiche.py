"""The page of a practitioner in a browser: its code can be photographed, it prints on one sheet."""

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.people_builders import SHIPPED
from tests.programs import need

pytestmark = pytest.mark.browser
PEOPLE = sorted(path.stem for path in (SHIPPED / "praticiens").glob("*.md"))
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")


def test_each_profile_prints_on_one_sheet(visit: Callable[..., Any]) -> None:
    page = visit("/")
    root = page.url
    sheets = {}
    for slug in PEOPLE:
        page.goto(f"{root}annuaire/{slug}/")
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        sheets[slug] = len(_PAGE_OF_PDF.findall(printed))
    assert sheets == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_read_off_the_screen(visit: Callable[..., Any], scheme: str) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    page = visit("/annuaire/jean-valjean/", color_scheme=scheme, device_scale_factor=2)
    shot = Image.open(io.BytesIO(page.locator(".qr").screenshot()))
    [found] = zxingcpp.read_barcodes(shot)
    assert "FN:Jean Valjean" in found.text
    assert "/annuaire/jean-valjean/" in found.text


@pytest.mark.parametrize(
    ("instant", "state"),
    [("2027-06-18T21:59:00Z", "En vigueur"), ("2027-06-18T22:00:00Z", "Échu")],
)
def test_a_certificate_lapses_in_the_browser_on_its_day(
    visit: Callable[..., Any], instant: str, state: str
) -> None:
    page = visit("/")
    root = page.url
    page.clock.set_fixed_time(instant)
    page.goto(f"{root}certification/jean-valjean-intervenant-2022/")
    shown = page.locator(".certificat-etat strong:visible")
    assert shown.all_inner_texts() == [state]
    page.goto(f"{root}certification/")
    line = page.locator("tr", has=page.get_by_role("link", name="Jean Valjean", exact=True))
    in_register = line.locator("td").last.inner_text().strip()
    assert in_register.startswith("en vigueur") is (state == "En vigueur")


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        ("2027-06-18T21:59:00Z", "certificat valable jusqu’au 18 juin 2027"),
        ("2027-06-18T22:00:00Z", "certificat échu le 18 juin 2027"),
    ],
)
def test_a_card_says_of_a_certificate_what_is_true_and_holds_no_other_word(
    visit: Callable[..., Any], instant: str, said: str
) -> None:
    page = visit("/")
    root = page.url
    page.clock.set_fixed_time(instant)
    page.goto(f"{root}annuaire/")
    state = page.locator("#jean-valjean .certification-etat").first
    assert state.evaluate("it => it.textContent").replace("\u00a0", " ") == said
    lines = state.evaluate("it => getComputedStyle(it.parentElement).borderInlineStartStyle")
    assert lines == ("dashed" if "échu" in said else "solid")


@pytest.mark.parametrize(
    ("instant", "claimed"),
    [
        ("2027-09-30T21:59:00Z", ["Prend", "Qualiopi", "Responsabilité"]),
        ("2027-09-30T22:00:00Z", ["Qualiopi", "Responsabilité"]),
        ("2027-12-31T23:00:00Z", ["Qualiopi"]),
        ("2028-05-14T22:00:00Z", []),
    ],
)
def test_a_page_left_unbuilt_claims_nothing_after_its_day(
    visit: Callable[..., Any], instant: str, claimed: list[str]
) -> None:
    page = visit("/")
    root = page.url
    page.clock.set_fixed_time(instant)
    page.goto(f"{root}annuaire/denise-baudu/")
    shown = page.locator(":is(.demandes, #pour-commander + dl > div[data-fin]):visible")
    assert [text.split()[0] for text in shown.all_inner_texts()] == claimed
    page.goto(f"{root}annuaire/")
    assert page.locator("#denise-baudu .demandes").is_visible() == ("Prend" in claimed)
    assert page.locator("#denise-baudu .certification").is_visible()


NAME = "Association européenne des intervenants en Thérapie Sociale TST"
_FOOT = "Page établie le"


@pytest.mark.parametrize(
    "path",
    [
        "capsules/porter-un-projet/",
        "certification/jean-valjean-intervenant-2022/",
        "plan-du-site/",
        "agenda/2027/",
        "agenda/journee-de-rencontre-mars-2027/",
        "adherer/",
        "contact/",
    ],
)
def test_the_foot_of_a_printed_page_never_has_a_sheet_for_itself(
    visit: Callable[..., Any], path: str, tmp_path: Path
) -> None:
    program = need("pdftotext", "apt install poppler-utils")
    page = visit(f"/{path}")
    sheets = tmp_path / "page.pdf"
    page.pdf(path=sheets, format="A4", prefer_css_page_size=True)
    read = subprocess.run((program, sheets, "-"), capture_output=True, text=True, check=True)
    last = [sheet for sheet in read.stdout.split("\f") if sheet.strip()][-1]
    assert _FOOT in " ".join(last.split())
    assert not " ".join(last.split()).startswith(f"{NAME}.")
