"""What is told of a file at a wrong place: what it is by its fields, and where it goes."""

from itertools import permutations
from pathlib import Path

import pytest

from association.content.misplaced import copied_name
from association.content.reading import entry_of
from association.content.schema import TYPES
from association.source import source
from tests.builders import BASE, base, content_folder, problems_of, vocabulary

# A page of a title and a summary alone is what any text lacks a field to be.
_BARE = {("pages", other) for other in ("actualites", "agenda", "capsules", "metiers")}
# The field that nothing but its own kind has, where the base does without.
_OWN_FIELD = {"pages": "menu: oui\n"}


def _fixes(of: str, folder: str, change: tuple[str, str]) -> list[str]:
    path = next((BASE / of).glob("*.md"))
    text = path.read_text("utf-8").replace("---\n", f"---\n{_OWN_FIELD.get(of, '')}", 1)
    text = text.replace(*change)
    found = entry_of(folder, path.stem, path.name, source.read(text.encode()), vocabulary())
    return [finding.fix for finding in found.findings if finding.code == "fichier-egare"]


@pytest.mark.parametrize(("of", "folder"), permutations(TYPES, 2))
def test_each_kind_in_the_folder_of_each_other_is_told_its_own(of: str, folder: str) -> None:
    if (of, folder) == ("pages", "actualites"):
        # A news item may well want a menu it cannot have: one slip, one foreign field.
        assert _fixes(of, folder, ("menu: oui", "menu: oui\nordre: 3")) == [
            "rangez-le dans content/pages/"
        ]
        return
    assert _fixes(of, folder, ("", "")) == [f"rangez-le dans content/{of}/"]


def test_an_event_among_the_news_is_told_although_a_field_lacks() -> None:
    change = ("categorie: Journée de rencontre\n", "")
    assert _fixes("agenda", "actualites", change) == ["rangez-le dans content/agenda/"]


@pytest.mark.parametrize("folder", TYPES)
def test_a_file_in_its_own_folder_is_at_its_place(folder: str) -> None:
    assert _fixes(folder, folder, ("", "")) == []


@pytest.mark.parametrize(
    ("stem", "original"),
    [
        ("copie de bilan", "bilan"),
        ("Copie-de-bilan", "bilan"),
        ("bilan (1)", "bilan"),
        ("bilan - Copie", "bilan"),
        ("bilan - Copie (2)", "bilan"),
        ("bilan copy 3", "bilan"),
        ("bilan-2", "bilan"),
        ("Copy of bilan", "bilan"),
        ("bilan", ""),
        ("bilan-2027", ""),
        ("copieuse", ""),
        ("photocopie", ""),
    ],
)
def test_the_name_of_a_copy_names_its_original(stem: str, original: str) -> None:
    assert copied_name(stem) == original


def test_a_copy_with_a_title_of_its_own_is_no_copy(tmp_path: Path) -> None:
    text = base("pages/contact.md").replace("titre: Contact", "titre: Contact presse")
    assert problems_of(content_folder(tmp_path, {"pages/contact-2.md": text})) == []


def test_the_documents_of_the_project_are_none_of_the_site(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root.parent / "README.md").write_text("# Le site\n", "utf-8")
    (root.parent / "notes.md").write_text("---\ntitle: Notes\n---\n", "utf-8")
    assert problems_of(root) == []


def test_a_fault_of_the_vocabulary_is_told_there_alone(tmp_path: Path) -> None:
    text = base("vocabulaire.yml")
    faults = (
        text.replace("  - nom: Formation\n", "  - nom: Formation : ici\n", 1),
        text.replace("  - nom: Île-de-France\n", "  - nom: Occitanie\n", 1),
        text.replace("langues:\n", "langage:\n"),
        text.replace("  - nom: Formation\n", "  nom: Formation\n", 1),
        text.replace("codes_postaux", "\tcodes_postaux", 1),
    )
    for number, broken in enumerate(faults):
        root = content_folder(tmp_path / str(number), {"vocabulaire.yml": broken})
        assert {problem.source for problem in problems_of(root)} == {"content/vocabulaire.yml"}
