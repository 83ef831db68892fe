"""A page may speak of a news item before it appears: its link shows once the item does."""

from datetime import date
from pathlib import Path

import pytest

from association.audit import links
from association.audit.site_folder import SiteFolder
from association.content.addresses import Addresses
from association.content.reading import Content, read
from association.content.waiting_news import without_links_to_waiting_news
from association.core.exit_code import ExitCode
from association.core.zone import today
from association.runner.build import Plan, build
from association.site.moved import serving
from tests.builders import CAPSULE, NEWS, TODAY, base, content_folder, damaged
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
    return without_links_to_waiting_news(
        read(content_folder(folder, {**OF_IT, **news})), today(TODAY)
    )


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
