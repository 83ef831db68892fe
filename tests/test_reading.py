"""Every file of the content is read, or said: nothing is dropped without a word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.content.common import LONGEST_SUMMARY
from association.content.drawn_summary import drawn_summary
from association.content.entry import lead_of
from association.content.reading import read
from association.content.schema import TYPES
from association.source.tree import read_body
from tests.builders import EVENT, NEWS, base, content, content_folder, lay_over, problems_of


def test_every_type_is_read(tmp_path: Path) -> None:
    found = content(tmp_path)
    assert {folder: len(entries) for folder, entries in found.entries.items()} == {
        "actualites": 1,
        "agenda": 1,
        "capsules": 1,
        "documents": 1,
        "groupes": 1,
        "metiers": 1,
        "pages": 15,
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


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("## Un titre\n\nLa première. Et la suite.", "La première."),
        ("![Un cercle.](x.svg)\n\nEst-ce *vrai* ? Oui.", "Est-ce vrai ?"),
        (
            "Vers 9 h. et demie, M. Madeleine vint.\nIl parla.",
            "Vers 9 h. et demie, M. Madeleine vint.",
        ),
        ("Elle dit : « Venez ! » Puis rien.", "Elle dit : « Venez ! »"),
        ("- un\n- deux\n\n> Une citation.\n\nLe texte, enfin", "Le texte, enfin"),
        ("a" * 400, "a" * 299 + "…"),
        ("mot " * 100, "mot " * 73 + "mot…"),
        ("- un\n- deux", ""),
        ("", ""),
    ],
)
def test_a_text_without_a_summary_says_its_first_sentence(text: str, summary: str) -> None:
    assert drawn_summary(read_body(text)) == summary


@given(st.text(max_size=700))
def test_a_drawn_summary_is_the_beginning_of_a_line_that_lists_can_show(text: str) -> None:
    drawn = drawn_summary(read_body(text))
    assert len(drawn) <= LONGEST_SUMMARY
    assert drawn == " ".join(drawn.split())


def test_a_text_that_begins_with_its_summary_is_not_led_by_it_again(tmp_path: Path) -> None:
    without = "".join(line for line in base(NEWS).splitlines(True) if "resume:" not in line)
    entry = content(tmp_path / "a", {NEWS: without}).news["compte-rendu"]
    written = content(tmp_path / "b").news["compte-rendu"]
    assert entry.markdown.strip().startswith(entry.written.summary)
    assert (lead_of(entry), lead_of(written)) == ("", written.written.summary)


def test_a_translation_without_a_summary_draws_its_own_where_its_text_does(
    tmp_path: Path,
) -> None:
    without = "".join(line for line in base(NEWS).splitlines(True) if "resume:" not in line)
    german = "---\ntitre: Rückblick\n---\n\nDas war schön. Wirklich.\n"
    files = {"actualites/compte-rendu.de.md": german}
    name = "actualites/compte-rendu.de.md"
    drawn = content(tmp_path / "a", {NEWS: without, **files}).translations[name].entry
    told = content(tmp_path / "b", files).translations[name].entry
    assert (drawn.written.summary, lead_of(drawn)) == ("Das war schön.", "")
    assert lead_of(told) == content(tmp_path / "c").news["compte-rendu"].written.summary
