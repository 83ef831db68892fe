"""A packed PDF is the same document to other programs' readers, and lighter."""

import re
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from association.printing.packed_pdf import packed
from association.printing.press import pdf_of
from tests.pdf_files import laid_open, pdf
from tests.programs import need

DAY = datetime(2026, 11, 21, tzinfo=UTC)
LAYOUT = """#set document(title: "Essai", date: none)
#set text(lang: "fr")
#for n in range(120) [= Titre #n
  #lorem(9) #link("https://association.example/" + str(n))[Lien #n]
]
"""


@pytest.fixture(scope="module")
def plain() -> bytes:
    return bytes(typst.compile(LAYOUT.encode(), format="pdf", pdf_standards=["ua-1"]))


def _written(content: bytes, folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _said(reader: PdfReader, number: int) -> bytes:
    """Return an object as it is written; objects of two readers are never equal."""
    written, found = BytesIO(), reader.get_object(number)
    if found is not None:
        found.write_to_stream(written)
    return written.getvalue()


def test_a_packed_document_is_half_as_heavy_at_most(plain: bytes) -> None:
    assert len(packed(plain)) < len(plain) / 2


def test_every_object_is_there_and_says_the_same(plain: bytes, tmp_path: Path) -> None:
    before = PdfReader(_written(plain, tmp_path, "before.pdf"))
    after = PdfReader(_written(packed(plain), tmp_path, "after.pdf"))
    for number in range(1, int(str(before.trailer["/Size"]))):
        assert _said(after, number) == _said(before, number), number
    for key in ("/Root", "/Info"):
        assert after.trailer.raw_get(key).idnum == before.trailer.raw_get(key).idnum
    assert after.trailer["/ID"] == before.trailer["/ID"]


@pytest.mark.parametrize("command", [("pdftotext", "-raw"), ("pdfinfo", "-struct-text")])
def test_poppler_reads_the_same_words_and_tags(
    plain: bytes, tmp_path: Path, command: tuple[str, str]
) -> None:
    program = need(command[0], "apt install poppler-utils")

    def read(content: bytes) -> bytes:
        path = _written(content, tmp_path, "read.pdf")
        given = [program, *command[1:], str(path), *(["-"] if command[0] == "pdftotext" else [])]
        done = subprocess.run(given, capture_output=True, check=True, timeout=60)
        return done.stdout + done.stderr

    assert b"Titre 119" in read(plain)
    assert read(packed(plain)) == read(plain)


def test_what_is_packed_can_be_laid_open(plain: bytes) -> None:
    said = b"https://association.example/119"
    assert said not in packed(plain)
    assert said in laid_open(packed(plain))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nbroken", packed(pdf())])
def test_what_is_written_in_another_way_stays_as_it_is(content: bytes) -> None:
    assert packed(content) == content


def test_no_reader_finds_a_fault_in_what_a_pdf_says_of_itself(tmp_path: Path) -> None:
    program = need("pdfinfo", "apt install poppler-utils")
    made = pdf_of("= Titre", {"document": "Essai", "association": "Essai"}, str(tmp_path), DAY)
    path = _written(made.content, tmp_path, "told.pdf")
    done = subprocess.run([program, str(path)], capture_output=True, check=True, timeout=60)
    assert not done.stderr
    assert re.search(rb"Pages: +1\b", done.stdout)
