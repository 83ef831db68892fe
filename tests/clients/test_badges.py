"""A site's signed badges, read by the verifier of those who wrote the standard, and by auditors."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from association.audit import machine_files
from association.audit.site_folder import SiteFolder
from association.commands import withdraw
from association.delivery.site_files import files_of
from association.delivery.versions import Version, returning_people, versions_to_keep
from association.people import open_badge_3
from tests.git_content import keep_in_git
from tests.people.test_open_badge_3 import ADDRESS, ASSERTION, BADGE, ISSUER, NUMBER, SIGNER, SITE
from tests.people_builders import profile, site_folder
from tests.programs import need, need_npm, run
from tests.signed_badges import built_with_badges

HERE = Path(__file__).parent
DAY = "2026-11-21"
ADA, LUC, EVE = "ada-amie", "luc-ami", "eve-discrete"


@dataclass(frozen=True)
class Sites:
    """The site of three people; then without Ada, and with Luc who agrees no longer."""

    before: Path
    after: Path
    url: str = "https://association.example/tst"


def badge(site: Path, slug: str) -> Path:
    return site / f"certification/{slug}-intervenant-2022/badge-3.json"


def person(name: str, family: str, covers: str) -> str:
    return profile(prenom=name, nom=family, pour=covers, champs="exemple: oui\n")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The public site in a folder of its host, before and after."""
    work, url = tmp_path_factory.mktemp("badges"), Sites.url
    content = site_folder(
        work / "depot",
        praticiens__ada_amie=person("Ada", "Amie", "badge, badge signé"),
        praticiens__luc_ami=person("Luc", "Ami", "ville, badge signé"),
        praticiens__eve_discrete=person("Eve", "Discrète", "badge"),
    )
    keep_in_git(content.parent)
    before = built_with_badges(work / "avant", asof=DAY, content=content, siteurl=url)
    left = withdraw.Options(ADA, sure=True)
    withdraw.main(content.parent, left, say=lambda _: None, environ={"ASOF": DAY})
    file = content / f"praticiens/{LUC}.md"
    file.write_text(file.read_text().replace("ville, badge signé", "ville"))
    return Sites(before, built_with_badges(work / "apres", asof=DAY, content=content, siteurl=url))


def verdict(site: Path, url: str, of: Path, home: Path) -> Mapping[str, object]:
    """Return what the verifier says of a badge's file, wherever it was kept."""
    need_npm("tests/clients", "@digitalbazaar/vc")
    node = need("node", "apt install nodejs")
    said = run([node, str(HERE / "badge_reader.mjs"), str(site), url, str(of)], home=home)
    read: dict[str, object] = json.loads(said)
    return read


IN_FORCE = {"verified": True, "isSuspended": False, "faults": []}


def test_only_those_who_agreed_have_a_signed_badge(sites: Sites) -> None:
    given = {path.parent.name for path in sites.before.rglob("badge-3.json")}
    assert given == {f"{slug}-intervenant-2022" for slug in (ADA, LUC, "jean-valjean")}
    page = (badge(sites.before, EVE).parent / "index.html").read_text()
    assert "badge.json" in page
    assert "3.0" not in page
    assert not (badge(sites.before, LUC).parent / "badge.svg").exists()
    assert "badge.svg" not in (badge(sites.before, LUC).parent / "index.html").read_text()


def test_the_page_says_what_a_withdrawal_cannot_do(sites: Sites) -> None:
    page = (badge(sites.before, LUC).parent / "index.html").read_text()
    assert f'href="/tst/certification/{LUC}-intervenant-2022/badge-3.json"' in page
    assert "ne se rappelle pas" in page


def test_another_s_verifier_finds_each_badge_good_and_in_force(
    sites: Sites, tmp_path: Path
) -> None:
    for slug in (ADA, LUC, "jean-valjean"):
        assert verdict(sites.before, sites.url, badge(sites.before, slug), tmp_path) == IN_FORCE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2022-06-18", "2021-06-18"),
        ("annuaire/luc-ami", "annuaire/ada-amie"),
        ("Intervenant", "Intervenante"),
    ],
)
def test_a_badge_that_somebody_changed_is_not_believed(
    sites: Sites, tmp_path: Path, before: str, after: str
) -> None:
    text = badge(sites.before, LUC).read_text()
    assert before in text
    forged = tmp_path / "faux.json"
    forged.write_text(text.replace(before, after))
    assert verdict(sites.before, sites.url, forged, tmp_path)["verified"] is False


def test_a_copy_of_who_left_is_no_longer_in_force_and_others_are(
    sites: Sites, tmp_path: Path
) -> None:
    for slug in (ADA, LUC):
        kept = verdict(sites.after, sites.url, badge(sites.before, slug), tmp_path)
        # What was signed stays signed: only the list says that it counts no more.
        assert kept == {"verified": True, "isSuspended": True, "faults": []}
    stays = badge(sites.after, "jean-valjean")
    assert verdict(sites.after, sites.url, stays, tmp_path) == IN_FORCE
    assert stays.read_bytes() == badge(sites.before, "jean-valjean").read_bytes()


def test_a_badge_that_lapsed_says_so_itself_and_no_byte_depends_on_the_day(sites: Sites) -> None:
    work = sites.before.parent
    later = built_with_badges(
        work / "plus-tard", asof="2027-08-01", content=work / "depot/content", siteurl=sites.url
    )
    kept = badge(later, "jean-valjean")
    assert json.loads(kept.read_bytes())["validUntil"] == "2027-06-19T00:00:00+02:00"
    assert "Échu" in (kept.parent / "index.html").read_text()
    for path in (kept.relative_to(later), Path("certification/badges/etat.json")):
        assert (later / path).read_bytes() == (sites.after / path).read_bytes()


def test_without_the_key_of_the_site_no_badge_is_believed(sites: Sites, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    shutil.copytree(sites.before / "certification/badges", elsewhere / "certification/badges")
    (elsewhere / "did.json").write_text('{"verificationMethod": [], "assertionMethod": []}')
    of = badge(sites.before, LUC)
    assert verdict(elsewhere, sites.url, of, tmp_path)["verified"] is False


def test_whatever_signs_a_badge_holds_they_are_signed_as_they_are_read(tmp_path: Path) -> None:
    signs = '\t\n\r\b\f\x07\x7f\x85\u2028 "«\u202f\\ 😀 \ue000\uffff e\u0301 <b>&amp;'
    badge_class = replace(BADGE, name=signs, description=signs)
    written = open_badge_3.credential(NUMBER, ADDRESS, ASSERTION, badge_class, ISSUER, SIGNER)
    kept = {
        "badge.json": written,
        ".well-known/did.json": open_badge_3.did_document(SIGNER),
        "certification/badges/etat.json": open_badge_3.status_list([NUMBER], SIGNER),
    }
    for name, content in kept.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert verdict(tmp_path, SITE, tmp_path / "badge.json", tmp_path) == IN_FORCE


def test_the_versions_that_a_host_keeps_hold_no_badge_that_was_withdrawn(sites: Sites) -> None:
    before = Version(1, "", None, files_of(sites.before))
    after = Version(2, "", 1, files_of(sites.after))
    assert versions_to_keep(after, {1: before}, 3) == [after]
    back = returning_people(before, [before, after])
    assert {str(badge(Path(), slug)) for slug in (ADA, LUC)} <= set(back)


def test_no_file_holds_the_secret(sites: Sites) -> None:
    key = (sites.before.parent / "cle").read_text().split("\n")[2]
    assert len(key) > 40
    for path in sites.before.rglob("*"):
        assert not path.is_file() or key.encode() not in path.read_bytes()


def test_the_audit_finds_no_fault_in_the_files_of_badges(sites: Sites) -> None:
    assert [fault.file for fault in machine_files.faults(SiteFolder(sites.before))] == []
