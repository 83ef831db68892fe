"""The contents with one mistake each, in ``tests/erreurs``: how they are made and what is said.

A fixture is a folder named by its code (and a variant after « -- »). Its files are laid over the
base; what no file can hold (a link, a missing page, a history) is made by a function here. Its
``expected.txt`` is the exact text that an editor reads, its ``intention.txt`` what was meant.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from association.checks.all_checks import verified
from association.checks.former_agenda import NOTHING_PUBLISHED, FormerAgenda
from association.content.policy import USUAL, Policy
from association.content.reading import read_vocabulary
from association.content.revisions import Revision
from association.content.withdrawn import Retired, Withdrawal
from association.problems.report import Problem, as_text
from tests.builders import BASE, EVENT, NEWS, TODAY, base
from tests.git_content import GitContent
from tests.published_site import former, published_text
from tests.texts_read_before import TEXTS

FIXTURES = BASE.parent
EXPECTED = "expected.txt"
# What the writer meant, which a mend must give: ``advised_mends`` reads it.
INTENTION = "intention.txt"
# What needs a git repository around the content.
_HISTORY = {
    "evenement-renomme",
    "evenement-supprime",
    "historique-perdu",
    "historique-tronque",
    "horloge",
    "revision-en-arriere",
    "sans-historique",
}
# What only the public site refuses.
_IN_PRODUCTION = {"exemple-en-production", "texte-a-valider"}
_NEVER_CHANGED = Revision()
_ANNOUNCED = (
    base(EVENT)
    .replace("2027-02", "2027-06")
    .replace("exemple: oui\n", "")
    .replace("numero: 1", "numero: 2")
)


def names() -> list[str]:
    """Return the names of all fixtures."""
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir() and path != BASE}
    return sorted(folders | set(_MADE))


def code_of(name: str) -> str:
    """Return the code that a fixture is about."""
    return name.partition("--")[0]


def problems(name: str, folder: Path) -> list[Problem]:
    """Return what is said of a fixture, made in ``folder``, its project's root."""
    root = folder / "content"
    if code_of(name) in _HISTORY - {"sans-historique"}:
        GitContent(folder).init()
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    if (FIXTURES / name).is_dir():
        skipped = shutil.ignore_patterns(EXPECTED, INTENTION)
        shutil.copytree(FIXTURES / name, root, dirs_exist_ok=True, ignore=skipped)
    if name in _MADE:
        _MADE[name](root)
    strict, former = circumstances(name, root)
    found = verified(root, TODAY, strict, cache=TEXTS, former_agenda=former).problems
    return [problem for problem in found if code_of(name) in _HISTORY or not _of_history(problem)]


def circumstances(name: str, root: Path) -> tuple[Policy, FormerAgenda]:
    """Return what the settings ask of a fixture made in ``root``, and what was published before."""
    strict = Policy(with_examples=False) if code_of(name) in _IN_PRODUCTION else USUAL
    former = _PUBLISHED[name](root) if name in _PUBLISHED else NOTHING_PUBLISHED
    return strict, former


def _of_history(problem: Problem) -> bool:
    return problem.code == "sans-historique"


def text(found: list[Problem]) -> str:
    """Return the problems as the terminal shows them."""
    return "\n\n".join(as_text(problem) for problem in found) + "\n"


def _without(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def _holding(path: str, content: bytes) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)

    return make


def _sized(path: str, size: int) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        with (root / path).open("ab") as file:
            file.truncate(size)

    return make


def _past(root: Path) -> GitContent:
    """Return the repository that ``problems`` began around a content."""
    past = GitContent.__new__(GitContent)
    past.folder, past.root, past.day = root.parent, root, TODAY - timedelta(days=30)
    return past


def _linked(root: Path) -> None:
    (root / "agenda" / "ailleurs.md").symlink_to("journee-de-toulouse.md")


def _withdrawn(root: Path) -> None:
    left = Withdrawal(date(2026, 12, 1), Retired("sel").mark("jeanne-martin"))
    salted = Retired("sel", (left,))
    (root / "retires.yml").write_text(salted.text(), "utf-8")


def _deleted(root: Path) -> None:
    past = _past(root)
    (root / "agenda" / "rencontre.md").write_text(_ANNOUNCED, "utf-8")
    past.commit()
    (root / "agenda" / "rencontre.md").unlink()
    past.commit()


def _renamed(root: Path) -> None:
    past = _past(root)
    (root / "agenda" / "rencontre.md").write_text(_ANNOUNCED, "utf-8")
    past.commit()
    (root / "agenda" / "rencontre.md").rename(root / "agenda" / "journee-de-juin.md")
    past.commit()


def _committed(root: Path, text: str) -> None:
    (root / "agenda" / "rencontre.md").write_text(text, "utf-8")
    _past(root).commit()


def _misdated(root: Path) -> None:
    past = _past(root)
    past.day = TODAY.replace(year=2031)
    past.commit()


def _shallow(root: Path) -> None:
    past = _past(root)
    past.commit()
    past.commit()
    copy = root.parent / "copie"
    source = f"file://{root.parent}"
    command = ("git", "clone", "-q", "--depth", "1", source, str(copy))
    subprocess.run(command, check=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull})
    shutil.rmtree(root)
    shutil.rmtree(root.parent / ".git")
    (copy / ".git").rename(root.parent / ".git")
    (copy / "content").rename(root)


_ACCENTED = "---\ntitre: Journée\nresume: Une journée ensemble.\n---\n\nVenez nombreux.\n"
_ANOTHER = base(NEWS).replace("Retour sur la journée de Toulouse", "Un an après")
_HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
_MADE: dict[str, Callable[[Path], None]] = {
    "encodage": _holding("pages/contact.md", _ACCENTED.encode("latin-1")),
    "encodage--reponse": _holding(
        "reponses/actualites/compte-rendu/2027-02-16-marius.md",
        "---\nnom: Marius\ndate: 2027-02-16\n---\n\nBravo à tous.\n".encode("latin-1"),
    ),
    "encodage--utf-16": _holding("pages/contact.md", _ACCENTED.encode("utf-16")),
    "evenement-renomme": _renamed,
    "evenement-supprime": _deleted,
    "fiche-retiree": _withdrawn,
    "fichier-binaire": _holding("pages/contact.md", b"PK\x03\x04\x14\x00\x06\x00word/document.xml"),
    "fichier-binaire--rtf": _holding("pages/contact.md", b"{\\rtf1\\ansi Venez nombreux.}"),
    "fichier-egare--a-cote": _holding("../un-an-apres.md", _ANOTHER.encode()),
    "fichier-egare--document": _holding("notes.docx", b"PK\x03\x04\x14"),
    "fichier-egare--photo": _holding("photo.HEIC", _HEIC),
    "fichier-trop-gros": _sized("documents/programme.pdf", 9_000_000),
    "fichier-trop-gros--texte": _sized("pages/contact.md", 100_000_000),
    "historique-perdu": lambda root: _committed(root, _ANNOUNCED),
    "format-de-fichier--heic": _holding("images/photo.HEIC", _HEIC),
    "historique-tronque": _shallow,
    "image-mal-nommee--heic": _holding("images/salle.jpg", _HEIC),
    "horloge": _misdated,
    "lien-symbolique": _linked,
    "page-manquante": _without("pages/contact.md"),
    "pas-un-fichier": lambda root: (root / "agenda" / "notes.md").mkdir(),
    "revision-en-arriere": lambda root: _committed(root, _ANNOUNCED),
    "retires-illisible": _holding("retires.yml", "sel: é".encode("latin-1")),
    "sans-historique": lambda root: None,
    "vocabulaire": _without("vocabulaire.yml"),
}


def _announced(
    *changes: tuple[str, str], revision: Revision = _NEVER_CHANGED
) -> Callable[[Path], FormerAgenda]:
    """Return what tells that « rencontre » was published, with ``changes`` made to its text."""

    def make(root: Path) -> FormerAgenda:
        file = root / "agenda" / "rencontre.md"
        text = file.read_text("utf-8") if file.exists() else _ANNOUNCED
        for now, before in changes:
            assert now in text, now
            text = text.replace(now, before)
        event = published_text(text, "rencontre", read_vocabulary(root, TEXTS), revision)
        return former([event])

    return make


_LONG_KNOWN = Revision(0, TODAY - timedelta(days=200), TODAY - timedelta(days=100))
_PUBLISHED: dict[str, Callable[[Path], FormerAgenda]] = {
    "brouillon-publie": _announced(("statut: brouillon\n", "")),
    "date-changee": _announced(("2027-06-26", "2027-06-12")),
    "date-changee--heure": _announced(("19:00", "18:30"), ("20:30", "20:00")),
    "date-changee--une-des-dates": _announced(("2027-07-04", "2027-07-03")),
    "date-disparue": _announced(
        ("  - debut: 2027-07-03", "  - debut: 2027-06-19\n  - debut: 2027-07-03")
    ),
    "date-disparue--regle": _announced(("jusqu_au: 2027-05-11", "jusqu_au: 2027-06-22")),
    "evenement-renomme": _announced(),
    "evenement-supprime": _announced(),
    "historique-perdu": _announced(revision=_LONG_KNOWN),
    "revision-en-arriere": _announced(revision=Revision(3)),
    "site-publie-inconnu": lambda _root: FormerAgenda(unknown="https://asso.example : 503"),
}
