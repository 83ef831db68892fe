"""A content's folder of a few people, written as an editor would, for tests of the directory."""

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from association import reading
from association.reading import Content

SHIPPED = Path(__file__).resolve().parent.parent / "content"
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


def profile(**changes: str) -> str:
    """Return the file of a profile, with some of its words changed."""
    return PROFILE.format(**{**USUAL, **changes})


def folder(root: Path, **files: str) -> Path:
    """Write a content's folder with the shipped vocabulary and métiers, and files of text.

    ``praticiens__zephyrine`` names ``praticiens/zephyrine.md``: hyphens are underscores.
    """
    content = root / "content"
    shutil.copytree(SHIPPED / "metiers", content / "metiers")
    shutil.copytree(SHIPPED / "documents", content / "documents")
    shutil.copy(SHIPPED / "vocabulaire.yml", content)
    for name, text in files.items():
        place, _, slug = name.partition("__")
        path = content / place / f"{slug.replace('_', '-')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return content


def person(root: Path, **changes: str) -> Content:
    """Return the content of one profile, « zephyrine-quenault »."""
    content = reading.read(folder(root, praticiens__zephyrine_quenault=profile(**changes)))
    assert not content.problems, content.problems
    return content


def noon(day: str) -> datetime:
    """Return noon of a day in Paris."""
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo("Europe/Paris"))
