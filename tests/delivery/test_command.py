"""``invoke publier`` as somebody uses it: builds, delivers, tells, refuses, goes back."""

import shutil
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from association.commands import audit
from association.commands.deliver import Audit, Options, main
from association.core.exit_code import ExitCode
from association.delivery.guard import Consent
from association.runner.build import Plan, build
from association.runner.console import Console
from tests.builders import EVENT, base
from tests.small_project import small_project
from tests.stub_project import stub_project, write

ADDRESS = "https://essai.example"
SETTINGS = f"""
from pelicanconf import *
SITEURL = "{ADDRESS}"
PUBLICATION = {{"site": {{"vers": "dossier", "chemin": "hote/www"}}}}
"""
ROBOTS = '    (out / "robots.txt").write_text("Sitemap: https://essai.example/sitemap.xml")\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project that is really built in a moment, and a folder to publish in."""
    # Its settings import one another by their names, as the real ones do.
    monkeypatch.setattr(sys, "path", list(sys.path))
    root = stub_project(tmp_path / "projet", index="Bonjour", contact="Ici")
    conf = root / "pelicanconf.py"
    text = conf.read_text("utf-8")
    before = "    for name, text in texts.items():\n        page = out"
    assert before in text
    conf.write_text(
        text.replace(before, f"    out.mkdir(exist_ok=True)\n{ROBOTS}{before}"), "utf-8"
    )
    head = "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n"
    (root / "publishconf.py").write_text(head + SETTINGS, "utf-8")
    (root / "hote").mkdir()
    yield root
    sys.modules.pop("pelicanconf", None)


def faultless(_root: Path, _options: audit.Options, _say: object) -> ExitCode:
    return ExitCode.FINE


def said(root: Path, *, audit_site: Audit = faultless, **options: Any) -> tuple[int, str]:
    """Run the command; return its code and all that it says, with plain spaces."""
    out = StringIO()
    asked = Options(**options)
    code = main(root, asked, console=Console(out, out), environ={}, audit_site=audit_site)
    return code, out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


def online(root: Path) -> str:
    return (root / "hote/www/index.html").read_text("utf-8")


def test_a_site_is_built_and_put_online(project: Path) -> None:
    code, words = said(project)
    assert code == 0
    assert "Le site est en ligne sur hote/www." in words
    assert "3 fichiers envoyés, 0 effacé, 0 inchangé" in words
    assert "Bonjour" in online(project)


def test_content_that_is_refused_is_not_published(project: Path) -> None:
    said(project)
    write(project, "index", "ERREUR")
    code, words = said(project)
    assert code == 1
    assert "mot de trop" in words
    assert "Bonjour" in online(project)


def test_what_is_sent_is_what_was_controlled(project: Path) -> None:
    audits: list[tuple[Path, audit.Options]] = []

    def at_fault(root: Path, options: audit.Options, say: Callable[[str], None]) -> ExitCode:
        audits.append((root, options))
        say("Liens : 1 défaut")
        return ExitCode.CONTENT

    for options in ({}, {"build": False}, {"dry": True}):
        code, words = said(project, audit_site=at_fault, **options)
        assert code == 1
        assert "Liens : 1 défaut" in words
        assert "Rien n’a été envoyé" in words
    assert set(audits) == {(project, audit.Options(settings="publishconf.py", output="output"))}
    assert not list((project / "hote").iterdir())


def test_a_real_site_with_a_fault_is_refused_and_goes_once_mended(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "hote").mkdir()
    target = f'PUBLICATION = {{"site": {{"vers": "dossier", "chemin": {str(root / "hote")!r}}}}}\n'
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(target)
    home: dict[str, Any] = {"settings": "pelicanconf.py", "audit_site": audit.main}
    (root / "output").mkdir()
    assert said(root, build=False, **home)[0] == 2
    assert build(Plan(root, asof="2027-03-01")).is_success
    page = root / "output" / "index.html"
    good = page.read_text("utf-8")
    page.write_text(good.replace("</main>", '<a href="/nulle-part/">Lien</a></main>'), "utf-8")
    code, words = said(root, build=False, **home)
    assert (code, "« /nulle-part/ » ne mène nulle part" in words) == (1, True)
    assert not list((root / "hote").iterdir())
    page.write_text(good, "utf-8")
    code, words = said(root, build=False, **home)
    assert code == 0, words
    assert (root / "hote" / "index.html").read_text("utf-8") == good


def test_a_dry_run_lists_and_changes_nothing(project: Path) -> None:
    code, words = said(project, dry=True)
    assert code == 0
    assert "à envoyer  contact/index.html" in words
    assert "Rien n’a été changé" in words
    assert not list((project / "hote").iterdir())


def test_the_former_version_comes_back_without_a_build(project: Path) -> None:
    said(project)
    write(project, "index", "Au revoir")
    said(project)
    assert "Au revoir" in online(project)
    code, words = said(project, back=True)
    assert code == 0
    assert "est de nouveau en ligne" in words
    assert "Bonjour" in online(project)
    code, words = said(project, back=True)
    assert (code, "ne garde pas" in words) == (2, True)


def test_what_somebody_shows_no_longer_is_told_without_saying_what(project: Path) -> None:
    said(project)
    directory = project / "output/annuaire/annuaire.json"
    directory.parent.mkdir()
    for number in ('"0123456789"', "null"):
        directory.write_text(f'{{"people": [{{"slug": "zoe", "telephone": {number}}}]}}')
        code, words = said(project, build=False)
        assert code == 0
    assert "Quelqu’un ne montre plus un renseignement" in words
    assert "0123456789" not in words
    assert "zoe" not in words
    assert said(project, back=True)[0] == 2


def test_a_site_built_to_be_looked_at_at_home_is_not_published(project: Path) -> None:
    assert "Il n’y a pas de site construit" in said(project, build=False)[1]
    said(project)
    (project / "output/robots.txt").write_text("Sitemap: http://localhost:8000/sitemap.xml")
    code, words = said(project, build=False)
    assert code == 2
    assert "n’a pas été construit pour « https://essai.example »" in words


def test_what_others_put_there_is_told_at_the_end(project: Path) -> None:
    (project / "hote/www").mkdir()
    (project / "hote/www/photo.jpg").write_bytes(b"x")
    assert said(project)[0] == 2
    code, words = said(project, consent=Consent(first_time=True))
    assert code == 0
    assert "photo.jpg" in words
    assert "--effacer-inconnus" in words


def test_a_disk_that_is_not_mounted_is_recognised(project: Path) -> None:
    (project / "hote").rmdir()
    code, words = said(project)
    assert code == 3
    assert "disque qui n’est pas monté" in words


def test_settings_that_cannot_be_read_are_no_traceback(project: Path) -> None:
    (project / "publishconf.py").write_text("PUBLICATION = {", "utf-8")
    code, words = said(project)
    assert code == 2
    assert "publishconf.py ne peut pas être lu" in words


def test_an_event_that_is_online_is_not_forgotten(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    where = tmp_path / "www"
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(
            f'PUBLICATION = {{"site": {{"vers": "dossier", "chemin": {str(where)!r}}}}}\n'
        )
    event = root / "content" / "agenda" / "soiree.md"
    event.write_text(base(EVENT).replace("2027-02", "2037-02").replace("numero: 1\n", ""), "utf-8")
    home: dict[str, Any] = {"settings": "pelicanconf.py"}
    assert said(root, **home)[0] == 0
    event.unlink()
    shutil.rmtree(root / "output")
    code, words = said(root, **home)
    assert (code, "evenement-supprime" in words) == (1, True)
    (where / "agenda.json").unlink()
    assert said(root, **home)[0] == 0
