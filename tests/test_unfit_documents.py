"""A PDF that does more than being read is told with its place; so is one that cannot be read."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from association.checks import document_checks
from association.checks.acts_of_pdf import Act, UnreadablePdfError, acts_of_pdf
from association.checks.all_checks import verified
from association.core.pdf import PdfFacts, pdf_facts
from association.core.results_cache import ResultsCache
from tests.builders import TODAY, content_folder, problems_of
from tests.pdf_files import TAGGED, TITLED, pdf

DOCUMENT = "documents/programme.pdf"
LAUNCH = "il lance un programme"
PROGRAM = "il contient un programme (JavaScript)"
ALERT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
CODED = ALERT.replace("JavaScript", "J#61va#53cript")
NAMES = "<< /Names [(a) 4 0 R] >>"
BUTTON = "/Annots [<< /Type /Annot /Subtype /Widget /FT /Btn /Rect [0 0 9 9] {} >>]"


def test_a_page_and_its_links_do_nothing() -> None:
    link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://a.fr) >> >>"
    inside = "/OpenAction [3 0 R /Fit] /PageMode /UseOutlines"
    assert acts_of_pdf(pdf(link, catalog=inside, page="/Annots [4 0 R]")) == ()


@pytest.mark.parametrize(
    ("content", "what", "where"),
    [
        (pdf(ALERT, catalog="/OpenAction 4 0 R"), PROGRAM, "objet 4"),
        (pdf(catalog=f"/OpenAction {ALERT}"), PROGRAM, "objet 1"),
        (pdf(CODED, catalog="/OpenAction 4 0 R"), PROGRAM, "objet 4"),
        (pdf(ALERT, NAMES, catalog="/Names << /JavaScript 5 0 R >>"), PROGRAM, "objet 4"),
        (pdf(ALERT, page="/AA << /O 4 0 R >>"), PROGRAM, "page 1"),
        (pdf(ALERT, page=BUTTON.format("/A 4 0 R")), PROGRAM, "page 1"),
        (pdf(ALERT, page=BUTTON.format("/AA << /K 4 0 R >>")), PROGRAM, "page 1"),
        (pdf(ALERT, page=BUTTON.format("/A << /S /Named /Next [4 0 R] >>")), PROGRAM, "page 1"),
        (pdf(page=BUTTON.format("/A << /S /Launch /F (a.exe) >>")), LAUNCH, "page 1"),
        (
            pdf(page=BUTTON.format("/A << /S /SubmitForm /F (https://a.fr) >>")),
            "il envoie ce que l’on y écrit",
            "page 1",
        ),
        (
            pdf(page=BUTTON.format("/A << /S /ImportData /F (a.fdf) >>")),
            "il prend des données d’un fichier",
            "page 1",
        ),
        (
            pdf(page=BUTTON.format("/A << /S /GoToR /F (autre.pdf) /D [0 /Fit] >>")),
            "il ouvre un autre fichier",
            "page 1",
        ),
        (
            pdf("<< /S /URI /URI (https://a.fr) >>", catalog="/OpenAction 4 0 R"),
            "il ouvre de lui-même une adresse",
            "objet 1",
        ),
        (
            pdf(page="/AA << /O << /S /Named /Next << /S /URI /URI (https://a.fr) >> >> >>"),
            "il ouvre de lui-même une adresse",
            "page 1",
        ),
        (
            pdf("<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>", catalog="/AF [4 0 R]"),
            "il contient un autre fichier",
            "objet 4",
        ),
        (
            pdf(page="/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]"),
            "il contient un contenu animé",
            "page 1",
        ),
        (
            pdf(catalog="/AcroForm << /Fields [] /XFA (x) >>"),
            "il contient un formulaire qui se compose lui-même (XFA)",
            "objet 1",
        ),
    ],
)
def test_what_a_document_does_is_told_with_its_place(content: bytes, what: str, where: str) -> None:
    assert acts_of_pdf(content) == (Act(what, where),)


def test_what_a_compressed_object_does_is_told() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(ALERT, catalog="/OpenAction 4 0 R"))))
    writer.add_attachment("lettre.txt", b"Bonjour.")
    held = BytesIO()
    writer.compress_identical_objects()
    writer.write(held)
    assert {act.what for act in acts_of_pdf(held.getvalue())} == {
        PROGRAM,
        "il contient un autre fichier",
    }


def test_an_object_that_no_table_names_is_told() -> None:
    content = pdf() + b"9 0 obj\n<< /S /L#61unch /F (a) >>\nendobj\n"
    assert [act.what for act in acts_of_pdf(content)] == [LAUNCH]


@pytest.mark.parametrize(
    "harmless",
    [
        "/URI (https://developer.example/docs/Web/JavaScript)",
        "/Title (Le départ \\( \\) (/Launch) /SubmitForm)",
        "/Title (100 % /JavaScript) % /Launch\n",
        "/Title (\\\\) /Subject (/ImportData)",
    ],
)
def test_what_a_string_or_a_comment_names_does_nothing(harmless: str) -> None:
    assert acts_of_pdf(pdf(f"<< {harmless} >>")) == ()


@pytest.mark.parametrize(
    "before",
    [
        "/Title (Programme)",
        "/Title (100 %)",
        "/Title (\\\\)",
        "/Title (a \\) b)",
        "% (\n",
        "/Title (((",
        "/Title )",
    ],
)
def test_a_string_or_a_comment_hides_nothing_beside_it(before: str) -> None:
    content = pdf() + f"8 0 obj (\nendobj\n9 0 obj\n<< {before} /S /Launch >>\nendobj\n)".encode()
    assert [act.what for act in acts_of_pdf(content)] == [LAUNCH]


def test_actions_that_follow_one_another_in_a_circle_end() -> None:
    circle = "<< /S /Named /N /NextPage /Next [4 0 R 4 0 R 3 0 R] >>"
    assert acts_of_pdf(pdf(circle, catalog="/OpenAction 4 0 R", page="/AA << /O 4 0 R >>")) == ()


@pytest.mark.parametrize("length", [12, 40, 200, -60])
def test_a_document_cut_short_says_what_it_is_or_that_it_is_broken(length: int) -> None:
    content = pdf(ALERT, catalog="/OpenAction 4 0 R")[:length]
    try:
        acts = acts_of_pdf(content)
    except UnreadablePdfError:
        return
    assert acts


def test_a_password_is_told_and_a_mere_restriction_is_not(tmp_path: Path) -> None:
    said = {}
    for name, user in (("ouvert", ""), ("ferme", "secret")):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(catalog=TAGGED, trailer=TITLED))))
        writer.encrypt(user, "maitre", algorithm="AES-256")
        held = BytesIO()
        writer.write(held)
        root = content_folder(tmp_path / name, {DOCUMENT: held.getvalue()})
        said[name] = [(one.code, one.message) for one in problems_of(root)]
    assert said["ouvert"] == []
    assert said["ferme"] == [("document-illisible", "ce PDF demande un mot de passe")]


@pytest.mark.parametrize(
    ("catalog", "facts"),
    [
        (TAGGED, PdfFacts(1, "Programme", is_tagged=True)),
        ("/MarkInfo << /Marked true >>", PdfFacts(1, "Programme", is_tagged=False)),
        (TAGGED.replace("true", "false"), PdfFacts(1, "Programme", is_tagged=False)),
    ],
)
def test_a_document_is_tagged_when_it_says_so_and_has_tags(catalog: str, facts: PdfFacts) -> None:
    assert pdf_facts(pdf(catalog=catalog, trailer=TITLED)) == facts


@pytest.mark.parametrize("title", ["", " \\n ", "<FEFF>"])
def test_a_title_of_blanks_is_none(title: str) -> None:
    written = title if title.startswith("<") else f"({title})"
    facts = pdf_facts(pdf(trailer=f"/Info << /Title {written} >>"))
    assert facts is not None
    assert facts.title == ""


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("untitled", True),
        ("Microsoft Word - statuts 2018.docx", True),
        ("statuts-2018.odt\\000", True),
        ("Sans titre 1", True),
        ("Document2", True),
        ("Statuts", False),
        ("Document de travail", False),
        ("Untitled, une exposition", False),
    ],
)
def test_what_programs_write_of_themselves_is_no_title(
    tmp_path: Path, title: str, is_told: bool
) -> None:
    document = pdf(catalog=TAGGED, trailer=f"/Info << /Title ({title}) >>")
    found = problems_of(content_folder(tmp_path, {DOCUMENT: document}))
    assert [one.code for one in found] == (["document-sans-titre"] if is_told else [])


def test_the_title_of_the_metadata_stream_counts() -> None:
    words = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>'
        '<rdf:Alt><rdf:li xml:lang="x-default">Statuts</rdf:li></rdf:Alt></dc:title>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    stream = f"<< /Type /Metadata /Subtype /XML /Length {len(words)} >>\nstream\n{words}\nendstream"
    facts = pdf_facts(pdf(stream, catalog="/Metadata 4 0 R"))
    assert facts is not None
    assert facts.title == "Statuts"


def test_a_document_is_read_again_only_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = content_folder(tmp_path, {DOCUMENT: pdf(catalog=f"/OpenAction {ALERT}")})
    said = []
    for _ in range(2):
        cache = ResultsCache(tmp_path / "cache")
        said.append([one.code for one in verified(root, TODAY, cache=cache).problems])
        cache.save()
        monkeypatch.delattr(document_checks, "acts_of_pdf", raising=False)
    assert said[0] == said[1]
    assert "document-actif" in said[0]
