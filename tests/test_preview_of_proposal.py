"""The preview of a proposal: drafts show, search engines leave it out, and it can be taken away."""

import runpy
from pathlib import Path

import pytest

from association.core.exit_code import ExitCode
from association.runner.build import Plan, build
from tests.builders import NEWS, content_folder, damaged
from tests.built_site import ROOT, BuiltSite
from tests.delivery.test_command import project, said
from tests.git_content import keep_in_git

__all__ = ["project"]

_ADDRESS = "https://apercu.example/idee"
_SETTINGS = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.publishconf_exemple import *
APERCU = True
SITEURL = "{_ADDRESS}"
"""
_TARGET = """
PUBLICATION = {"apercu": {"vers": "dossier", "chemin": "hote/apercu/idee", "versions": 0}}
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A preview of a proposal with a draft."""
    folder = tmp_path_factory.mktemp("apercu")
    settings = folder / "apercuconf.py"
    settings.write_text(_SETTINGS, "utf-8")
    draft = damaged(NEWS, "date:", "statut: brouillon\ndate:")
    content = content_folder(folder, draft)
    keep_in_git(folder)
    plan = Plan(ROOT, str(folder / "site"), str(content), str(settings), asof="2027-03-01")
    outcome = build(plan)
    assert outcome.exit_code is ExitCode.FINE, outcome
    return BuiltSite(folder / "site", _ADDRESS)


def test_drafts_show_and_search_engines_leave_all_of_it_out(preview: BuiltSite) -> None:
    assert "actualites/compte-rendu/" in preview.pages
    for path, page in preview.pages.items():
        robots = [tag.get("content") for tag in page.all("meta") if tag.get("name") == "robots"]
        assert robots == ["noindex"], path
    assert "<loc>" not in preview.files["sitemap.xml"].read_text("utf-8")


def test_the_settings_name_a_folder_of_its_own_for_each_preview(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("APERCU_URL", "https://apercu.example/")
    monkeypatch.setenv("APERCU_CHEMIN", "/www/apercu/")
    monkeypatch.setenv("APERCU_NOM", "redaction-fantine")
    made = runpy.run_path(str(ROOT / "apercuconf.py"))
    assert made["SITEURL"] == "https://apercu.example/redaction-fantine"
    assert made["PUBLICATION"]["apercu"]["chemin"] == "/www/apercu/redaction-fantine"
    monkeypatch.setenv("APERCU_NOM", "")
    # Without a name it would be the place of all previews.
    assert runpy.run_path(str(ROOT / "apercuconf.py"))["PUBLICATION"]["apercu"]["chemin"] == ""


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_preview_is_taken_away_whole_and_the_site_never(project: Path) -> None:
    published = (project / "publishconf.py").read_text("utf-8")
    (project / "apercuconf.py").write_text(published + _TARGET, "utf-8")
    assert said(project)[0] == 0
    (project / "hote/apercu").mkdir()
    assert said(project, settings="apercuconf.py")[0] == 0
    # Its dates are not compared with those of the preview before: nobody noted them.
    assert not (project / ".cache/en-ligne/apercu").exists()
    preview = project / "hote/apercu/idee"
    assert _files(preview)
    code, words = said(project, settings="apercuconf.py", remove=True)
    assert code == 0
    assert "L’aperçu n’est plus sur" in words
    assert _files(preview) == []
    online = _files(project / "hote/www")
    code, words = said(project, remove=True)
    assert code != 0
    assert "n’enlève qu’un aperçu" in words
    assert _files(project / "hote/www") == online


def test_what_was_never_shown_is_no_fault_to_take_away(project: Path) -> None:
    published = (project / "publishconf.py").read_text("utf-8")
    (project / "apercuconf.py").write_text(published + _TARGET, "utf-8")
    code, words = said(project, settings="apercuconf.py", remove=True)
    assert code == 0
    assert "Il n’y a pas d’aperçu" in words
    assert not (project / "hote/apercu").exists()
