"""The printed booklet: tagged, the same twice, with everybody in both indexes."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from association.people.booklet import booklet_pdf
from association.people.booklet_view import (
    Booklet,
    BookletPerson,
    BookletRegion,
    IndexEntry,
)
from association.people.printed_signs import unprinted_signs
from association.people.view import Photo
from tests.people_builders import SVG
from tests.programs import need

DAY = datetime(2026, 11, 21, tzinfo=UTC)


def person(slug: str, name: str, portrait: Photo | None = None) -> BookletPerson:
    return BookletPerson(
        slug=slug,
        name=name,
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
        association="Association d’essai",
        site="https://tst.example/",
        day="21 novembre 2026",
        regions=(BookletRegion("France", "Occitanie", people),),
        by_region=(IndexEntry("Normandie", slugs),),
        by_audience=(IndexEntry("Jeunes", slugs[:1]),),
    )


def made(tmp_path: Path, *people: BookletPerson) -> Path:
    path = tmp_path / "livret.pdf"
    path.write_bytes(booklet_pdf(booklet(*people), tmp_path, DAY))
    return path


def words(path: Path) -> str:
    program = need("pdftotext", "apt install poppler-utils")
    done = subprocess.run([program, "-raw", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


ZOE, ALI = person("zoe", "Zoé L’Été"), person("ali", "Ali Ben")
BOTH = (ZOE, ALI)


def test_a_reader_of_pdf_finds_everybody_and_both_indexes(tmp_path: Path) -> None:
    text = words(made(tmp_path, *BOTH))
    assert re.search(
        r"Par région d’intervention.* Normandie Zoé L’Été, page 3 Ali Ben, page 3", text
    )
    assert re.search(r"Par public Jeunes Zoé L’Été, page 3", text)
    assert "État au 21 novembre 2026" in text
    assert "exemple" in text


def test_what_people_write_is_never_a_command_of_typst(tmp_path: Path) -> None:
    assert "Se parler #strong[d’abord] *et* _enfin_ à 5 $ « ici »." in words(made(tmp_path, ZOE))


def test_the_same_directory_gives_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path, *BOTH).read_bytes() == made(tmp_path, *BOTH).read_bytes()


def test_the_booklet_is_tagged_and_claims_pdf_ua(tmp_path: Path) -> None:
    content = made(tmp_path, ZOE).read_bytes()
    assert b"/MarkInfo" in content
    assert b"/StructTreeRoot" in content
    assert re.search(rb"<pdfuaid:part>\s*1\s*</pdfuaid:part>", content)
    assert re.search(rb"/Lang\s*\(fr(-FR)?\)", content)


def test_a_portrait_comes_with_its_alternative(tmp_path: Path) -> None:
    (tmp_path / "z.svg").write_text(SVG)
    face = Photo("z.svg", "Portrait of Zoe, smiling")
    content = made(tmp_path, person("zoe", "Zoé", face)).read_bytes()
    assert b"Portrait of Zoe, smiling" in content


def test_a_large_photograph_is_printed_small(tmp_path: Path) -> None:
    Image.effect_noise((2400, 1800), 90).save(tmp_path / "z.png")
    face = Photo("z.png", "Zoé")
    path = made(tmp_path, person("zoe", "Zoé", face))
    assert (tmp_path / "z.png").stat().st_size > 2_000_000
    assert path.stat().st_size < 200_000


@given(st.text(min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_no_name_stops_the_booklet(name: str) -> None:
    assert booklet_pdf(booklet(person("x", name)), Path(), DAY).startswith(b"%PDF")


def test_a_sign_that_no_font_has_leaves_a_square_in_its_place(tmp_path: Path) -> None:
    shown = words(made(tmp_path, person("x", "Zoé 🌿👩\u200d🔬 L’Été"), person("y", "Ai 漢字")))
    assert "Zoé □ L’Été" in shown
    assert "Ai □" in shown


def test_the_signs_that_are_not_printed_are_named_once() -> None:
    assert unprinted_signs("é Ω Ж ł → 🌿 ⵣ 🌿") == ("🌿", "ⵣ")
