"""Every command an editor uses runs where there is no POSIX, and no UTF-8 but where it is asked.

The program runs in a project of its own, with a small content. Its own modules may import none of
POSIX's, nor open a text without saying its encoding; its output goes to a pipe of another code
page.
"""

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import association
import typographie
from association.core.exit_code import ExitCode
from tests.small_project import small_project

# Python reads a « sitecustomize » before anything else. What other people's modules import, on
# systems that they know, is theirs to say.
STRANGE_SYSTEM = """
import builtins, os, warnings

POSIX = {"crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd",
         "syslog", "termios", "tty"}
OURS = {"association", "typographie", "tasks", "pelicanconf", "publishconf", "apercuconf"}
real_import = builtins.__import__


def import_as_there(name, globals=None, locals=None, fromlist=(), level=0):
    importer = (globals or {}).get("__name__", "").partition(".")[0]
    if level == 0 and name.partition(".")[0] in POSIX and importer in OURS:
        raise ModuleNotFoundError(f"{importer} imports {name}, which is POSIX's")
    return real_import(name, globals, locals, fromlist, level)


builtins.__import__ = import_as_there
for ours in OURS:
    warnings.filterwarnings("error", category=EncodingWarning, module=ours)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project where people's names have accents, and folders of the cloud have spaces."""
    folder = tmp_path / "Hélène d'Été (OneDrive)" / "site"
    folder.mkdir(parents=True)
    small_project(folder)
    (folder / "strange").mkdir()
    (folder / "strange" / "sitecustomize.py").write_text(STRANGE_SYSTEM, "utf-8")
    return folder


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    versions_to_keep = {name: text for name, text in os.environ.items() if name != "PYTHONUTF8"}
    plugins = project / "plugins"
    path = project / "strange", plugins, plugins / "typographie/pelican/plugins"
    return subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", *words],
        cwd=project,
        env=versions_to_keep
        | {
            "PYTHONPATH": os.pathsep.join(map(str, path)),
            "PYTHONIOENCODING": "cp1252",
            "ASOF": "2027-03-01",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def test_the_strange_system_of_these_tests_refuses_what_it_should(project: Path) -> None:
    (project / "pelicanconf.py").write_text("import fcntl\n", "utf-8")
    assert "which is POSIX's" in run(project, "-c", "import pelicanconf").stderr
    (project / "pelicanconf.py").write_text("open(__file__).close()\n", "utf-8")
    assert "EncodingWarning" in run(project, "-c", "import pelicanconf").stderr


def test_every_module_can_be_imported(project: Path) -> None:
    names = [
        found.name
        for package in (association, typographie)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    assert len(names) > 300
    done = run(project, "-c", "\n".join(f"import {name}" for name in names))
    assert done.returncode == 0, done.stderr[-2000:]


def test_every_command_of_editors_does_its_work(project: Path) -> None:
    Image.new("RGB", (40, 30), "teal").save(project / "photo.png")
    (project / "courriel.txt").write_bytes("Un été « à deux ».\r\n".encode("cp1252"))
    # As programs of Windows save a text; git keeps it with the ends of lines that a mend gives.
    news = project / "content" / "actualites" / "compte-rendu.md"
    written = news.read_text("utf-8").replace("date: 2027-02-15", "date: 15/02/2027")
    news.write_bytes(b"\xef\xbb\xbf" + written.replace("\n", "\r\n").encode())
    for line in (
        ["aide"],
        ["verifier", "--corriger", "--oui"],
        ["verifier"],
        ["expliquer", "date"],
        ["nouveau", "actualite", "--titre", "Un été", "--resume", "Il y fait chaud."],
        ["photos", "photo.png", "--alt", "Un carré bleu."],
        ["coller", "courriel.txt"],
        ["coller", "courriel.txt", "--dans", "actualites/un-ete", "--oui"],
        ["mes-donnees", "jeanne-martin"],
        ["traduire", "content/pages/contact.md", "en"],
    ):
        assert_it_works(project, line)
    assert b"\ndate: 2027-02-15\n" in news.read_bytes()
    assert_it_works(project, ["retirer", "jeanne-martin", "--oui"])
    # What is still to be translated is an error.
    (project / "content" / "pages" / "contact.en.md").unlink()
    for line in (["build"], ["prochain"], ["controler"], ["clean"]):
        assert_it_works(project, line)


def assert_it_works(project: Path, line: list[str], *, ends_with: ExitCode = ExitCode.FINE) -> None:
    done = run(project, "-m", "invoke", *line)
    words = f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    assert done.returncode == ends_with, words
    assert "Traceback" not in done.stderr, words
    # Everything is said in UTF-8.
    assert "\ufffd" not in done.stdout + done.stderr, words
