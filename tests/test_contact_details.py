"""How to reach a person is told in any text, wherever the page would show it, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.content.policy import USUAL, policy
from association.problems.report import Problem
from tests.builders import (
    CAPSULE,
    EVENT,
    NEWS,
    PRACTITIONER,
    TODAY,
    base,
    content_folder,
    problems_of,
)
from tests.texts_read_before import TEXTS

PAGE = "pages/contact.md"
CODE = "coordonnees-d-une-personne"


def _told(folder: Path, text: str, name: str = NEWS) -> list[Problem]:
    root = content_folder(folder, {name: f"{base(name)}\n{text}\n"})
    return [found for found in problems_of(root) if found.code == CODE]


@pytest.mark.parametrize("name", [NEWS, EVENT, CAPSULE, PAGE])
@pytest.mark.parametrize(
    "text",
    [
        "Écrivez à jean.valjean@orange.example.",
        "Écrivez à jean.valjean (at) orange.example.",
        "Appelez Cosette au 06 12 34 56 78.",
        "Appelez Cosette au n° +33 6 12 34 56 78.",
        "```\nCosette : 06.12.34.56.78\n```",
        "Un code `jean.valjean@orange.example` aussi.",
        "Écrivez à [Jean](mailto:jean.valjean@orange.example).",
        "Appelez [Jean](tel:+33612345678).",
        "| Qui | Où |\n|---|---|\n| Jean | 06 12 34 56 78 |",
    ],
)
def test_how_to_reach_somebody_is_told_at_its_place(tmp_path: Path, name: str, text: str) -> None:
    [problem] = _told(tmp_path, text, name)
    assert problem.severity == "conseil"
    place = problem.line_text[problem.span.column - 1 : problem.span.end_column - 1]
    assert place in text
    assert any(sign in place for sign in ("@", "(at)", "06", "6 12", "612"))


def test_two_people_are_told_each_once(tmp_path: Path) -> None:
    text = "Jean : 06 12 34 56 78, Cosette : 06 12 34 56 79. Jean encore : 06 12 34 56 78."
    assert [found.span.column for found in _told(tmp_path, text)] == [8, 34]


@pytest.mark.parametrize(
    "text",
    [
        "Écrivez à contact@mairie.example ou à secretariat@asso.example.",
        "SIRET 123 456 789 00012, RNA W123456789, RPPS 10 10 06 12 34 56.",
        "Les 05 06 07 08 09 mars, de 2010-2014 à 2015-2018.",
        "06000 Nice, 75010 Paris, 01.09.10 31.08.14.",
        "10 000 000 €, ISBN 978-2-07-036822-8, facture n° 0612345678.",
        "Voyez https://example.org/0612345678 et [ceci](https://example.org/a/0612345678).",
        "Sur Mastodon : @jean@mamot.example ; formateur.rice chez scic.example.",
    ],
)
def test_what_reaches_nobody_is_left_alone(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


def test_what_is_the_association_s_may_stand(tmp_path: Path) -> None:
    settings = {
        "SECRETARIAT": "jean@asso.example",
        "SECRETARIAT_TELEPHONE": "+33 1 99 00 12 34",
        "MENTIONS_LEGALES": {"telephone": "05 61 00 00 00"},
        "COORDONNEES_PUBLIQUES": ["+33 6 12 34 56 78", "Cosette@asso.example"],
    }
    own = policy(settings).own_contacts
    text = (
        "jean@asso.example, cosette@asso.example, 01 99 00 12 34, 06 12 34 56 78, "
        "+33 5 61 00 00 00, "
        "javert@asso.example"
    )
    root = content_folder(tmp_path, {NEWS: f"{base(NEWS)}\n{text}\n"})
    found = verified(root, TODAY, replace(USUAL, own_contacts=own), cache=TEXTS).problems
    [problem] = [one for one in found if one.code == CODE]
    assert "javert@asso.example" in problem.message


def test_what_a_profile_shows_by_its_owner_s_consent_may_stand_elsewhere(tmp_path: Path) -> None:
    profile = base(PRACTITIONER)
    assert "+33 5 61 00 00 00" in profile
    assert _told(tmp_path, "Appelez Jeanne Martin au 05 61 00 00 00.") == []
