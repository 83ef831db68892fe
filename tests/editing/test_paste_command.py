"""``invoke coller``: what it writes, where, and what it leaves alone."""

import os
from pathlib import Path

import pytest

from association.commands.paste import Options, main
from tests.builders import EVENT, NEWS, base, content_folder, problems_of
from tests.editing.typist import DAY, Typist, files, new_files

MAIL = b"Bonjour,\n\nLe plan :\n\xe2\x80\xa2 un\n\xe2\x80\xa2 deux\n"
PAGE = "<main><h1>Le bilan de juin</h1><p>Nous étions <b>vingt</b>.</p><img src=a.png></main>"
FIELDS = {"resume": ["Un mois de travail."], "date": ["2027-02-15"]}


def _paste(
    root: Path, options: Options, typed: bytes = b"", answers: list[str] | None = None
) -> tuple[int, Typist]:
    typist = Typist(answers or [])
    environ = os.environ | {"ASOF": DAY}
    code = main(
        root.parent, options, terminal=typist.terminal(), read=lambda: typed, environ=environ
    )
    return code, typist


def test_a_text_is_shown_as_markdown_and_nothing_is_written(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = _paste(root, Options(), MAIL)
    assert (code, typist.text) == (0, "Bonjour,\n\nLe plan :\n\n- un\n- deux")
    assert new_files(root, before) == []


def test_a_new_file_gets_the_title_and_the_text(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    code, typist = _paste(root, Options(str(page), kind="actualite", fields=FIELDS))
    assert code == 0, typist.text
    written = (root / "actualites" / "le-bilan-de-juin.md").read_text("utf-8")
    assert written.startswith("---\ntitre: Le bilan de juin\n")
    assert written.endswith("---\n\nNous étions **vingt**.\n")
    assert "1 image à apporter" in typist.text
    assert problems_of(root) == []


def test_what_the_checker_refuses_in_the_text_does_not_lose_it(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    fields = FIELDS | {"titre": ["Un essai"]}
    code, typist = _paste(root, Options(kind="actualite", fields=fields), b"# Un [lien]()\n")
    assert code == 0
    assert "# Un [lien]()" in (root / "actualites" / "un-essai.md").read_text("utf-8")
    assert "erreur[" in typist.text


@pytest.mark.parametrize(("answer", "is_written"), [("oui", True), ("non", False), ("", False)])
def test_a_standing_file_changes_only_when_told_so(
    tmp_path: Path, answer: str, is_written: bool
) -> None:
    root = content_folder(tmp_path)
    options = Options(entry=NEWS.removesuffix(".md"))
    code, typist = _paste(root, options, MAIL, [answer] if answer else [])
    after = (root / NEWS).read_text("utf-8")
    added = "\nBonjour,\n\nLe plan :\n\n- un\n- deux\n"
    assert (code == 0) == is_written
    assert after == base(NEWS).rstrip("\n") + "\n" + (added if is_written else "")
    assert "- un" in typist.text


def test_the_text_takes_the_place_that_was_kept_for_it(tmp_path: Path) -> None:
    waiting = "---\ntitre: Le bilan de juin\n---\n\n[à écrire] Le texte vient ici.\n\nSuite.\n"
    root = content_folder(tmp_path, {"pages/bilan.md": waiting.replace("\n", "\r\n")})
    code, _ = _paste(root, Options(entry="content/pages/bilan.md", sure=True), PAGE.encode())
    assert code == 0
    assert (root / "pages" / "bilan.md").read_bytes().decode() == waiting.replace(
        "[à écrire] Le texte vient ici.", "Nous étions **vingt**."
    ).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("options", "typed", "says"),
    [
        (Options("absent.docx"), b"", "introuvable"),
        (Options(), b"", "aucun mot"),
        (Options(), b"%PDF-1.4", "PDF"),
        (Options(entry="actualites/absente"), b"un", "introuvable"),
        (Options(entry="../secret"), b"un", "introuvable"),
        (Options(kind="actualitée"), b"un", "Vouliez-vous dire « actualite »"),
        (Options(kind="page", entry=EVENT), b"un", "l’un des deux"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, options: Options, typed: bytes, says: str
) -> None:
    root = content_folder(tmp_path)
    before = files(root)
    code, typist = _paste(root, options, typed)
    assert (int(code), new_files(root, before)) == (2, [])
    assert says in typist.text
