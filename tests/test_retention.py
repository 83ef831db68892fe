"""A profile that nobody confirms is announced, then leaves; its traces leave with it."""

from pathlib import Path

import pytest

from association.content import reading
from association.content.policy import Policy, policy, policy_of_file
from association.people.retention import findings, last_day, leaves_at, published_on
from tests.people_builders import folder, noon, person, profile

RULE = Policy(asked_after=12, leaves_after=15)
SLUG = "zephyrine-quenault"


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2027-02-11", []),
        ("2027-02-12", ["fiche-a-confirmer"]),
        ("2027-05-12", ["fiche-a-confirmer"]),
        ("2027-05-13", ["fiche-sortie"]),
    ],
)
def test_editors_are_told_before_a_profile_leaves_and_after(
    tmp_path: Path, day: str, codes: list[str]
) -> None:
    content = person(tmp_path, accord_le="2026-02-12")
    found = list(findings(content.practitioners[SLUG], RULE, noon(day)))
    assert [finding.code for finding in found] == codes
    assert all(finding.severity != "erreur" for finding in found)


def test_a_profile_shows_to_the_end_of_its_last_day(tmp_path: Path) -> None:
    content = person(tmp_path, accord_le="2026-02-12")
    assert SLUG in published_on(content, RULE, noon("2027-05-12")).practitioners
    assert SLUG not in published_on(content, RULE, noon("2027-05-13")).practitioners
    written = content.practitioners[SLUG].written
    assert leaves_at(written, RULE).isoformat() == "2027-05-13T00:00:00+02:00"


def test_a_profile_shows_from_the_day_of_the_agreement(tmp_path: Path) -> None:
    content = person(tmp_path, accord_le="2026-02-12")
    assert SLUG not in published_on(content, RULE, noon("2026-02-11")).practitioners
    assert SLUG in published_on(content, RULE, noon("2026-02-12")).practitioners


TWO = """metiers:
  - metier: intervenant
    certifie_le: 2020-06-18
  - metier: facilitateur
    certifie_le: 2022-06-18
    valable_jusqu_au: 2027-06-18
"""


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2020-06-17", [("intervenant", False), ("facilitateur", False)]),
        ("2020-06-18", [("intervenant", True)]),
        ("2022-06-17", [("intervenant", True)]),
        ("2022-06-18", [("intervenant", True), ("facilitateur", True)]),
    ],
)
def test_a_certificate_shows_from_its_day_and_before_the_first_one_trains(
    tmp_path: Path, day: str, held: list[tuple[str, bool]]
) -> None:
    text = profile(accord_le="2019-01-01", champs="confirme_le: 2022-01-01\n")
    once = text[text.index("metiers:") : text.index("lieu:")]
    root = folder(tmp_path, praticiens__zephyrine_quenault=text.replace(once, TWO))
    shown = published_on(reading.read(root), Policy(), noon(day)).practitioners[SLUG].written
    assert [(one.metier, one.granted is not None) for one in shown.metiers] == held


def test_confirming_a_profile_gives_it_a_new_term(tmp_path: Path) -> None:
    content = person(tmp_path, accord_le="2026-02-12", champs="confirme_le: 2027-02-20\n")
    written = content.practitioners[SLUG].written
    assert last_day(written, RULE).isoformat() == "2028-05-20"


def test_a_newer_consent_confirms_too(tmp_path: Path) -> None:
    content = person(tmp_path, accord_le="2027-03-01", champs="confirme_le: 2026-02-20\n")
    assert last_day(content.practitioners[SLUG].written, RULE).isoformat() == "2028-06-01"


def test_the_end_of_a_short_month_is_the_last_day_of_a_shorter_one(tmp_path: Path) -> None:
    content = person(tmp_path, accord_le="2026-11-30")
    assert last_day(content.practitioners[SLUG].written, RULE).isoformat() == "2028-02-29"


EVENT = """---
titre: Rencontre
debut: 2027-03-02
categorie: Certification
intervenants: [zephyrine-quenault, autre-personne]
resume: Une rencontre.
---

Avec [Zéphyrine]({filename}/praticiens/zephyrine-quenault.md#parcours).
"""
CAPSULE = """---
titre: Une capsule
resume: Elle apprend.
auteur: zephyrine-quenault
ordre: 1
publics: [Travailleurs sociaux]
objectifs: [Apprendre]
duree: 30
themes: [Violences et incivilités]
---

Un texte.
"""
NEWS = """---
titre: Une nouvelle
date: 2027-03-01
resume: Elle raconte.
auteur: zephyrine-quenault
praticiens: [zephyrine-quenault]
---

Un texte.
"""


def test_what_spoke_of_a_profile_that_left_stays_without_links_to_it(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(accord_le="2026-02-12"),
        praticiens__autre_personne=profile(nom="Autre", accord_le="2027-04-01"),
        agenda__rencontre=EVENT,
        capsules__une_capsule=CAPSULE,
        actualites__une_nouvelle=NEWS,
    )
    content = reading.read(root)
    assert not content.problems, content.problems
    after = published_on(content, RULE, noon("2027-06-01"))
    assert list(after.practitioners) == ["autre-personne"]
    assert after.events["rencontre"].written.speakers == ("autre-personne",)
    assert after.events["rencontre"].markdown.strip() == "Avec Zéphyrine."
    assert after.capsules["une-capsule"].written.author is None
    written = after.news["une-nouvelle"].written
    assert (written.practitioners, written.author) == ((), None)


def test_settings_say_how_long(tmp_path: Path) -> None:
    settings = tmp_path / "pelicanconf.py"
    settings.write_text("FICHE_A_CONFIRMER_APRES = 6\nFICHE_RETIREE_APRES = 9\n")
    assert policy_of_file(settings) == Policy(6, 9, response_folders=())
    assert policy_of_file(tmp_path / "absent.py") == Policy()


@pytest.mark.parametrize(
    "settings",
    [
        {"FICHE_A_CONFIRMER_APRES": 12, "FICHE_RETIREE_APRES": 12},
        {"FICHE_A_CONFIRMER_APRES": "12"},
        {"FICHE_RETIREE_APRES": 0},
    ],
)
def test_months_that_make_no_sense_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="FICHE_"):
        policy(settings)
