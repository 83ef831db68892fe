"""A content's folder of a few people, written as an editor would, for tests of the directory."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from association.content import reading
from association.content.reading import Content
from tests.texts_read_before import TEXTS

SHIPPED = Path(__file__).resolve().parent.parent / "content"
_BASE = Path(__file__).resolve().parent / "erreurs" / "_base"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'

PROFILE = """---
prenom: {prenom}
nom: {nom}
accroche: {accroche}
metiers:
  - metier: intervenant
    certifie_le: 2022-06-18
    valable_jusqu_au: 2027-06-18
lieu:
  ville: {ville}
  code_postal: "{code_postal}"
regions: [Hauts-de-France]
langues: [français]
publics: [Travailleurs sociaux]
themes: [Violences et incivilités]
accompagnements: [Intervention dans la durée]
contact:
  mode: {mode}
deontologie: oui
{champs}consentement:
  le: {accord_le}
  pour: [{pour}]
---

{texte}
"""
USUAL = {
    "prenom": "Zéphyrine",
    "nom": "Quénault",
    "accroche": "Aider un groupe à se parler.",
    "ville": "Quiévrechain",
    "code_postal": "59920",
    "mode": "secrétariat",
    "champs": "",
    "accord_le": "2026-02-12",
    "pour": "ville",
    "texte": "J’accompagne des équipes.",
}


@cache
def shipped() -> Content:
    """Return the shipped content, read once."""
    return reading.read(SHIPPED, TEXTS)


def profile(**changes: str) -> str:
    """Return the file of a profile, with some of its words changed."""
    return PROFILE.format(**{**USUAL, **changes})


def folder(root: Path, **files: str) -> Path:
    """Write a content's folder with the shipped vocabulary and métiers, and files of text.

    ``praticiens__zephyrine`` names ``praticiens/zephyrine.md``: hyphens are underscores.
    """
    content = root / "content"
    shutil.copytree(SHIPPED / "metiers", content / "metiers")
    (content / "documents").mkdir()
    shutil.copy(SHIPPED / "vocabulaire.yml", content)
    _write(content, files)
    return content


def _write(content: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        place, _, slug = name.partition("__")
        path = content / place / f"{slug.replace('_', '-')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


def site_folder(root: Path, **files: str) -> Path:
    """Write a content that is a site whole: the base of mistakes, Jean Valjean, files of text.

    Words, pictures and he are the shipped ones; the files are named as those of ``folder``.
    """
    content = root / "content"
    for name in ("pages", "metiers", "documents"):
        shutil.copytree(_BASE / name, content / name)
    shutil.copytree(SHIPPED / "images", content / "images")
    for name in ("vocabulaire.yml", "praticiens/jean-valjean.md"):
        (content / name).parent.mkdir(exist_ok=True)
        shutil.copy(SHIPPED / name, content / name)
    _write(content, files)
    return content


def person(root: Path, **changes: str) -> Content:
    """Return the content of one profile, « zephyrine-quenault »."""
    content = reading.read(folder(root, praticiens__zephyrine_quenault=profile(**changes)), TEXTS)
    assert not content.problems, content.problems
    return content


def noon(day: str) -> datetime:
    """Return noon of a day in Paris."""
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Europe/Paris"))
