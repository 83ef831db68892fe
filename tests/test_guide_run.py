"""Every command that the guide shows is run as it stands, in a clone of the site.

Somebody answers those that ask. What needs a network, or the rights of root, is held to what else
runs it.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from association.content.response_mail import NAME, response_mail
from tests.guide_texts import GUIDE, WRITTEN, blocks
from tests.pseudo_terminal import typed

ROOT = Path(__file__).resolve().parents[1]
SUMMARY = "Une journée pour se parler."
# What two commands show when they wait, and ask nothing.
WAITING = {"invoke serve": r"pour arrêter\)", "invoke coller": r"Ctrl-Z, Entrée\)"}
# What is typed at each prompt, by the line that puts it; other lines put none.
KEYS: dict[str, list[str]] = {
    "invoke nouveau actualite": ["L’été à Dijon\r", "\r", f"{SUMMARY}\r", "Nous étions quinze.\r"],
    "invoke nouveau evenement": [
        *("1\r", "\r", "\r", "14 octobre 2027\r", "\r", "\r", "\r", "1\r", "\r"),
        *(f"{SUMMARY}\r", "\r"),
    ],
    "invoke nouveau evenement --copie-de journee-de-rencontre-mars-2027": [
        *("\r", "25e journée\r", "14 octobre 2027\r", "\r", "\r", "\r", "\r", "\r", "\r"),
    ],
    "invoke coller compte-rendu.docx --genre actualite": ["Un été\r", "\r", f"{SUMMARY}\r"],
    "invoke coller compte-rendu.docx --dans actualites/neuvieme-journee-de-rencontre": ["oui\r"],
    "invoke photos ~/Photos/journee": ["Une salle vide.\r"],
    "invoke photos salle.jpg --dans actualites/les-rendez-vous-de-2027": ["Une salle.\r", "\r"],
    "invoke reponse message.eml": ["\r", "oui\r"],
    "invoke retirer jean-valjean": ["oui\r"],
    "invoke verifier --corriger": ["oui\r"],
    "invoke coller": ["Un paragraphe.\r\x04"],
    "invoke serve": ["\x03"],
    "invoke serve --date 2027-03-14": ["\x03"],
}
# Lines that are not run here, and what holds them.
ELSEWHERE = {
    "sudo apt install git python3-venv": "test_the_packages_are_those_of_a_new_machine",
    "pip install -r requirements.txt": "test_the_set_up_is_that_of_the_readme",
    "invoke redaction --ici": "tests/forms",
}
# What a line needs to have been done before it.
BEFORE = {
    "invoke prochain": "invoke build",
    # The site has its German translation already.
    "invoke traduire content/pages/therapie-sociale.md de": "git rm -q content/*/*.de.md",
}
# What is in the words of a line that has done its work.
SAID = {
    "invoke verifier": "aucune erreur",
    "invoke expliquer deux-points": "deux-points",
    "invoke build": "Prochain changement",
    "invoke prochain": "2027",
    "invoke mes-donnees jean-valjean": "mes-donnees-jean-valjean.html",
}
BLOCKS = [
    pytest.param(block.text, id=f"{page.name}-{number}")
    for page in WRITTEN
    for number, block in enumerate(blocks(page.name))
    if block.language == "sh"
]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the site, as a forge keeps it."""
    folder = tmp_path_factory.mktemp("forge")
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py", ".gitignore", ".gitattributes"):
        shutil.copy(ROOT / name, folder)
    shutil.copy(ROOT / "requirements.txt", folder)
    for name in ("plugins", "theme", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    signed = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for step in (["init", "-b", "main"], ["add", "."], [*signed, "commit", "-m", "Begin"]):
        subprocess.run(["git", *step], cwd=folder, check=True, capture_output=True, timeout=60)
    return folder


@pytest.fixture
def home(origin: Path, tmp_path: Path) -> Path:
    """A home with a clone of the site, what the guide brings into it, and invoke on the PATH."""
    site = tmp_path / "site"
    subprocess.run(["git", "clone", "--quiet", origin, site], check=True, timeout=60)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", site / ".venv"], check=True)
    _write_docx(site / "compte-rendu.docx", "Nous étions quarante, venus de toute la région.")
    _write_mail(site / "message.eml")
    (tmp_path / "Photos" / "journee").mkdir(parents=True)
    for picture in (site / "salle.jpg", tmp_path / "Photos" / "journee" / "DSC 1.JPG"):
        Image.new("RGB", (80, 60), "teal").save(picture)
    (tmp_path / "bin").mkdir()
    invoke = tmp_path / "bin" / "invoke"
    invoke.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m invoke "$@"\n', "utf-8")
    invoke.chmod(0o755)
    return tmp_path


def _write_docx(path: Path, words: str) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    told = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{told}/package/2006/content-types"><Override '
            f'PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{told}/package/2006/relationships"><Relationship Id="r" '
            f'Type="{told}/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        main = f"{told}/wordprocessingml/2006/main"
        made.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{main}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>'
            "</w:body></w:document>",
        )


def _write_mail(path: Path) -> None:
    """Write a mail that a reader sent from the page of a capsule."""
    mail = EmailMessage()
    mail["From"] = "Cosette <cosette@example.org>"
    mail["Date"] = "Mon, 01 Feb 2027 10:00:00 +0100"
    _, prepared = response_mail("Capsule", "http://localhost:8000/capsules/porter-un-projet/")
    mail.set_content(prepared.replace(f"{NAME} : ", f"{NAME} : Cosette") + "Merci à vous.\n")
    path.write_bytes(mail.as_bytes())


def _run(line: str, home: Path, folder: Path) -> tuple[int, str]:
    return typed(
        ["bash", "-e", "-o", "pipefail", "-c", line],
        KEYS.get(line.splitlines()[-1], []),
        cwd=folder,
        more={
            "HOME": str(home),
            "PATH": f"{home / 'bin'}:/usr/bin:/bin",
            "ASOF": "2027-03-01",
            "GIT_AUTHOR_NAME": "Ada",
            "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada",
            "GIT_COMMITTER_EMAIL": "ada@example.org",
        },
        when=WAITING.get(line.strip().partition(" --date")[0].rpartition("\n")[2], r" : \Z"),
    )


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_the_guide_does_its_work(block: str, origin: Path, home: Path) -> None:
    lines = [line for line in block.splitlines() if line not in ELSEWHERE]
    # What is told of the work of others is in a folder of its own.
    folder = home / "elsewhere" if "clone" in block else home / "site"
    folder = home if lines[:1] == ["cd site"] else folder
    folder.mkdir(exist_ok=True)
    if "git commit" in block:
        (folder / "content" / "actualites" / "x.md").write_text("---\ntitre: x\n---\n", "utf-8")
    prepared = [part for line in lines for part in (BEFORE.get(line, ":"), line)]
    text = "\n".join(prepared).replace("ADRESSE-DU-DEPOT", str(origin))
    code, shown = _run(text, home, folder) if lines else (0, "")
    assert code == 0, shown
    assert "Traceback" not in shown
    assert "Abandonné" not in shown
    for line in lines:
        assert SAID.get(line, "") in shown


def test_the_set_up_is_that_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    set_up, *_ = [text for language, text, _ in blocks("installer.md") if "git clone" in text]
    assert " && ".join([*set_up.splitlines()[2:], "invoke build"]) in readme


def test_windows_needs_two_other_lines() -> None:
    by_language = {
        language: text.splitlines()
        for language, text, _ in blocks("installer.md")
        if "git clone" in text
    }
    pairs = zip(by_language["sh"], by_language["bat"], strict=True)
    assert {posix: windows for posix, windows in pairs if posix != windows} == {
        "python3 -m venv .venv": r"py -m venv .venv",
        ". .venv/bin/activate": r".venv\Scripts\activate",
    }


def test_the_packages_are_those_of_a_new_machine() -> None:
    machine = (ROOT / ".ci" / "run").read_text("utf-8")
    [asked] = [text for _, text, _ in blocks("installer.md") if text.startswith("sudo apt")]
    for package in asked.split()[3:]:
        assert f":{package} " in machine or f"+=({package})" in machine


def test_every_command_of_editors_is_on_the_page_of_the_set_up() -> None:
    import tasks

    page = (GUIDE / "installer.md").read_text("utf-8")
    told = re.findall(r"^\| `invoke ([\w-]+)` \|", page, re.MULTILINE)
    assert told == [command.name for command in tasks.COMMANDS[tasks.TO_WRITE]]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("invoke verifier", "Can't find any collection named 'tasks'!"),
        ("cd site", "No such file or directory"),
        (
            "cd ../site && echo x >> content/LICENCE && git merge autre",
            "Your local changes to the following files would be overwritten",
        ),
    ],
)
def test_a_message_of_another_program_is_quoted_as_it_is(
    line: str, message: str, home: Path
) -> None:
    assert re.search(rf"[«`] ?{message} ?[»`]", (GUIDE / "installer.md").read_text("utf-8"))
    site = home / "site"
    ahead = "git switch -qc autre; echo y >> content/LICENCE; git commit -qam y; git switch -q main"
    assert _run(ahead, home, site)[0] == 0
    (home / "vide").mkdir()
    assert message in _run(line, home, home / "vide")[1]
