"""What would betray somebody is met before it is published."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from association.checks import picture_checks
from association.checks.all_checks import OF_PEOPLE, of_content
from association.checks.check_context import CheckContext
from association.checks.file_checks import OF_PROFILE_FILE
from association.content import reading
from association.content.reading import Content
from association.problems.report import Problem
from tests.people_builders import SVG, noon, person, profile

DAY = noon("2026-11-21")
PHOTO = "photo:\n  fichier: {}\n  alt: Portrait.\n"


def of_people(content: Content) -> list[Problem]:
    context = CheckContext(content, DAY, DAY)
    alone = [
        entry.problem(finding)
        for entry in content.practitioners.values()
        for check in OF_PROFILE_FILE
        for finding in check(entry)
    ]
    return [*of_content(OF_PEOPLE, context), *alone]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Écrivez-moi : zephyrine.q@exemple.fr.",
        "[Écrire](mailto:zephyrine@exemple.fr)",
        "zephyrine (at) exemple.fr",
        "zephyrine arobase exemple.fr",
        "Mon numéro : 06 12 34 56 78.",
        "06.12.34.56.78",
        "0612345678",
        "+33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "+41 79 123 45 67",
        "En Belgique 0470 12 34 56",
        "(06) 12 34 56 78",
        "(0)6 12 34 56 78",
        "(+33) 6 12 34 56 78",
        "Genève (022) 123 45 67",
        "jeanne.martin chez exemple.fr",
        "Le 06\u202f12\u202f34\u202f56\u202f78",
    ],
)
def test_an_address_in_a_text_needs_permission(tmp_path: Path, text: str) -> None:
    [problem] = of_people(person(tmp_path, texte=f"Bonjour.\n\n{text}"))
    assert problem.code == "coordonnees-dans-le-texte"
    assert problem.line_text == text


@pytest.mark.parametrize(
    "text",
    [
        "De 2006 à 2018, puis 1994–2006.",
        "Le 01/02/2024 10:30, salle 12.",
        "59920 Quiévrechain, 12 500 habitants.",
        "ISBN 978-2-36717-100-5",
        "Budget : 1 250 000 000 €.",
        "Le 06 12 2024.",
        "Il m’a trouvé chez lui, et m’a dit à quoi bon.",
        "Siret 123 456 789 00012",
        "Elle a été bénévole chez Réfugiés.info, puis chez Mozaik.org.",
        "Une conférence chez beta.gouv.fr en 2019.",
        "Les 09 10 11 12 mars.",
        "Sur Mastodon : @collectif@mamot.fr",
    ],
)
def test_years_prices_and_codes_are_no_telephone_numbers(tmp_path: Path, text: str) -> None:
    assert of_people(person(tmp_path, texte=text)) == []


def test_the_caret_stands_under_the_address(tmp_path: Path) -> None:
    [problem] = of_people(person(tmp_path, texte="Écrire à moi@exemple.fr vite"))
    assert problem.line_text[problem.span.column - 1 : problem.span.end_column - 1] == (
        "moi@exemple.fr"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("```\nÀ moi@exemple.fr\n```", "À moi@exemple.fr"),
        ("Un code `moi@exemple.fr` caché", "Un code `moi@exemple.fr` caché"),
        ("À moi@**exemple.fr**", "À moi@**exemple.fr**"),
        ("À moi&#64;exemple.fr", "À moi&#64;exemple.fr"),
        ("Une note[^1].\n\n[^1]: Le 06 12 34 56 78.", "[^1]: Le 06 12 34 56 78."),
        ("| a | b |\n|---|---|\n| x | moi@exemple.fr |", "| x | moi@exemple.fr |"),
        ("[moi][m]\n\n[m]: mailto:moi@exemple.fr", "[m]: mailto:moi@exemple.fr"),
        ("![moi@exemple.fr]({static}/images/cercle.svg)", None),
    ],
)
def test_an_address_is_met_wherever_the_page_would_have_it(
    tmp_path: Path, text: str, line: str | None
) -> None:
    [problem] = of_people(person(tmp_path, texte=f"Bonjour.\n\n{text}"))
    assert problem.code == "coordonnees-dans-le-texte"
    assert problem.line_text == (line or text)


def test_an_address_in_a_field_is_met_too(tmp_path: Path) -> None:
    [problem] = of_people(person(tmp_path, accroche="Appelez le 06 12 34 56 78"))
    assert problem.code == "coordonnees-dans-le-texte"


def test_what_the_person_agreed_to_show_may_be_in_the_text(tmp_path: Path) -> None:
    content = person(
        tmp_path,
        mode="téléphone\n  telephone: +33 6 12 34 56 78",
        pour="ville, téléphone",
        texte="Appelez le 06 12 34 56 78.",
    )
    assert of_people(content) == []


def test_the_telephone_of_somebody_else_may_not(tmp_path: Path) -> None:
    content = person(
        tmp_path,
        mode="téléphone\n  telephone: +33 6 12 34 56 78",
        pour="ville, téléphone",
        texte="Appelez le 06 99 99 99 99.",
    )
    assert codes(of_people(content)) == ["coordonnees-dans-le-texte"]


def test_a_town_kept_private_is_advised_against_in_the_text(tmp_path: Path) -> None:
    [problem] = of_people(person(tmp_path, pour="", texte="Je vis à QUIEVRECHAIN."))
    assert (problem.code, problem.severity) == ("ville-dans-le-texte", "conseil")


def test_a_town_that_may_show_may_be_named(tmp_path: Path) -> None:
    assert of_people(person(tmp_path, pour="ville", texte="Je vis à Quiévrechain.")) == []


@pytest.mark.parametrize(
    ("town", "code", "expected"),
    [
        ("Quiévrechain", "59920", []),
        ("QUIEVRECHAIN", "59920", []),
        ("Lyon", "59920", ["code-postal-ville"]),
        ("Paris", "75018", []),
        ("Montreuil-sur-Mer", "62170", []),
    ],
)
def test_a_town_goes_with_its_postal_code(
    tmp_path: Path, town: str, code: str, expected: list[str]
) -> None:
    assert codes(of_people(person(tmp_path, ville=town, code_postal=code))) == expected


@pytest.mark.parametrize(
    "changes", [{"accord_le": "2026-12-01"}, {"champs": "confirme_le: 2026-12-01\n"}]
)
def test_an_agreement_is_not_dated_in_advance(tmp_path: Path, changes: dict[str, str]) -> None:
    assert codes(of_people(person(tmp_path, **changes))) == ["accord-futur"]


def test_two_certificates_never_share_an_address(tmp_path: Path) -> None:
    text = profile().replace(
        "lieu:", "  - metier: intervenant\n    certifie_le: 2022-09-01\nlieu:", 1
    )
    content = person(tmp_path)
    (content.root / "praticiens/zephyrine-quenault.md").write_text(text)
    assert codes(of_people(reading.read(content.root))) == ["certificat-en-double"]


def with_picture(tmp_path: Path, path: str) -> tuple[Content, Path]:
    content = person(tmp_path, champs=PHOTO.format(path), pour="ville, portrait")
    file = content.root / path
    file.parent.mkdir(parents=True)
    return content, file


def of_pictures(content: Content) -> list[Problem]:
    context = CheckContext(reading.read(content.root), DAY, DAY)
    checks = (picture_checks.unfit_pictures, picture_checks.portraits_of_nobody)
    return list(of_content(checks, context))


def photograph(file: Path, side: int = 600, **options: Any) -> None:
    Image.new("RGB", (side, side), "white").save(file, **options)


def test_a_plain_portrait_passes(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.jpg")
    photograph(file)
    assert of_pictures(content) == []


def test_a_photograph_that_says_where_it_was_taken_is_refused(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.jpg")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = {1: "N", 2: (48.0, 51.0, 24.0)}
    photograph(file, exif=exif)
    assert codes(of_pictures(content)) == ["image-localisee"]


def test_a_place_hidden_in_xmp_is_found_too(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.webp")
    photograph(file, xmp=b'<x:xmpmeta exif:GPSLatitude="48,51N"/>')
    assert codes(of_pictures(content)) == ["image-localisee"]


def test_other_data_of_a_camera_is_no_place(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.jpg")
    exif = Image.Exif()
    exif[0x010F] = "Appareil"
    photograph(file, exif=exif)
    assert of_pictures(content) == []


def test_a_picture_is_what_its_name_says(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.png")
    photograph(file, format="JPEG")
    assert codes(of_pictures(content)) == ["image-mal-nommee"]


def test_a_portrait_is_no_gif(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.gif")
    photograph(file)
    assert codes(of_pictures(content)) == ["portrait-format"]


@pytest.mark.parametrize(("side", "code"), [(4001, "portrait-trop-grand"), (120, "portrait-petit")])
def test_a_portrait_is_neither_huge_nor_tiny(tmp_path: Path, side: int, code: str) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.png")
    photograph(file, side)
    assert codes(of_pictures(content)) == [code]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>fetch('x')</script>",
        '<image href="https://ailleurs.example/x.png"/>',
        '<rect onload="x()"/>',
        "<style>@import 'x.css'</style>",
    ],
)
def test_a_drawing_neither_runs_nor_fetches(tmp_path: Path, inside: str) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.svg")
    file.write_text(SVG.replace("<path", f"{inside}<path"))
    assert codes(of_pictures(content)) == ["image-active"]


def test_a_portrait_that_no_profile_names_is_said(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/praticiens/z.svg")
    file.write_text(SVG)
    (file.parent / "inconnu.svg").write_text(SVG)
    [problem] = of_pictures(content)
    assert problem.code == "portrait-sans-fiche"
    assert problem.source.endswith("images/praticiens/inconnu.svg")


def test_a_portrait_lies_where_agreement_decides(tmp_path: Path) -> None:
    content, file = with_picture(tmp_path, "images/z.svg")
    file.write_text(SVG)
    assert codes(of_people(content)) == ["portrait-range-ailleurs"]
