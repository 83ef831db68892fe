"""Each métier, capsule and programme has a PDF that says what its page says."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from association.printing.text_pdf import Sheet, text_pdf
from association.printing.typst_markup import typst_text
from association.source.tree import read_body
from tests.builders import content_folder, problems_of
from tests.built_site import BuiltSite, Page, words
from tests.pdf_files import laid_open, pdf
from tests.printing.test_typst_markup import letters, parts
from tests.programs import need

_HOME = "https://association.example/"
_PATH = re.compile(r"/documents/(?:metier|capsule|programme)-[\w-]+\.pdf")

# What the page of a capsule adds after its text.
_BESIDE_THE_TEXT = {"suivi"}


def printed(site: BuiltSite) -> dict[str, tuple[Page, str]]:
    """Return the page that leads to each PDF of a text, and how it names it."""
    return {
        found[0]: (page, words(link))
        for page in site.pages.values()
        for link in page.all("a")
        if (found := _PATH.fullmatch(link.get("href", "")))
    }


def said_by(path: Path) -> str:
    """Return the words of a PDF, without the foot of its pages."""
    program = need("pdftotext", "apt install poppler-utils")
    done = subprocess.run([program, "-raw", path, "-"], capture_output=True, check=True, timeout=60)
    lines = done.stdout.decode().splitlines()
    return "\n".join(line for line in lines if not re.search(r" · \d+$", line))


def test_paper_says_what_the_screen_says(production_site: BuiltSite) -> None:
    found = printed(production_site)
    assert len(found) >= 8
    for path, (page, _) in found.items():
        [prose] = [one for one in page.all("div") if one.get("class") == "prose"]
        for part in list(prose):
            if _BESIDE_THE_TEXT & {part.get("class"), part.get("aria-labelledby")}:
                prose.remove(part)
        said = letters(said_by(production_site.folder / path.lstrip("/")))
        for header in prose.iter("thead"):
            # It stands again where its table goes on overleaf.
            columns = letters("".join(header.itertext()))
            once, _, rest = said.partition(columns)
            said = once + columns + rest.replace(columns, "")
        assert letters(" ".join(parts(prose))) in said, path


def test_a_link_says_how_many_pages_a_pdf_has(production_site: BuiltSite) -> None:
    for path, (_, label) in printed(production_site).items():
        file = production_site.folder / path.lstrip("/")
        pages = len(PdfReader(file).pages)
        assert f"(PDF, {pages} page{'s' if pages > 1 else ''}, " in label
        assert f"{max(1, round(file.stat().st_size / 1000))} ko)" in label
        content = laid_open(file.read_bytes())
        assert b"/Marked true" in content
        assert re.search(rb"<pdfuaid:part>\s*1\s*</pdfuaid:part>", content)


def test_a_file_of_an_editor_does_not_stand_where_the_site_writes(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    (root / "documents/metier-intervenant.pdf").write_bytes(pdf())
    sources = [problem.source for problem in problems_of(root) if problem.code == "nom-reserve"]
    assert sources == ["content/documents/metier-intervenant.pdf"]


@pytest.mark.parametrize("above", [24, 30, 33])
def test_the_lines_of_an_answer_are_on_the_sheet_of_their_exercise(above: int) -> None:
    exercise = read_body("/// exercice | À vous\n\nÉcrivez-le.\n\n///\n").html
    code = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    sheet = Sheet("Capsule", "Un titre", "", "Association", _HOME, code)
    made = text_pdf(sheet, typst_text("<p>Une ligne.</p>" * above + exercise, _HOME), {}, None)
    [page] = (
        page
        for page in PdfReader(BytesIO(made.content)).pages
        if "Écrivez-le" in page.extract_text()
    )
    contents = page.get_contents()
    assert contents is not None
    assert contents.get_data().count(b" l\n") >= 4
