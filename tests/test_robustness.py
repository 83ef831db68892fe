"""Whatever bytes, names and kinds of file lie in the content's folder: problems, never a crash."""

import os
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.findings import Finding
from association.forges.annotations import as_annotation
from association.problems import as_text
from association.reading import read
from association.schema import TYPES, Vocabulary
from association.schema.validation import validated
from association.text import prose, source
from builders import (
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
    return [*found.findings, *wrong, *prose.findings(found.body)]


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
        assert finding.says
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
        assert problem.says
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
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    os.mkfifo(root / "agenda" / "tuyau.md")
    assert [p.code for p in problems_of(root)] == ["pas-un-fichier"]


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
def test_a_name_with_accents_is_said_in_both_forms(tmp_path: Path, form: str) -> None:
    root = content_folder(tmp_path)
    (root / "agenda" / unicodedata.normalize(form, "journée.md")).write_text(base(EVENT))
    (problem,) = (p for p in problems_of(root) if p.code == "nom-de-fichier")
    assert problem.says == "« journée.md » ne peut pas devenir une adresse"
    assert problem.fix == "renommez-le « journee.md »"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_picture_whose_name_has_accents_is_said_once_at_the_picture(
    tmp_path: Path, form: str
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
    assert [p.code for p in problems_of(root)] == ["nom-de-fichier"]
