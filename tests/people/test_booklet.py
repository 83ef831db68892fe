"""The printed booklets: tagged, the same twice, with everybody in the indexes."""

import re
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from association.pages.picture_places import portrait_in_a_list
from association.pages.published_pictures import PublishedPictures
from association.people.booklet import booklet_pdf, pages_of_people
from association.people.booklet_view import (
    Booklet,
    BookletPerson,
    BookletRegion,
    IndexedName,
    IndexEntry,
    IndexLetter,
)
from association.people.booklets import Booklets, printed_booklets
from association.people.lists import directory
from association.people.view import Photo
from association.pictures.rendition_cache import RenditionCache
from association.printing.printed_signs import unprinted_signs
from tests.pdf_files import laid_open
from tests.people_builders import SVG
from tests.people_context import context
from tests.programs import need

DAY = datetime(2026, 11, 21, tzinfo=UTC)


def person(slug: str, name: str, portrait: Photo | None = None) -> BookletPerson:
    return BookletPerson(
        slug=slug,
        name=name,
        initials="ZL",
        slogan="Se parler #strong[d’abord] *et* _enfin_ à 5 $ « ici ».",
        place="Occitanie",
        portrait=portrait,
        certifications=(("Intervenante", "certificat du 18 juin 2022"),),
        facts=(("Publics", "Jeunes"),),
        contact="Par le secrétariat : secretariat@example.org",
        page="https://tst.example/annuaire/x/",
        is_example=True,
        lang="fr",
    )


def booklet(*people: BookletPerson) -> Booklet:
    slugs = tuple(one.slug for one in people)
    return Booklet(
        title="Annuaire des praticiens",
        subtitle="",
        association="Association d’essai",
        site="https://tst.example/",
        day="21 novembre 2026",
        regions=(BookletRegion("France", "Occitanie", people),),
        by_name=(IndexLetter("E", tuple(IndexedName(f"Nom de {slug}", slug) for slug in slugs)),),
        by_region=(IndexEntry("Normandie", slugs),),
        by_audience=(IndexEntry("Jeunes", slugs[:1]),),
    )


def made(tmp_path: Path, *people: BookletPerson) -> Path:
    portraits = {one.slug: tmp_path / one.portrait.file for one in people if one.portrait}
    return file_of(booklet_pdf(booklet(*people), portraits, DAY).content, tmp_path)


def file_of(content: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "livret.pdf"
    path.write_bytes(content)
    return path


def words(path: Path) -> str:
    """Return the words of a PDF, without the dots that lead to the page numbers of an index."""
    program = need("pdftotext", "apt install poppler-utils")
    done = subprocess.run([program, "-raw", str(path), "-"], capture_output=True, check=True)
    return " ".join(re.sub(r"[. ]{4,}", " ", done.stdout.decode()).split())


ZOE, ALI = person("zoe", "Zoé L’Été"), person("ali", "Ali Ben")
BOTH = (ZOE, ALI)


def test_a_reader_of_pdf_finds_everybody_and_both_indexes(tmp_path: Path) -> None:
    text = words(made(tmp_path, *BOTH))
    assert re.search(
        r"Par région d’intervention.* Normandie Zoé L’Été, page 3 Ali Ben, page 3", text
    )
    assert re.search(r"Par public Jeunes Zoé L’Été, page 3", text)
    assert re.search(r"Par nom E Nom de zoe 3 Nom de ali 3", text)
    assert "État au 21 novembre 2026" in text
    assert "exemple" in text


def test_what_people_write_is_never_a_command_of_typst(tmp_path: Path) -> None:
    assert "Se parler #strong[d’abord] *et* _enfin_ à 5 $ « ici »." in words(made(tmp_path, ZOE))


def test_the_same_directory_gives_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path, *BOTH).read_bytes() == made(tmp_path, *BOTH).read_bytes()


def test_the_booklet_is_tagged_and_claims_pdf_ua(tmp_path: Path) -> None:
    content = laid_open(made(tmp_path, ZOE).read_bytes())
    assert b"/MarkInfo" in content
    assert b"/StructTreeRoot" in content
    assert re.search(rb"<pdfuaid:part>\s*1\s*</pdfuaid:part>", content)
    assert re.search(rb"/Lang\s*\(fr(-FR)?\)", content)


def test_a_portrait_comes_with_its_alternative(tmp_path: Path) -> None:
    (tmp_path / "z.svg").write_text(SVG)
    face = Photo("z.svg", "Portrait of Zoe, smiling")
    content = laid_open(made(tmp_path, person("zoe", "Zoé", face)).read_bytes())
    assert b"Portrait of Zoe, smiling" in content


def test_a_large_photograph_is_printed_small(tmp_path: Path) -> None:
    Image.effect_noise((2400, 1800), 90).save(tmp_path / "z.png")
    pictures = PublishedPictures(tmp_path, "", RenditionCache(tmp_path / "cache"))
    [small] = pictures.plain_files([("z.png", portrait_in_a_list())])
    with Image.open(small) as printed:
        assert printed.size == (208, 208)
    face = Photo("z.png", "Zoé")
    content = booklet_pdf(booklet(person("zoe", "Zoé", face)), {"zoe": small}, DAY).content
    assert b"/Subtype/Image" in content.replace(b" /", b"/")
    assert len(content) < 200_000


def test_initials_stand_where_a_portrait_is_missing_or_cannot_be_printed(tmp_path: Path) -> None:
    assert "ZL" in words(made(tmp_path, ZOE))
    (tmp_path / "good.svg").write_text(SVG)
    (tmp_path / "text.svg").write_text(SVG.replace("<path", "<text y='9'>漢</text><path"))
    (tmp_path / "latin.svg").write_bytes(SVG.replace("<path", "<!--é--><path").encode("latin-1"))
    names = ("good.svg", "text.svg", "latin.svg", "gone.png")
    people = [person(f"p{at}", "Zoé", Photo(name, name)) for at, name in enumerate(names)]
    path = made(tmp_path, *people)
    assert words(path).count("ZL") == 3
    content = laid_open(path.read_bytes())
    assert b"good.svg" in content
    assert b"text.svg" not in content


def test_a_telephone_reads_the_address_of_the_site_on_the_cover(tmp_path: Path) -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    program = need("pdftoppm", "apt install poppler-utils")
    cover = ["-f", "1", "-l", "1", "-r", "100", "-png", "-singlefile"]
    subprocess.run([program, *cover, str(made(tmp_path, ZOE)), str(tmp_path / "a")], check=True)
    with Image.open(tmp_path / "a.png") as picture:
        [found] = zxingcpp.read_barcodes(picture)
    assert found.text == "https://tst.example/"


def test_pages_are_full_but_for_less_than_a_card(tmp_path: Path) -> None:
    people = [person(f"p{number}", f"Zoé {number}") for number in range(40)]
    pages = Counter(pages_of_people(made(tmp_path, *people).read_bytes()).values())
    *whole, _ = [count for _, count in sorted(pages.items())]
    assert min(whole) >= 3


def test_a_card_taller_than_half_a_page_goes_on_overleaf(tmp_path: Path) -> None:
    long = replace(ZOE, slug="long", facts=(("Publics", "Jeunes, parents, équipes. " * 90),))
    pages = pages_of_people(made(tmp_path, ZOE, long, ALI).read_bytes())
    assert pages["zoe"] == pages["long"] < pages["ali"]


def fonts(path: Path) -> str:
    program = need("pdffonts", "apt install poppler-utils")
    return subprocess.run([program, str(path)], capture_output=True, check=True).stdout.decode()


def test_titles_have_the_typeface_of_the_site(tmp_path: Path) -> None:
    listed = fonts(made(tmp_path, person("nguyen", "Łukasz Šimůnek-Nguyễn")))
    assert "BricolageGrotesque-Bold" in listed
    assert "Literata-Bold" in listed, "the names of métiers are text"
    assert "Libertinus" not in listed, "no letter is of another face"


TOWNS = (
    {"slug": "ada", "prenom": "Ada", "nom": "de Bouärd", "regions": "[Occitanie, Bretagne]"},
    {"slug": "bea", "prenom": "Béa", "nom": "Œuvrard", "regions": "[Occitanie]"},
    {"slug": "cleo", "prenom": "Cléo", "nom": "Abel", "regions": "[Occitanie]"},
    {"slug": "dora", "prenom": "Dora", "nom": "Zola", "regions": "[Occitanie]"},
)


def booklets(tmp_path: Path, most_in_one: int) -> Booklets:
    people = ({**one, "ville": "Toulouse", "code_postal": "31000"} for one in TOWNS)
    lise = {"slug": "lise", "prenom": "Lise", "nom": "Le Goff", "regions": "[Bretagne]"}
    there = context(tmp_path, *people, {**lise, "ville": "Brest", "code_postal": "29200"})
    return printed_booklets(directory(there), most_in_one)


def test_a_small_directory_has_one_booklet_and_those_of_its_large_regions(tmp_path: Path) -> None:
    found = booklets(tmp_path, 5)
    assert [made.path for made in found.values()] == [
        "annuaire/annuaire.pdf",
        "annuaire/regions/occitanie/occitanie.pdf",
    ]
    whole = words(file_of(found[()].content, tmp_path))
    order = r"A Abel, Cléo \d B Bouärd, Ada de \d L Le Goff, Lise \d O Œuvrard, Béa \d Z Zola, Dora"
    assert re.search(f"Par nom {order}", whole)


def test_a_large_directory_has_an_index_that_leads_to_the_booklets_of_all_regions(
    tmp_path: Path,
) -> None:
    found = booklets(tmp_path, 4)
    texts = {one.path: words(file_of(one.content, tmp_path)) for one in found.values()}
    index = texts.pop("annuaire/annuaire.pdf")
    assert sorted(texts) == [
        "annuaire/regions/bretagne/bretagne.pdf",
        "annuaire/regions/occitanie/occitanie.pdf",
    ]
    assert "Occitanie, 4 personnes" in index
    for name, region in (("Bouärd, Ada de", "Occitanie"), ("Le Goff, Lise", "Bretagne")):
        [page] = re.findall(rf"{name} {region}, page (\d+)", index)
        assert page == "2"
    printed = " ".join(texts.values())
    for name in ("Ada de Bouärd", "Béa Œuvrard", "Cléo Abel", "Dora Zola", "Lise Le Goff"):
        assert len(re.findall(rf"{name} (?:Toulouse|Brest), ", printed)) == 1, "a card each"
    assert re.search("Viennent d’ailleurs Ada de Bouärd Occitanie", texts[min(texts)])


def test_a_link_of_the_index_opens_the_booklet_at_the_page_of_the_person(tmp_path: Path) -> None:
    found = booklets(tmp_path, 4)
    region = next(made for made in found.values() if "bretagne" in made.path)
    page = pages_of_people(region.content)["lise"]
    assert f"/{region.path}#page={page})".encode() in laid_open(found[()].content)


def test_a_booklet_that_cannot_be_made_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> bytes:
        raise ValueError("trop de pages")

    monkeypatch.setattr("association.people.booklets.booklet_pdf", fail)
    assert not booklets(tmp_path, 5)
    assert "« annuaire/annuaire.pdf » n’a pas pu être composé" in caplog.text


@given(st.text(min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_no_name_stops_the_booklet(name: str) -> None:
    assert booklet_pdf(booklet(person("x", name)), {}, DAY).content.startswith(b"%PDF")


def test_a_sign_that_no_font_has_leaves_a_square_in_its_place(tmp_path: Path) -> None:
    shown = words(made(tmp_path, person("x", "Zoé 🌿👩\u200d🔬 L’Été"), person("y", "Ai 漢字")))
    assert "Zoé □ L’Été" in shown
    assert "Ai □" in shown


def test_the_signs_that_are_not_printed_are_named_once() -> None:
    assert unprinted_signs("é Ω Ж ł → 🌿 ⵣ 🌿") == ("🌿", "ⵣ")
