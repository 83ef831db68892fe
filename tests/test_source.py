"""A file's bytes are parted into fields and text, and what no editor sees is settled."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.source import source

FILE = "---\ntitre: Été à Évian\n---\n\nUn café.\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(FILE.encode(), id="plain"),
        pytest.param(FILE.encode("utf-8-sig"), id="byte-order mark"),
        pytest.param(FILE.replace("\n", "\r\n").encode(), id="Windows"),
        pytest.param(FILE.replace("\n", "\r").encode(), id="old Macintosh"),
        pytest.param(unicodedata.normalize("NFD", FILE).encode(), id="decomposed"),
        pytest.param(FILE.replace("---\n", "--- \n").encode(), id="blanks after the marks"),
    ],
)
def test_what_no_editor_sees_makes_no_difference(content: bytes) -> None:
    read = source.read(content)
    assert not read.findings
    assert read.front.plain() == {"titre": "Été à Évian"}
    assert read.body == "\nUn café.\n"
    assert read.body_line == 4


def test_blank_lines_before_the_fields_do_not_shift_places() -> None:
    read = source.read(f"\n\n{FILE}".encode())
    assert read.front.span_of(("titre",)).line == 4
    assert read.body_line == 6


@given(st.text(alphabet="abc \n", max_size=80), st.text(alphabet="xyz \n", max_size=80))
def test_the_body_is_what_follows_the_second_mark(head: str, body: str) -> None:
    fields = "".join(f"{word}: x\n" for word in dict.fromkeys(head.split()))
    read = source.read(f"---\n{fields}---\n{body}".encode())
    assert read.body == body
    assert read.lines[read.body_line - 1 :] == tuple(body.split("\n"))


@pytest.mark.parametrize("mark", ["--", "----", "—-", "———", "–––", "- --", "-–-"])
def test_a_mark_of_other_dashes_is_said_and_taken_for_one(mark: str) -> None:
    read = source.read(FILE.replace("\n---\n", f"\n{mark}\n").encode())
    assert [(f.code, f.span.line) for f in read.findings] == [("en-tete-ouvert", 3)]
    assert read.body == "\nUn café.\n"


def test_the_fields_are_read_though_their_marks_are_missing() -> None:
    for text in (FILE[4:], FILE.replace("\n---\n", "\n")):
        read = source.read(text.encode())
        assert len(read.findings) == 1
        assert read.front.plain() == {"titre": "Été à Évian"}


def test_a_rule_within_the_text_ends_nothing() -> None:
    read = source.read(f"{FILE}\n---\n\nEt la suite.\n".encode())
    assert "Et la suite." in read.body


def test_the_line_of_the_first_wrong_byte_is_said() -> None:
    (finding,) = source.read("---\ntitre: Journee\nresume: Été\n---\n".encode("latin-1")).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("encodage", 3, 9)


@pytest.mark.parametrize("size", [0, 1, source.LARGEST_FILE])
def test_a_file_of_an_ordinary_size_is_not_too_large(size: int) -> None:
    codes = {finding.code for finding in source.read(b"x" * size).findings}
    assert "fichier-trop-gros" not in codes
