"""The QR code of a contact card, read back by a camera's program."""

import base64
import io
import re
from dataclasses import replace

import pytest
import vobject  # type: ignore[import-untyped]
from PIL import Image

from association.pages.common import Day, Term
from association.pages.qr import qr_code
from association.people.vcard import short_vcard
from association.people.view import Contact, PublicPerson


def picture_of(code: str) -> Image.Image:
    """Return the picture of a code, a module a pixel."""
    found = re.search(r"data:image/png;base64,([^\"]+)", code)
    assert found
    return Image.open(io.BytesIO(base64.b64decode(found[1]))).convert("L")


def decode_picture(code: str) -> str:
    zxingcpp = pytest.importorskip("zxingcpp")
    picture = picture_of(code)
    shown = picture.resize((picture.width * 6, picture.height * 6), Image.Resampling.NEAREST)
    [found] = zxingcpp.read_barcodes(shown)
    return str(found.text)


PERSON = PublicPerson(
    slug="zoe-l-ete",
    url="/annuaire/zoe-l-ete/",
    page_url="https://tst.example/annuaire/zoe-l-ete/",
    name="Zoé L’Été; Ornée",
    given_name="Zoé",
    family_name="L’Été; Ornée",
    slogan="",
    photo=None,
    portrait=None,
    initials="ZL",
    place="Occitanie",
    city="Toulouse",
    region=Term("Occitanie", "occitanie"),
    country=Term("France", "france"),
    country_code="FR",
    position=None,
    certifications=(),
    terms={},
    values=frozenset(),
    is_remote=False,
    contacts=(Contact("telephone", "tel:+33612345678", "+33 6 12 34 56 78", ""),),
    website="",
    consent_day=Day("2026-01-01", "1er janvier 2026"),
    confirmed_day=Day("2026-01-01", "1er janvier 2026"),
    is_example=False,
)


def test_a_telephone_reads_the_card_back() -> None:
    text = decode_picture(str(qr_code(short_vcard(PERSON, "Thérapie Sociale TST"), "Code")))
    card = vobject.readOne(io.StringIO(text))
    assert card.fn.value == "Zoé L’Été; Ornée"
    assert (card.n.value.given, card.n.value.family) == ("Zoé", "L’Été; Ornée")
    assert card.tel.value == "+33 6 12 34 56 78"
    assert card.url.value == PERSON.page_url


def test_every_code_is_read_back_whatever_it_holds() -> None:
    names = (
        *("Jean Valjean", "Ulenspiegel Claes", "Łucja Ørsted-Đilas", "Ægir Þórsson"),
        *("e" * 120, "0" * 60, "ΑΒΓ ΔΕΖ", "«·»"),
    )
    cards = (
        short_vcard(replace(PERSON, name=name, family_name=name), "Thérapie Sociale TST")
        for name in names
    )
    for text in (*cards, *(f"webcal://tst.example/agenda/{name}.ics" for name in names)):
        assert decode_picture(str(qr_code(text, "Code"))) == text


def test_the_code_holds_no_town_and_no_address_of_another_mode() -> None:
    by_office = Contact("secretariat", "mailto:secretariat@example.org", "Écrire à Zoé", "")
    text = short_vcard(replace(PERSON, contacts=(by_office,)), "TST")
    assert "Toulouse" not in text
    assert "TEL" not in text
    assert "EMAIL" not in text


def test_the_drawing_is_dark_on_light_with_its_margin() -> None:
    code = str(qr_code("https://tst.example/", "Code"))
    picture = picture_of(code)
    edge = [picture.getpixel((place, row)) for place in range(picture.width) for row in range(4)]
    assert set(edge) == {255}
    assert picture.getpixel((4, 4)) == 0
    assert f'width="{picture.width}" height="{picture.height}"' in code
    assert "style=" not in code
