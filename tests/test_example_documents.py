"""The example documents of the archive are what their sources make, to the byte."""

from pathlib import Path

import pytest
import typst

from association.printing.press import without_suspects
from tests.built_site import ROOT, SHIPPED

SOURCES = sorted((ROOT / "tools" / "documents").glob("*-*.typ"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_an_example_document_is_what_its_source_makes(source: Path, bless: bool) -> None:
    made = typst.compile(
        source, format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=0
    )
    made = without_suspects(made)
    file = SHIPPED / "documents" / f"{source.stem}.pdf"
    if bless:
        file.write_bytes(made)
    assert file.read_bytes() == made


def test_every_example_document_of_the_archive_has_a_source() -> None:
    archived = {path.stem for path in (SHIPPED / "documents").glob("*.md")}
    assert archived == {source.stem for source in SOURCES}
