"""Whatever bytes, names and kinds of file lie in the content's folder: problems, never a crash."""

import contextlib
import io
import os
import random
import re
import socket
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from association.checks.hidden_data import picture
from association.content.reading import read
from association.content.schema import TYPES, Vocabulary
from association.content.validation import validated
from association.pictures.sizes import picture_size
from association.problems.annotations import as_annotation
from association.problems.codes import CODES
from association.problems.findings import Finding
from association.problems.report import as_text
from association.source import prose, source
from association.source.tangles import TANGLE
from association.source.tree import read_body
from tests.builders import (
    EVENT,
    NEWS,
    PRACTITIONER,
    base,
    content_folder,
    lay_over,
    problems_of,
)

_PIECES = ("---\n", "\n---\n", "titre: ", "- ", "  ", "/// ", "[^1]", "{filename}/", "&a ", "date")
_SIGNS = st.sampled_from(
    [*"-:#[]{}()!&*%@`'\"|>?,~<=/\\\t \n\r\x00\x07é«»’\u00a0\u2028\u200b\ufeff01aZ_.", *_PIECES]
)
_FILES = st.one_of(
    st.binary(max_size=300),
    st.lists(_SIGNS, max_size=60).map("".join).map(str.encode),
    st.lists(_SIGNS, max_size=60).map(lambda parts: f"---\n{''.join(parts)}\n---\n\nx".encode()),
    st.text(max_size=200).map(lambda text: f"---\ntitre: {text}\n---\n".encode("utf-8", "replace")),
)


def _findings(content: bytes, folder: str) -> list[Finding]:
    """What is said of a file without the other files."""
    found = source.read(content)
    _, wrong = validated(TYPES[folder], found.front, Vocabulary())
    return [*found.findings, *wrong, *prose.findings(read_body(found.body))]


@given(_FILES, st.sampled_from(sorted(TYPES)))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_read_without_a_crash_and_each_place_exists(
    content: bytes, folder: str
) -> None:
    found = source.read(content)
    lines = len(found.lines)
    for finding in found.findings:
        assert 1 <= finding.span.line <= max(lines, 1)
        assert 1 <= finding.span.column < finding.span.end_column
    for finding in _findings(content, folder):
        assert finding.message
        assert finding.fix


@given(st.lists(_FILES, min_size=1, max_size=3), st.randoms(use_true_random=False))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_file_anywhere_becomes_problems_that_can_be_printed(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes], chance: random.Random
) -> None:
    root = content_folder(tmp_path_factory.mktemp("n"))
    places = [NEWS, EVENT, PRACTITIONER, "vocabulaire.yml", "images/cercle.svg", "pages/x.md"]
    lay_over(root, dict(zip(chance.sample(places, len(contents)), contents, strict=True)))
    for problem in problems_of(root):
        assert problem.message
        assert problem.fix
        assert as_text(problem).startswith(problem.severity)
        assert "\n" not in as_annotation(problem)


def _damaged(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    some = text[at : at + chance.randint(1, 4)]
    after = text[at + len(some) :]
    new = chance.choice(
        ["", some * 2, some[::-1], "\t" + some, "  " + some, "\n" + some, "-:#[" + some]
    )
    return text[:at] + new + after


@given(st.randoms(use_true_random=False), st.sampled_from([NEWS, EVENT, PRACTITIONER]))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_damaged_file_is_valid_or_says_what_is_wrong(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, name: str
) -> None:
    text = base(name)
    for _ in range(chance.randint(1, 3)):
        text = _damaged(text, chance)
    root = content_folder(tmp_path_factory.mktemp("d"), {name: text})
    problems = problems_of(root)
    slug = Path(name).stem
    folder = name.partition("/")[0]
    assert slug in read(root).entries[folder] or any(name in p.source for p in problems)


@pytest.mark.parametrize(
    "yaml",
    [
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("titre: " + "[" * 50_000, id="brackets in a value"),
        pytest.param("titre: " + "{a: " * 20_000, id="braces in a value"),
        pytest.param("- " * 50_000, id="dashes"),
        pytest.param("\n".join(" " * n + "a:" for n in range(500)), id="ever deeper"),
        pytest.param("\n".join("- " * n for n in range(300)), id="ever more dashes"),
        pytest.param("a: [\n" * 20_000, id="brackets over lines"),
        pytest.param("? " * 20_000, id="question marks"),
        pytest.param("\n".join(f"cle_{n}: x" for n in range(10_000)), id="ten thousand keys"),
        pytest.param("titre: x\n" * 10_000, id="one key ten thousand times"),
        pytest.param("titre: " + "a" * 150_000, id="a very long line"),
        pytest.param("titre: " + "<a" * 50_000, id="tags in a title"),
        pytest.param("debut: " + "1 " * 50_000, id="a very long date"),
        pytest.param("site: https://" + "a." * 50_000, id="a very long address"),
        pytest.param('"a": &a [x, x]\n"b": &b [*a, *a]\n"c": [*b, *b]', id="a bomb of names"),
        pytest.param("x: !!python/object/apply:os.system [ls]", id="a tag that runs code"),
        pytest.param("titre: " + "'" * 50_001, id="quotes"),
        pytest.param("titre: " + '"\\' * 50_000, id="escapes"),
    ],
)
@pytest.mark.parametrize("folder", ["actualites", "agenda"])
def test_no_front_matter_is_too_strange_to_be_read(yaml: str, folder: str) -> None:
    assert _findings(f"---\n{yaml}\n---\n\nTexte.\n".encode(), folder)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- " * 20_000 + "a", id="lists in one line"),
        pytest.param("1. " * 20_000 + "a", id="numbers in one line"),
        pytest.param("> " * 20_000 + "a", id="quotes in one line"),
        pytest.param(">" * 20_000, id="quotes without spaces"),
        pytest.param("> - " * 50 + "a", id="quotes and lists"),
        pytest.param("\n".join("> " * n + "- a" for n in range(300)), id="ever deeper quotes"),
        pytest.param("\n".join("    " * n + "- a" for n in range(300)), id="ever deeper lists"),
        pytest.param("/// details | x\n" * 300 + "a\n" + "///\n" * 300, id="blocks in blocks"),
        pytest.param("[" * 20_000, id="brackets"),
        pytest.param("\n".join(["[" * 90] * 200), id="brackets over lines"),
        pytest.param("\n".join(["![" * 200] * 50), id="pictures over lines"),
        pytest.param("\n".join(["[^a" * 200] * 30), id="notes over lines"),
        pytest.param("\n".join(["[a](" * 60] * 60), id="links that never end"),
        pytest.param("![](" * 20_000, id="pictures"),
        pytest.param("*_" * 40_000, id="emphasis"),
        pytest.param("`" * 100_001, id="backticks"),
        pytest.param("<a " * 50_000, id="tags"),
        pytest.param("<a\n" * 3_000, id="tags over lines"),
        pytest.param("&amp;" * 30_000, id="entities"),
        pytest.param("|" * 20_000 + "\n" + "|-" * 20_000, id="a table of twenty thousand columns"),
        pytest.param("\n".join(f"*[A{n}]: b" for n in range(3000)), id="abbreviations"),
        pytest.param("\n" * 100_000, id="lines"),
        pytest.param("# a\n" * 3_000, id="headings"),
    ],
)
def test_a_body_that_would_take_too_long_is_said_and_not_rendered(body: str) -> None:
    assert {finding.code for finding in prose.findings(read_body(body))} == {TANGLE}


@pytest.mark.parametrize("blank", [" ", "\t", " \t", "  .", "\u00a0"])
def test_a_run_of_blanks_costs_no_more_than_its_length(blank: str) -> None:
    """Read anew from each blank, this would take hours."""
    count = 300_000 // len(blank)
    body = read_body(f"Avant.\n\nUn mot{blank * count}*puis* un autre.")
    (passage,) = [one for one in body.passages if one.words.endswith("puis un autre.")]
    place = passage.place(len(passage.words) - len("puis un autre."), len(passage.words))
    assert body.text[place.start :].startswith("puis*")


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("7. /// details | Un\nOui.\n///\n", id="in a list"),
        pytest.param("> /// details | Un\n> Oui.\n> ///\n", id="in a quote"),
        pytest.param("Mot\n: /// details | Un\n    Oui.\n    ///\n", id="in a definition"),
    ],
)
def test_a_block_follows_at_once_one_within_a_list_or_a_quote(before: str) -> None:
    """pymdownx alone would read the first of them again, without end."""
    html = read_body(f"{before}/// details | Deux\nNon.\n///\n\nEnfin.\n").html
    assert html.count("<p>Oui.</p>") == html.count("<p>Non.</p>") == 1
    assert html.endswith("</details>\n<p>Enfin.</p>")


@pytest.mark.parametrize(
    "name", ["2027", "12.5", "true", "~", "2027-02-15", "parent", "self", "arg"]
)
@pytest.mark.parametrize("block", ["details | Titre", "exercice | Titre", "caption"])
def test_any_name_of_an_option_is_read_or_said_to_be_unknown(block: str, name: str) -> None:
    text = f"/// {block}\n    {name}: a\n\nOui.\n///\n"
    (finding,) = prose.findings(read_body(text))
    assert (finding.code, finding.span.line) == ("champ-inconnu", 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("> /// details | Un\n> Oui.\n", 1, id="in a quote"),
        pytest.param("- Oui.\n- /// details | Un\n", 2, id="in a list"),
        pytest.param("- Oui.\n\n    /// details | Un\n\n    Non.\n", 3, id="below an item"),
    ],
)
def test_a_block_left_open_within_a_list_or_a_quote_is_told(text: str, line: int) -> None:
    (finding,) = prose.findings(read_body(f"{text}\n/// details | Deux\nNon.\n///\n"))
    assert (finding.code, finding.span.line) == ("bloc-ouvert", line)


def test_a_block_that_continues_a_paragraph_is_told_to_be_out_of_place() -> None:
    (finding,) = prose.findings(read_body("Oui :\n    /// details | Un\n"))
    assert (finding.code, finding.span.line) == ("bloc-mal-place", 2)


@pytest.mark.parametrize(
    "text",
    [
        "> /// details | Un\n> Oui.\n> ///\n",
        "- Oui.\n\n    /// details | Un\n\n    Non.\n\n    ///\n",
        "Du code :\n\n    /// details | Un\n",
    ],
)
def test_a_block_that_ends_where_it_begins_is_no_problem(text: str) -> None:
    assert not prose.findings(read_body(f"{text}\nEnfin.\n"))


def test_brackets_without_end_are_told_where_they_begin() -> None:
    body = "Un texte.\n\nUne suite [" + "[".join(["\n" + "[" * 90] * 200)
    (finding,) = prose.findings(read_body(body))
    assert (finding.span.line, finding.span.column) == (3, 11)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- - - - - - - - - - - - - - -\n", id="a rule"),
        pytest.param("| " + "a | " * 20 + "\n|" + "---|" * 20 + "\n", id="a wide table"),
        pytest.param("    - d\n".join(["- a\n", "", "- b\n"]), id="lists of lists"),
        pytest.param("> Une citation.\n>\n> > Une autre.\n", id="quotes"),
        pytest.param("Un mot, puis « deux » ; R&D ! " * 100 + "\n", id="a long paragraph"),
    ],
)
def test_what_people_write_is_no_tangle(body: str) -> None:
    assert TANGLE not in {finding.code for finding in prose.findings(read_body(body))}


def test_a_front_matter_that_never_ends_is_cut_and_said() -> None:
    keys = "\n".join("# rien" for _ in range(20_000))
    codes = {finding.code for finding in _findings(f"---\n{keys}\n---\n".encode(), "pages")}
    assert "trop-de-problemes" in codes


def test_a_name_for_a_value_never_multiplies_it() -> None:
    bomb = "\n".join(
        f'"k{n}": &k{n} [{", ".join([f"*k{n - 1}"] * 9) if n else "x"}]' for n in range(40)
    )
    found = source.read(f"---\n{bomb}\n---\n".encode())
    assert found.front.findings


def test_hundreds_of_problems_in_one_file_are_cut_short() -> None:
    keys = "\n".join(f"cle_{n}: x" for n in range(10_000))
    codes = [finding.code for finding in _findings(f"---\n{keys}\n---\n".encode(), "pages")]
    assert len(codes) < 100
    assert "trop-de-problemes" in codes


def test_a_symbolic_link_is_said_and_not_followed(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root / "agenda" / "ailleurs.md").symlink_to("/etc/passwd")
    (root / "agenda" / "nulle-part.md").symlink_to("rien")
    (root / "images" / "boucle").symlink_to(root)
    assert {p.code for p in problems_of(root)} == {"lien-symbolique"}
    assert len(problems_of(root)) == 3


def test_a_folder_named_as_a_text_is_said(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root / "agenda" / "x.md").mkdir()
    assert [(p.code, p.source) for p in problems_of(root)] == [
        ("pas-un-fichier", "content/agenda/x.md")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", ["agenda/tuyau.md", "images/tuyau.svg", "documents/x.pdf"])
def test_a_pipe_is_never_opened(tmp_path: Path, name: str) -> None:
    root = content_folder(tmp_path)
    (root / name).parent.mkdir(exist_ok=True)
    os.mkfifo(root / name)
    assert [p.code for p in problems_of(root)] == ["pas-un-fichier"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
@pytest.mark.parametrize("name", ["vocabulaire.yml", "retires.yml"])
def test_a_pipe_in_the_place_of_a_list_is_never_opened(tmp_path: Path, name: str) -> None:
    root = content_folder(tmp_path)
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert "pas-un-fichier" in {p.code for p in problems_of(root)}


def test_a_socket_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = content_folder(tmp_path)
    monkeypatch.chdir(root / "agenda")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("prise.md")
        assert [p.code for p in problems_of(root)] == ["pas-un-fichier"]


def test_links_in_a_ring_are_said_and_not_followed(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root / "pages" / "a.md").symlink_to("b.md")
    (root / "pages" / "b.md").symlink_to("a.md")
    (root / "pages" / "moi.md").symlink_to("moi.md")
    assert [p.code for p in problems_of(root)] == ["lien-symbolique"] * 3


def test_folders_in_folders_without_end_are_walked(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    folder = root / "agenda"
    for _ in range(1200):
        folder = folder / "a"
        folder.mkdir()
    (folder / "x.md").write_text("x")
    assert [p.code for p in problems_of(root)] == ["fichier-egare"]
    while folder != root / "agenda":
        for path in folder.iterdir():
            path.unlink() if path.is_file() else path.rmdir()
        folder = folder.parent


def test_a_folder_that_may_not_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = content_folder(tmp_path)
    iterdir = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path.name == "metiers":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert ("illisible", "content/metiers") in {(p.code, p.source) for p in problems_of(root)}


def test_a_content_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert {"illisible", "page-manquante", "vocabulaire"} <= {
        problem.code for problem in problems_of(tmp_path / "content")
    }


@pytest.mark.parametrize("name", [NEWS, "images/cercle.svg"])
def test_a_file_that_vanishes_while_it_is_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = content_folder(tmp_path)
    fstat = Path.stat
    seen: list[Path] = []

    def vanished(path: Path, **more: bool) -> os.stat_result:
        seen.append(path)
        if path == root / name and seen.count(path) > 1:
            raise FileNotFoundError(2, "No such file or directory")
        return fstat(path, **more)

    monkeypatch.setattr(Path, "stat", vanished)
    assert ("illisible", f"content/{name}") in {(p.code, p.source) for p in read(root).problems}


def test_two_names_that_differ_in_capitals_only_are_said(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root / "images" / "CERCLE.svg").write_bytes((root / "images" / "cercle.svg").read_bytes())
    assert "noms-confondus" in {p.code for p in problems_of(root)}


def test_two_names_that_differ_in_their_form_of_accents_are_said(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "été.md")
        (root / "pages" / name).write_text(base("pages/contact.md"), "utf-8")
    assert [p.code for p in problems_of(root)] == ["nom-de-fichier"] * 2


@pytest.mark.parametrize("name", ["vocabulaire.yml", "retires.yml", "images/x.svg", "images/x.png"])
def test_nothing_huge_is_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root = content_folder(tmp_path)
    with (root / name).open("ab") as file:
        file.truncate(100_000_000)
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        assert path != root / name, "the file was read"
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    monkeypatch.setattr(Path, "read_text", lambda path, *more, **most: refused(path).decode())
    assert problems_of(root)


@given(st.binary(max_size=60), st.integers(0, 200), st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_broken_picture_is_read_or_said(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, at: int, form: str
) -> None:
    made = io.BytesIO()
    Image.new("RGB", (8, 6), "red").save(made, form, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01")
    content = made.getvalue()
    path = tmp_path_factory.mktemp("p") / f"x.{form.lower()}"
    path.write_bytes(content[:at] + damage + content[at + len(damage) :])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for reader in (picture_size, picture):
            with contextlib.suppress(ValueError, OSError):
                reader(path)


@pytest.mark.parametrize("text", ["<svg" * 200_000, "<svg " + 'width="1' * 100_000, "<" * 10**6])
def test_a_drawing_that_never_opens_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.svg").write_text(text)
    with pytest.raises(ValueError, match="not a well-formed drawing"):
        picture_size(tmp_path / "x.svg")


def test_nothing_but_the_table_of_codes_reaches_an_editor(tmp_path: Path) -> None:
    """A text that is not pydantic's own, under a code that is explained: for every wrong value."""
    for folder, model in TYPES.items():
        keys = [field.alias for field in model.model_fields.values()]
        for value in ("x", "[x]", "{x: y}", "[[x]]", "[{x: y}]", '"\\x00"', "9" * 400):
            lines = "\n".join(f"{key}: {value}" for key in keys)
            for finding in _findings(f"---\n{lines}\n---\n".encode(), folder):
                assert finding.code in CODES
                assert not re.search(r"\b(should|input|valid|unable)\b", finding.message)


def test_a_huge_file_is_not_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = content_folder(tmp_path)
    with (root / "agenda" / "enorme.md").open("wb") as file:
        file.truncate(100_000_000)
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        assert path.name != "enorme.md", "the file was read"
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert [p.code for p in problems_of(root)] == ["fichier-trop-gros"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_with_accents_is_said_in_both_forms(
    tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    root = content_folder(tmp_path)
    (root / "agenda" / unicodedata.normalize(form, "journée.md")).write_text(base(EVENT))
    (problem,) = (p for p in problems_of(root) if p.code == "nom-de-fichier")
    assert problem.message == "« journée.md » ne peut pas devenir une adresse"
    assert problem.fix == "renommez-le « journee.md »"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_picture_whose_name_has_accents_is_said_once_at_the_picture(
    tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    root = content_folder(tmp_path)
    (root / "images/cercle.svg").rename(root / "images" / unicodedata.normalize(form, "été.svg"))
    lay_over(root, {NEWS: base(NEWS).replace("cercle.svg", "été.svg")})
    (problem,) = problems_of(root)
    assert (problem.code, problem.fix) == ("nom-de-fichier", "renommez-le « ete.svg »")


def test_a_name_that_is_no_text_at_all_is_said(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    try:
        (root / "agenda" / os.fsdecode(b"caf\xe9.md")).write_text("x")
    except OSError:
        pytest.skip("this file system refuses such names")
    for problem in problems_of(root):
        as_text(problem).encode()
    assert [p.code for p in problems_of(root)] == ["nom-de-fichier", "sans-en-tete"]
