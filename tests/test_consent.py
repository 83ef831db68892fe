"""What a person did not agree to show is in no file of the site, whoever makes the file."""

import re
from pathlib import Path

import pytest

from tests.git_content import keep_in_git
from tests.people_builders import SVG, profile, site_folder
from tests.signed_badges import built_with_badges

DAY = "2026-11-21"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of four people: one agreed, one is discreet, one out of date, one just confirmed."""
    work = tmp_path_factory.mktemp("accords")
    root = site_folder(work / "depot")
    people = root / "praticiens"
    people.joinpath("ada-discrete.md").write_text(
        profile(
            prenom="Ada",
            nom="Discrète",
            ville="Wissant",
            code_postal="62179",
            pour="",
            champs="exemple: oui\n",
        )
    )
    old = {"accord_le": "2024-11-20", "pour": "ville, portrait"}
    people.joinpath("eve-ancienne.md").write_text(
        profile(
            prenom="Ève",
            nom="Zancienne",
            champs="exemple: oui\nphoto:\n  fichier: images/praticiens/eve.svg\n  alt: Ève.\n",
            **old,
        )
    )
    people.joinpath("luc-relu.md").write_text(
        profile(
            prenom="Luc",
            nom="Relu",
            champs="exemple: oui\nconfirme_le: 2026-11-01\n",
            **old,
        )
    )
    (root / "images/praticiens/eve.svg").write_text(SVG)
    (root / "images/praticiens/oubliee.svg").write_text(SVG)
    keep_in_git(root.parent)
    return built_with_badges(work / "output", asof=DAY, content=root)


def holding(site: Path, pattern: str) -> set[str]:
    wanted = re.compile(pattern.encode(), re.I)
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and wanted.search(path.name.encode() + b"\n" + path.read_bytes())
    }


def test_a_town_kept_private_is_in_no_file_of_the_site(site: Path) -> None:
    assert "annuaire/ada-discrete/index.html" in holding(site, "ada-discrete")
    of_towns = re.compile(r"annuaire/(lieux|villages|zones|codes)-[0-9a-f]+\.txt$")
    shown = holding(site, "wissant|62179")
    assert {name for name in shown if not of_towns.search(name)} == set()


def test_a_list_shows_the_town_of_who_agreed(site: Path) -> None:
    lines = (site / "annuaire/annuaire.csv").read_text("utf-8-sig").splitlines()
    [line] = [line for line in lines if "luc-relu" in line]
    assert "Quiévrechain" in line
    assert "59920" not in line


def test_a_profile_that_nobody_confirmed_is_in_no_file(site: Path) -> None:
    assert holding(site, "eve-ancienne|Zancienne|images/praticiens/eve") == set()
    assert not (site / "images/praticiens/eve.svg").exists()


def test_a_portrait_without_a_profile_stays_home(site: Path) -> None:
    assert not (site / "images/praticiens/oubliee.svg").exists()
    assert (site / "images/praticiens/jean-valjean.svg").exists()


def test_only_those_who_agreed_have_a_badge(site: Path) -> None:
    given = site / "certification/jean-valjean-intervenant-2022"
    assert {path.name for path in given.glob("badge*.*n")} == {"badge.json", "badge-3.json"}
    page = site / "certification/luc-relu-intervenant-2022"
    assert (page / "index.html").exists()
    assert not list(page.glob("badge*"))
    assert "Open Badges" not in (page / "index.html").read_text()


def test_the_page_of_those_who_are_chosen_holds_nobody_and_reads_only_the_lists(
    site: Path,
) -> None:
    page = (site / "annuaire/votre-selection/index.html").read_text()
    assert re.findall(r'data-(?:personnes|tableur)="(/[^"]+)"', page) == [
        "/annuaire/annuaire.json",
        "/annuaire/annuaire.csv",
    ]
    assert re.search("valjean|discr[eè]te|relu\\b", page, re.I) is None
