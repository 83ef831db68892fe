"""Every file of the content is read, or said: nothing is dropped without a word."""

from pathlib import Path

import pytest

from association.content.reading import read
from association.content.schema import TYPES
from tests.builders import EVENT, NEWS, base, content, content_folder, lay_over, problems_of


def test_every_type_is_read(tmp_path: Path) -> None:
    found = content(tmp_path)
    assert {folder: len(entries) for folder, entries in found.entries.items()} == {
        "actualites": 1,
        "agenda": 1,
        "capsules": 1,
        "metiers": 1,
        "pages": 13,
        "praticiens": 1,
    }
    assert not found.problems
    assert set(found.entries) == set(TYPES)


def test_an_entry_knows_where_it_was_written(tmp_path: Path) -> None:
    entry = content(tmp_path).news["compte-rendu"]
    assert (entry.source, entry.path) == (f"content/{NEWS}", NEWS)
    assert entry.lines[entry.body_line - 1 :] == tuple(entry.markdown.split("\n"))


def test_pictures_and_documents_are_known_with_their_weight(tmp_path: Path) -> None:
    found = content(tmp_path)
    assert set(found.static) == {
        "documents/programme.pdf",
        "images/cercle.svg",
        "images/faisceaux.jpg",
        "images/praticiens/jeanne-martin.svg",
    }
    weight = (found.root / "images/cercle.svg").stat().st_size
    assert found.static["images/cercle.svg"] == weight


@pytest.mark.parametrize(
    "litter", [".DS_Store", "~$notes.docx", "Thumbs.db", "agenda/x.md~", "agenda/.x.md.swp"]
)
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, litter: str) -> None:
    assert problems_of(content_folder(tmp_path, {litter: b"\x00"})) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("perdu.md", "fichier-egare"),
        ("agenda/2027/perdu.md", "fichier-egare"),
        ("autre/perdu.md", "fichier-egare"),
        ("images", None),
        ("agenda/notes.txt", "format-de-fichier"),
        ("agenda/sans-terminaison", "format-de-fichier"),
        ("agenda/NOTES.MD", "format-de-fichier"),
        ("agenda/Majuscule.md", "nom-de-fichier"),
        ("agenda/deux--traits.md", "nom-de-fichier"),
        ("images/photo de groupe.jpg", "nom-de-fichier"),
        ("documents/programme.exe", "format-de-fichier"),
    ],
)
def test_a_file_at_a_wrong_place_is_said(tmp_path: Path, path: str, code: str | None) -> None:
    root = content_folder(tmp_path)
    if code:
        other = base(EVENT).replace("numero: 1", "numero: 2").replace("titre: ", "titre: Autre ", 1)
        lay_over(root, {path: other})
    assert [p.code for p in problems_of(root)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("agenda/essai.md.txt", "essai.md"),
        ("agenda/Essai.MD", "essai.md"),
        ("agenda/Été à Lyon.docx.md", "ete-a-lyon.md"),
        ("pages/contact.DE.md", "contact.de.md"),
        ("images/Photo 1.JPG", "photo-1.jpg"),
    ],
)
def test_a_name_is_mended_without_its_odd_endings(tmp_path: Path, path: str, name: str) -> None:
    text = base("pages/contact.md" if path.startswith("pages") else EVENT)
    root = content_folder(tmp_path, {path: text})
    (problem,) = [p for p in problems_of(root) if p.source.endswith(path)][:1]
    assert problem.fix == f"renommez-le « {name} »"


def test_a_wrong_name_hides_no_other_mistake(tmp_path: Path) -> None:
    text = base(EVENT).replace("debut: 2027-02-12 09:30", "debut: demain")
    root = content_folder(tmp_path, {"agenda/Journée de Lyon.md": text})
    assert {"nom-de-fichier", "date"} <= {problem.code for problem in problems_of(root)}


def test_a_file_with_problems_is_not_missing_where_it_is_named(tmp_path: Path) -> None:
    root = content_folder(tmp_path, {EVENT: base(EVENT).replace("titre:", "titel:")})
    assert {p.source for p in problems_of(root)} == {f"content/{EVENT}"}
    assert EVENT in read(root).unread


def test_an_empty_folder_says_what_the_site_needs(tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.mkdir()
    codes = {p.code for p in problems_of(root)}
    assert codes == {"vocabulaire", "page-manquante"}


def test_the_order_of_reading_is_the_same_everywhere(tmp_path: Path) -> None:
    slugs = ["b", "a", "c"]
    root = content_folder(
        tmp_path, {f"pages/{slug}.md": base("pages/contact.md") for slug in slugs}
    )
    found = list(read(root).pages)
    assert found == sorted(found)
