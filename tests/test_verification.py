"""``invoke verifier``: what is printed, what is returned, for whom."""

from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.commands.verify import Options, main
from tests.builders import (
    EVENT,
    NEWS,
    PRACTITIONER,
    TODAY,
    base,
    content_folder,
    corrected,
    damaged,
    problems_of,
)

DAY = {"ASOF": "2027-03-01"}
OPTIONS = Options(settings=str(Path(__file__).resolve().parent.parent / "pelicanconf.py"))


def test_a_good_content_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(content_folder(tmp_path).parent, OPTIONS, environ=DAY) == 0
    assert "aucune erreur" in capsys.readouterr().out


def test_an_error_forbids_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "titre:", "titel:"))
    assert main(root.parent, OPTIONS, environ=DAY) == 1
    printed = capsys.readouterr()
    assert "erreur[champ-inconnu]" in printed.err
    assert "1 erreur dans 1 fichier." in printed.out
    assert "::error" not in printed.out


@pytest.mark.parametrize(
    ("old", "new", "is_sure"),
    [
        ("date: 2027-02-15", "date: 15/02/2027", True),
        # The name of the field could be mended, and its value could not.
        ("date: 2027-02-15", "Date: hier", False),
        ("date: 2027-02-15", "date: lundi 14/02/2027", False),
    ],
)
def test_sure_mends_are_announced_only_when_there_are_some(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, is_sure: bool
) -> None:
    root = content_folder(tmp_path, damaged(NEWS, old, new))
    main(root.parent, OPTIONS, environ=DAY)
    assert ("corrections sûres" in capsys.readouterr().out) is is_sure
    assert bool(corrected(root)) is is_sure


def test_a_forge_gets_an_annotation_of_each_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "titre:", "titel:"))
    main(root.parent, OPTIONS, environ=DAY | {"GITHUB_ACTIONS": "true"})
    assert f"::error file=content/{NEWS},line=2,col=1," in capsys.readouterr().out


def test_a_day_that_cannot_be_read_is_a_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(content_folder(tmp_path).parent, OPTIONS, environ={"ASOF": "demain"}) == 2
    assert "« demain » n’est pas une date" in capsys.readouterr().err


def test_a_weekday_is_checked_in_fields_too(tmp_path: Path) -> None:
    text = "resume: Rendez-vous le lundi 12 février 2027."
    old = "resume: Une journée sur la confiance, racontée par les participants."
    (problem,) = problems_of(content_folder(tmp_path, damaged(NEWS, old, text)))
    assert (problem.code, problem.span.line) == ("jour-de-semaine", 4)


@pytest.mark.parametrize("day", ["2027-03-01", "2027-02-28"])
def test_a_certificate_granted_by_today_is_no_future_one(tmp_path: Path, day: str) -> None:
    files = damaged(
        PRACTITIONER,
        "certifie_le: 2022-06-18\n    valable_jusqu_au: 2027-06-18",
        f"certifie_le: {day}",
    )
    assert problems_of(content_folder(tmp_path, files)) == []


def test_on_an_earlier_day_an_agreement_to_come_is_no_mistake(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    assert main(root.parent, OPTIONS, environ={"ASOF": "2020-04-24"}) == 0


def test_an_agreement_of_a_day_to_come_is_one_even_seen_from_a_later_day(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(PRACTITIONER, "le: 2026-02-12", "le: 2028-02-12"))
    later = TODAY.replace(year=2028)
    assert "accord-futur" in {found.code for found in verified(root, later, now=TODAY).problems}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        (EVENT, "programme"),
        (EVENT, "2027"),
        (NEWS, "2026"),
        (PRACTITIONER, "regions"),
        (PRACTITIONER, "a-distance"),
        (PRACTITIONER, "votre-selection"),
        ("pages/contact.md", "theme"),
        ("pages/contact.md", "hors-ligne"),
    ],
)
def test_no_file_takes_the_address_of_a_page_of_the_site(
    tmp_path: Path, name: str, slug: str
) -> None:
    path = f"{Path(name).parent}/{slug}.md"
    problems = problems_of(content_folder(tmp_path, {path: base(name)}))
    assert ("nom-reserve", f"content/{path}") in {(p.code, p.source) for p in problems}
