"""The command in a real terminal: keys, Ctrl-C, encodings, and command lines that go wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import content_folder
from tests.editing.typist import files, new_files
from tests.pseudo_terminal import typed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own around the base content, with our commands."""
    content_folder(tmp_path)
    shutil.copy(ROOT / "tasks.py", tmp_path)
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    return tmp_path


def _typed(project: Path, keys: list[str], *words: str, encoding: str = "utf-8") -> tuple[int, str]:
    """Run a command in a terminal, answer its prompts with ``keys``; return status and words."""
    command = [sys.executable, "-m", "invoke", *words]
    return typed(command, keys, cwd=project, more={"ASOF": "2027-03-01"}, encoding=encoding)


def test_a_journey_in_a_terminal(project: Path) -> None:
    keys = ["L’été : bilan\r", "samedi prochain\r", "Un résumé.\r", "Voici.\r"]
    code, shown = _typed(project, keys, "nouveau", "actualite")
    assert code == 0, shown
    text = (project / "content" / "actualites" / "l-ete-bilan.md").read_text("utf-8")
    assert text.startswith('---\ntitre: "L’été : bilan"\ndate: 2027-03-06\n')
    assert "samedi 6 mars 2027" in shown


def test_a_terminal_that_is_not_in_utf_8_is_understood(project: Path) -> None:
    keys = ["L'été\r", "\r", "Un résumé.\r", "Voici.\r"]
    code, shown = _typed(project, keys, "nouveau", "actualite", encoding="latin-1")
    assert code == 0, shown
    assert "titre: L'été\n" in (project / "content/actualites/l-ete.md").read_text("utf-8")


def test_ctrl_c_leaves_nothing_behind(project: Path) -> None:
    before = files(project / "content")
    # Between showing its prompt and waiting for a line Python only notes a Ctrl-C, and obeys it
    # once a line has come: Enter follows at once.
    code, shown = _typed(project, ["Un titre\r", "\x03\r"], "nouveau", "actualite")
    assert code == 1
    assert "rien n’a été écrit" in shown
    assert "Traceback" not in shown
    assert new_files(project / "content", before) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["verifierr"], "Vouliez-vous dire « invoke verifier » ?"),
        (["--help", "verifer"], "Vouliez-vous dire « invoke verifier » ?"),
        (["retirer"], "slug : le nom du fichier de la fiche"),
        (["nouveau"], "genre : actualite, evenement"),
        (["nouveau", "evenment"], "Vouliez-vous dire « evenement » ?"),
        (["nouveau", "page", "--titr", "x"], "Vouliez-vous dire « --titre » ?"),
        (["serve", "--port", "abc"], "« abc » n’est pas un nombre."),
        (["serve", "--port"], "« --port » attend une valeur"),
        (["nouveau", "page"], "--titre"),
    ],
)
def test_a_misuse_is_said_in_french(words: list[str], message: str, project: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 2
    assert message in (ran.stdout + ran.stderr).decode()


@pytest.mark.parametrize("words", [("--help", "nouveau"), ("nouveau", "--help"), ("nouveau", "-h")])
def test_the_options_are_told_by_the_schema(words: tuple[str, ...], project: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=project,
        capture_output=True,
        check=True,
    )
    assert "--lieu-code-postal" in ran.stdout.decode()
