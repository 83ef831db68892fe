"""The public site of the example association, built once for all tests of a session.

Besides the shipped content it has what the example does not: somebody withdrew, pages moved, the
former site had addresses.
"""

import shutil
from pathlib import Path

import pytest

from tests.built_site import SHIPPED, BuiltSite, built
from tests.git_content import keep_in_git
from tests.shared_folders import made_once, session_folder

ASOF = "2026-11-21"
URL = "https://association.example"
MOVED = {
    "/nous-ecrire/": "/contact/",
    "/qui-sommes-nous": "/association/",
    "/spip.php?article12": "/therapie-sociale/",
    "/vieux/plan.html": "/plan-du-site/",
    "/pr%C3%A9sentation/": "/association/",
    "/boutique/": "https://boutique.example/tst/",
}
_WITHDRAWAL = "sel: 00\nretraits:\n  - le: 2026-01-01\n    empreinte: '00'\n"


@pytest.fixture(scope="session")
def production_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The public site, to be read and not changed, as Apache would serve it."""
    folder = session_folder(tmp_path_factory) / "sites" / "production"
    return BuiltSite(made_once(folder, _build), URL)


def _build(folder: Path) -> None:
    """Build from a copy of the content in a repository of its own, whole by construction."""
    work = folder.with_name("production-sources")
    content = work / "content"
    shutil.copytree(SHIPPED, content)
    (content / "retires.yml").write_text(_WITHDRAWAL, "utf-8")
    _write_moved(content)
    keep_in_git(work)
    built(folder, asof=ASOF, settings="tests/publishconf_exemple.py", content=content)


def _write_moved(content: Path) -> None:
    """Say the first address in the page's own front matter, the others in the file."""
    page = content / "pages" / "contact.md"
    left = 'anciennes_adresses:\n  - "/nous-ecrire/"\n'
    page.write_text(page.read_text("utf-8").replace("menu:", f"{left}menu:", 1), "utf-8")
    lines = [
        f'  - de: "{before}"\n    vers: "{after}"\n'
        for before, after in MOVED.items()
        if before != "/nous-ecrire/"
    ]
    (content / "redirections.yml").write_text(f"redirections:\n{''.join(lines)}", "utf-8")
