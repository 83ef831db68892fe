"""The public site of the example association, built once for all tests of a session.

Besides the shipped content it has what the example does not: somebody withdrew, pages moved, the
former site had addresses. Workers of pytest-xdist share one build.
"""

import fcntl
import shutil
import subprocess
from pathlib import Path

import pytest

from association.build.building import ExitCode, Plan, build
from built_site import ROOT, BuiltSite

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
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    folder = shared / "site-public"
    with (shared / "site-public.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _build(shared / "site-public-content", folder)
    return BuiltSite(folder, URL)


def _build(work: Path, folder: Path) -> None:
    """Build from a copy of the content in a repository of its own, whole by construction."""
    content = work / "content"
    shutil.copytree(ROOT / "content", content)
    (content / "retires.yml").write_text(_WITHDRAWAL, "utf-8")
    _write_moved(content)
    who = ("-c", "user.name=x", "-c", "user.email=x@association.example", "-c", "gc.auto=0")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "Write")):
        subprocess.run(("git", *command), cwd=work, check=True)
    settings = "tests/publishconf_exemple.py"
    plan = Plan(ROOT, output=str(folder), content=str(content), settings=settings, asof=ASOF)
    outcome = build(plan)
    assert outcome.exit_code is ExitCode.FINE, outcome


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
