"""A page may speak of what nobody sees yet: its link shows once the other page does."""

from datetime import date
from pathlib import Path

import pytest

from association.audit import links
from association.audit.site_folder import SiteFolder
from association.content.addresses import Addresses
from association.content.reading import Content, read
from association.content.waiting import without_what_waits
from association.core.exit_code import ExitCode
from association.core.zone import today
from association.runner.build import Plan, build
from association.site.redirect_pages import serving
from tests.builders import CAPSULE, EVENT, NEWS, TODAY, base, content_folder, damaged
from tests.built_site import ROOT

GERMAN = "actualites/compte-rendu.de.md"
LINK = "[le récit]({filename}/actualites/compte-rendu.md)"
IN_GERMAN = "[le récit]({filename}/actualites/compte-rendu.de.md)"
LEFT = 'anciennes_adresses: ["/vieux-recit/"]\n'
LATER = damaged(NEWS, "date: 2027-02-15\n", f"date: 2027-03-02\n{LEFT}")
DRAFT = damaged(NEWS, "date:", f"{LEFT}statut: brouillon\ndate:")
OF_IT = {
    CAPSULE: f"{base(CAPSULE)}\nLisez {LINK} et {IN_GERMAN}.\n",
    GERMAN: f"---\ntitre: Rückblick\n---\n\nSiehe {LINK}.\n",
}


def _published(folder: Path, news: dict[str, str]) -> Content:
    return without_what_waits(read(content_folder(folder, {**OF_IT, **news})), today(TODAY))


@pytest.mark.parametrize("news", [LATER, DRAFT])
def test_links_to_news_that_waits_and_to_its_translations_are_words(
    tmp_path: Path, news: dict[str, str]
) -> None:
    shown = _published(tmp_path, news)
    assert "Lisez le récit et le récit." in shown.capsules["porter-un-projet"].markdown
    assert "Siehe le récit." in shown.translations[GERMAN].entry.markdown


@pytest.mark.parametrize("news", [LATER, DRAFT])
def test_an_address_left_for_news_that_waits_leads_nowhere_yet(
    tmp_path: Path, news: dict[str, str]
) -> None:
    shown, addresses = _published(tmp_path, news), Addresses("https://asso.example")
    assert not serving(shown, addresses, date(2027, 3, 1)).moved
    is_out = news is LATER
    assert bool(serving(shown, addresses, date(2027, 3, 2)).moved) is is_out


def test_links_to_news_that_is_out_stay(tmp_path: Path) -> None:
    shown = _published(tmp_path, damaged(NEWS, "date: 2027-02-15", "date: 2027-03-01"))
    assert f"{LINK} et {IN_GERMAN}" in shown.capsules["porter-un-projet"].markdown


@pytest.mark.parametrize("drafts", [False, True])
def test_a_site_that_speaks_of_news_to_come_has_no_dead_link(tmp_path: Path, drafts: bool) -> None:
    content = content_folder(tmp_path, {**OF_IT, **LATER})
    site = tmp_path / "site"
    outcome = build(Plan(ROOT, str(site), str(content), asof="2027-03-01", drafts=drafts))
    assert outcome.exit_code is ExitCode.FINE, outcome
    capsule = (site / "capsules" / "porter-un-projet" / "index.html").read_text("utf-8")
    assert ("/actualites/compte-rendu/de/" in capsule) is drafts
    assert not list(links.faults(SiteFolder(site)))


DRAFT_EVENT = damaged(EVENT, "debut:", "statut: brouillon\ndebut:")
OF_THE_EVENT = "[la journée]({filename}/agenda/journee-de-toulouse.md)"


def test_a_draft_of_an_event_is_nowhere_on_the_public_site(tmp_path: Path) -> None:
    french = {CAPSULE: f"{base(CAPSULE)}\nVoyez {OF_THE_EVENT}.\n"}
    content = content_folder(tmp_path, {**DRAFT_EVENT, **french})
    site = tmp_path / "site"
    assert build(Plan(ROOT, str(site), str(content), asof="2027-01-01")).exit_code is ExitCode.FINE
    for path in site.rglob("*"):
        if path.suffix in {".html", ".ics", ".json", ".csv", ".atom", ".xml"}:
            assert "journee-de-toulouse" not in path.read_text("utf-8"), path
    assert "Voyez la journée." in (site / "capsules/porter-un-projet/index.html").read_text("utf-8")
    assert not list(links.faults(SiteFolder(site)))


def test_a_draft_of_an_event_shows_in_the_preview_and_says_so(tmp_path: Path) -> None:
    content = content_folder(tmp_path, DRAFT_EVENT)
    site = tmp_path / "site"
    plan = Plan(ROOT, str(site), str(content), asof="2027-01-01", drafts=True)
    assert build(plan).exit_code is ExitCode.FINE
    for page in ("agenda", "agenda/journee-de-toulouse"):
        assert "Brouillon" in (site / page / "index.html").read_text("utf-8")
