"""What a withdrawal leaves to judge: all that may speak of who left, and nothing else."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import typst

from association.commands.withdraw import Options, main
from association.content import reading
from association.people.withdrawal import Trace, withdrawal_of, words_of_document
from tests.people_builders import folder, profile

SLUG = "zephyrine-quenault"
PORTRAIT = "images/praticiens/zq.jpg"
WEBSITE = "https://zq.example"
FIELDS = (
    f"cabinet: Le Grand Cercle\nsite: {WEBSITE}\nphoto:\n  fichier: {PORTRAIT}\n  alt: Portrait.\n"
)
UNREAD = "Documents que cette commande ne sait pas lire : ouvrez-les"
TO_JUDGE = "À juger par vous"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content with Zéphyrine, Luce of the same family name, and no document."""
    root = folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(champs=FIELDS, pour="ville, portrait"),
        praticiens__luce_quenault=profile(prenom="Luce", nom="Quénault"),
    )
    shutil.rmtree(root / "documents")
    return root


def write(content: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files of the content."""
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def to_judge(content: Path, files: Mapping[str, str | bytes]) -> list[tuple[str, int]]:
    """Return the places left to judge, with ``files`` written into the content."""
    write(content, files)
    return [
        (trace.path, trace.line) for trace in withdrawal_of(reading.read(content), SLUG).to_read
    ]


def pdf(words: str) -> bytes:
    """Return a PDF of some words."""
    return typst.compile(words.encode())


@pytest.mark.parametrize(
    ("words", "judged"),
    [
        ("Avec Zéphyrine Quénault, le mardi.", True),
        ("Avec Mme QUÉNAULT.", True),
        ("Maison Quénault, le mardi.", True),
        (f"Voyez {WEBSITE}", True),
        ("Au Grand Cercle.", False),
        ("Chez Le Grand Cercle.", True),
        ("Avec Luce Quénault, le mardi.", False),
        ("Avec Jean Valjean.", False),
    ],
)
def test_a_pdf_that_names_who_left_is_left_to_judge(
    content: Path, words: str, judged: bool
) -> None:
    write(content, {"documents/tract.pdf": pdf(words)})
    planned = withdrawal_of(reading.read(content), SLUG)
    document = Trace("documents/tract.pdf", 0, "documents/tract.pdf")
    assert planned.to_read == ((document,) if judged else ())
    assert planned.unread == ()


def test_the_words_of_a_pdf_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "Tract.PDF"
    path.write_bytes(pdf("Zéphyrine\n#pagebreak()\nQuénault"))
    words = words_of_document(path)
    assert words is not None
    assert words.split() == ["Zéphyrine", "Quénault"]


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("documents/affiche.odt", b"PK\x03\x04"),
        ("documents/tract.pdf", b"%PDF-1.7\nbroken"),
        ("documents/note", b"Z\xc3\xa9phyrine"),
    ],
)
def test_a_document_that_cannot_be_read_is_to_be_opened(
    content: Path, name: str, document: bytes
) -> None:
    write(content, {name: document})
    planned = withdrawal_of(reading.read(content), SLUG)
    assert planned.unread == (name,)
    assert planned.to_read == ()


def test_pictures_and_texts_are_no_documents_to_open(content: Path) -> None:
    write(content, {"images/a.PNG": b"", "images/b.svg": "", "documents/c.csv": "a", "d.TXT": "d"})
    assert withdrawal_of(reading.read(content), SLUG).unread == ()


def test_unread_documents_are_said_under_their_own_words(content: Path) -> None:
    write(content, {"documents/affiche.odt": b"PK"})
    said = said_of(content)
    assert said[said.index(f"\n{UNREAD}") + 1] == "  content/documents/affiche.odt"
    assert not any(line.strip().startswith(TO_JUDGE) for line in said)


def test_nothing_is_said_of_documents_when_all_are_read(content: Path) -> None:
    assert not any(UNREAD in line or TO_JUDGE in line for line in said_of(content))


def said_of(content: Path) -> list[str]:
    """Return what the command says before it asks."""
    said: list[str] = []
    main(
        content.parent,
        Options(SLUG),
        ask=lambda _: "non",
        say=said.append,
        environ={"ASOF": "2026-11-21"},
    )
    return said


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("La rue Quénault.", True),
        (f"Voir {WEBSITE}/livres.", True),
        ("Luce Quénault, puis Quénault.", True),
        ("Luce Quénault parle.", False),
        ("QUÉNAULT Luce parle.", False),
        ("Le Vieux-Quénault.", False),
        ("Zéphyrine du Pont parle.", False),
        ("On a parlé de quenaults.", False),
    ],
)
def test_a_line_is_left_to_judge_unless_it_speaks_of_somebody_else(
    content: Path, line: str, judged: bool
) -> None:
    found = to_judge(content, {"documents/notes.txt": f"Notes.\n{line}\n"})
    assert found == ([("documents/notes.txt", 2)] if judged else [])


def test_the_profile_of_another_family_is_read(content: Path) -> None:
    text = profile(prenom="Ana", nom="Pons", texte="\nUne Quénault.")
    line = text.splitlines().index("Une Quénault.") + 1
    assert to_judge(content, {"praticiens/ana-pons.md": text}) == [("praticiens/ana-pons.md", line)]


def test_an_address_made_of_another_slug_than_the_name_is_left_to_judge(content: Path) -> None:
    (content / f"praticiens/{SLUG}.md").rename(content / "praticiens/zq-lille.md")
    write(content, {"documents/x.txt": "Voir /annuaire/zq-lille/.\nVoir /annuaire/azq-lille/.\n"})
    planned = withdrawal_of(reading.read(content), "zq-lille")
    assert planned.to_read == (Trace("documents/x.txt", 1, "Voir /annuaire/zq-lille/."),)


def test_files_named_after_who_left_are_to_be_renamed(content: Path) -> None:
    names = (f"documents/{SLUG}.txt", f"images/tract-de-{SLUG}.jpg")
    shown = f"Un texte. ![Photo]({{static}}/{names[1]})\n"
    files: dict[str, str | bytes] = {names[0]: "Rien.", names[1]: b"jpg", "documents/x.md": shown}
    found = to_judge(content, files)
    assert (names[0], 0) in found
    assert (names[1], 0) in found


def test_a_portrait_that_something_else_shows_is_left_to_judge(content: Path) -> None:
    write(content, {PORTRAIT: b"jpg"})
    planned = withdrawal_of(reading.read(content), SLUG)
    assert PORTRAIT in planned.removed
    assert planned.to_read == ()
    found = to_judge(content, {"documents/x.txt": f"![Nous]({{static}}/{PORTRAIT})\n"})
    assert found == [(PORTRAIT, 0)]
    assert PORTRAIT not in withdrawal_of(reading.read(content), SLUG).removed


def test_the_portraits_of_others_are_not_left_to_judge(content: Path) -> None:
    others = {"images/praticiens/luce.jpg": b"jpg", "images/salle.jpg": b"jpg"}
    assert to_judge(content, others) == []


def test_a_document_that_goes_is_not_left_to_judge(content: Path) -> None:
    theirs = {f"documents/{SLUG}.pdf": pdf("Mme Quénault"), f"documents/{SLUG}.odt": b"PK"}
    write(content, theirs)
    planned = withdrawal_of(reading.read(content), SLUG)
    assert set(theirs) <= set(planned.removed)
    assert planned.to_read == ()
    assert planned.unread == ()


@pytest.mark.parametrize("extra", [{}, {"documents/affiche.odt": b"PK"}, {"x.txt": "Quénault"}])
def test_the_command_succeeds_only_when_nothing_is_left_to_look_at(
    content: Path, extra: dict[str, str | bytes]
) -> None:
    write(content, extra)
    code = main(
        content.parent, Options(SLUG, sure=True), say=lambda _: None, environ={"ASOF": "2026-11-21"}
    )
    assert code == (1 if extra else 0)


def test_the_profile_of_a_namesake_is_left_alone(content: Path) -> None:
    text = profile(prenom="Luce", nom="QUENAULT", texte="La famille Quénault, Mme Quénault.")
    write(content, {"praticiens/luce-quenault.md": text})
    planned = withdrawal_of(reading.read(content), SLUG)
    assert planned.rewritten == {}
    assert planned.to_read == ()


def test_the_profile_of_a_namesake_loses_the_full_name_alone(content: Path) -> None:
    text = profile(prenom="Luce", nom="Quénault", texte="Avec Zéphyrine Quénault. Une Quénault.")
    write(content, {"praticiens/luce-quenault.md": text})
    planned = withdrawal_of(reading.read(content), SLUG)
    after = text.replace("Zéphyrine Quénault", "une personne")
    assert planned.rewritten == {"praticiens/luce-quenault.md": after}
    assert planned.to_read == ()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (f"[Elle]({{filename}}/praticiens/{SLUG}.md) : Quénault.", "Elle : une personne."),
        ("Zéphyrine Quénault, puis Quénault.", "Une personne, puis une personne."),
        ("On dit Quénault.", None),
    ],
)
def test_a_family_name_alone_goes_from_a_text_that_speaks_of_who_left(
    content: Path, text: str, after: str | None
) -> None:
    write(content, {"documents/x.txt": text})
    rewritten = withdrawal_of(reading.read(content), SLUG).rewritten
    assert rewritten == ({} if after is None else {"documents/x.txt": after})


def test_each_line_that_changes_is_shown_before_and_after(content: Path) -> None:
    text = "Un.\nMme Quénault.\nTrois.\n- Zéphyrine Quénault\n"
    write(content, {"documents/x.txt": text})
    planned = withdrawal_of(reading.read(content), SLUG)
    assert planned.changes == (
        Trace("documents/x.txt", 2, "Mme Quénault.", "Une personne."),
        Trace("documents/x.txt", 4, "- Zéphyrine Quénault", "- Une personne"),
    )
    said = said_of(content)
    place = said.index("  content/documents/x.txt:2")
    assert said[place + 1 : place + 3] == ["    - Mme Quénault.", "    + Une personne."]
    assert "  content/documents/x.txt:4" in said


def test_a_long_line_is_cut_where_it_is_shown(content: Path) -> None:
    whole, longer = (f"Mme Quénault {'x' * length}" for length in (147, 148))
    assert len(whole) == 160
    write(content, {"documents/x.txt": f"{whole}\n{longer}\n"})
    shown = [words for words in said_of(content) if words.startswith("    - ")]
    assert shown == [f"    - {whole}", f"    - {longer[:159]}…"]


def test_a_line_that_goes_is_shown_as_nothing(content: Path) -> None:
    text = f"---\ntitre: Un\npraticiens:\n  - luce-quenault\n  - {SLUG}\ndate: 2027\n---\n"
    write(content, {"documents/x.md": text})
    planned = withdrawal_of(reading.read(content), SLUG)
    assert planned.changes == (Trace("documents/x.md", 5, f"  - {SLUG}", ""),)


def test_what_was_done_and_what_remains_is_said(content: Path) -> None:
    write(content, {PORTRAIT: b"jpg", "documents/x.txt": "Mme Quénault.\nMaison Quénault.\n"})
    said: list[str] = []
    main(content.parent, Options(SLUG, sure=True), say=said.append, environ={"ASOF": "2026-11-21"})
    words = "\n".join(said)
    assert "Fait le 21 novembre 2026 : 2 fichiers supprimés, 1 fichier changé." in words
    assert f"--path content/praticiens/{SLUG}.md --path content/{PORTRAIT}" in words
    assert not (content / PORTRAIT).exists()
    assert (content / "documents/x.txt").read_text(
        "utf-8"
    ) == "Une personne.\nMaison une personne.\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ou 06 98 76 54 32.", "Ou (numéro retiré)."),
        ("Ou 06.98.76.54.32, le soir.", "Ou (numéro retiré), le soir."),
        ("Au +33 (0)6 98 76 54 32", "Au (numéro retiré)"),
        ("Au 0033698765432", "Au (numéro retiré)"),
        ("Au (0)6 98-76-54-32", "Au (numéro retiré)"),
        ("tel:+33698765432", "tel:(numéro retiré)"),
        ("Ou 06 98 76 54 33.", None),
        ("À zq@quenault.example.", "À (adresse retirée)."),
        ("[Écrire](mailto:ZQ@quenault.example)", "[Écrire]((adresse retirée))"),
        ("À secretariat@quenault.example.", None),
    ],
)
def test_the_address_and_the_number_go_however_written(
    content: Path, text: str, after: str | None
) -> None:
    mode = "téléphone\n  telephone: +33 6 98 76 54 32\n  courriel: zq@quenault.example"
    reachable = profile(mode=mode, pour="ville, téléphone, courriel")
    write(content, {f"praticiens/{SLUG}.md": reachable, "documents/x.txt": text})
    rewritten = withdrawal_of(reading.read(content), SLUG).rewritten
    assert rewritten == ({} if after is None else {"documents/x.txt": after})
