"""The public site is refused while what it needs lacks, and all of it is said at once."""

import runpy
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.checks.publication import refusals
from association.content.identity import identity_of
from association.content.legal_notice import FIELDS, legal_notice
from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from association.site.security_txt import expires, security_txt
from tests.built_site import ROOT

LEGAL = {field.key: field.example for field in FIELDS}
GOOD = {
    "SITEURL": "https://www.asso.fr",
    "HEBERGEMENT": "apache",
    "SECRETARIAT": "contact@asso.fr",
    "MENTIONS_LEGALES": LEGAL,
    "EXEMPLES_PUBLIES": False,
}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content's folder in a repository of two commits."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "content").mkdir()
    who = ("-c", "user.name=x", "-c", "user.email=x@asso.example")
    commit = (*who, "commit", "-q", "--allow-empty", "-m", "x")
    for command in (("init", "-q"), commit, commit):
        subprocess.run(("git", *command), cwd=folder, check=True)
    return folder / "content"


def test_a_site_that_has_all_is_not_refused(clone: Path) -> None:
    assert refusals(GOOD, clone) == []


@pytest.mark.parametrize(
    ("changed", "setting"),
    [
        ({"SITEURL": ""}, "SITEURL"),
        ({"SITEURL": "http://www.asso.fr"}, "SITEURL"),
        ({"SITEURL": "https://www.example.org"}, "SITEURL"),
        ({"HEBERGEMENT": ""}, "HEBERGEMENT"),
        ({"SECRETARIAT": ""}, "SECRETARIAT"),
        ({"SECRETARIAT": "secretariat@example.org"}, "SECRETARIAT"),
        *(
            ({"MENTIONS_LEGALES": LEGAL | {field.key: words}}, field.key)
            for field in FIELDS
            if field.is_required
            for words in ("", " ", "À renseigner")
        ),
    ],
)
def test_what_lacks_is_named_with_an_example(
    changed: Mapping[str, object], setting: str, clone: Path
) -> None:
    [words] = refusals({**GOOD, **changed}, clone)
    assert setting in words
    assert "exemple" in words or "valeurs possibles" in words


def test_a_telephone_that_cannot_be_called_from_abroad_is_told_with_its_mend() -> None:
    settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
    given = {"SECRETARIAT_TELEPHONE": "01 99 00 12 34"}
    with pytest.raises(ValueError, match=r"SECRETARIAT_TELEPHONE.*\+33 1 99 00 12 34"):
        identity_of(settings | given)
    assert identity_of(settings | {"SECRETARIAT_TELEPHONE": "+33 1 99 00 12 34"}).telephone


def test_examples_of_addresses_do_where_examples_may_show(clone: Path) -> None:
    example = {"SITEURL": "https://association.example", "SECRETARIAT": "a@example.org"}
    assert refusals(GOOD | example | {"EXEMPLES_PUBLIES": True}, clone) == []


def test_a_misspelt_word_is_recognised(clone: Path) -> None:
    written = {"HEBERGEMENT": "ngnix", "MENTIONS_LEGALES": LEGAL | {"siége_social": "x"}}
    host, field = refusals(GOOD | written, clone)
    assert "« nginx »" in host
    assert "« siége_social » n’est pas un champ" in field


def test_a_clone_without_its_past_is_refused(clone: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    source = clone.parent.as_uri()
    subprocess.run(("git", "clone", "-q", "--depth", "1", source, cut), check=True)
    [words] = refusals(GOOD, cut / "content")
    assert "fetch --unshallow" in words
    shutil.rmtree(cut / ".git")
    [words] = refusals(GOOD, cut / "content")
    assert "git clone" in words


@pytest.mark.long
def test_the_settings_as_they_ship_are_refused_for_all_that_they_lack_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITEURL", "HEBERGEMENT", "SECRETARIAT", "EXEMPLES_PUBLIES"):
        monkeypatch.delenv(name, raising=False)
    outcome = build(Plan(ROOT, output=str(tmp_path / "site"), settings="publishconf.py"))
    assert outcome.exit_code is ExitCode.USAGE
    for name in ("SITEURL", "HEBERGEMENT", "SECRETARIAT", "siege", "hebergeur_telephone"):
        assert name in outcome.trouble
    assert outcome.trouble.count("\n- ") == 9


def test_the_legal_notice_says_what_is_given_and_what_is_to_come() -> None:
    shown = legal_notice(LEGAL, "contact@asso.fr")
    assert shown["Hébergeur"] == "OVH SAS, 2 rue Kellermann, 59100 Roubaix, 1007"
    assert shown["Courriel"] == "contact@asso.fr"
    assert "Numéro RNA" in shown
    wanting = legal_notice({"denomination": "Asso"}, "contact@asso.fr")
    assert wanting["Siège"] == wanting["Hébergeur"] == "à renseigner dans publishconf.py"
    assert "Numéro RNA" not in wanting


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_security_txt_expires_on_the_first_day_of_the_eleventh_month_ahead(today: date) -> None:
    end = expires(today)
    assert end.day == 1
    assert (end.year - today.year) * 12 + end.month - today.month == 11


def test_security_txt_says_whom_to_write_to_and_where_it_belongs() -> None:
    text = security_txt("contact@asso.fr", "https://asso.fr", date(2026, 11, 21)).decode()
    assert text.splitlines() == [
        "Contact: mailto:contact@asso.fr",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: fr, en",
        "Canonical: https://asso.fr/.well-known/security.txt",
    ]
