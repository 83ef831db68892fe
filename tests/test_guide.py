"""The editors' guide holds what it promises: examples, messages, pictures, typography.

That its links and commands exist is said of every document, in ``test_documents``.
"""

import re
import shutil
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.commands.fix import correct
from association.problems.report import as_text
from tests.guide_pictures import PICTURES
from tests.guide_texts import FENCED, GUIDE, PAGES, WRITTEN, blocks, files, prose
from tests.pdf_files import pdf
from tests.texts_read_before import TEXTS

ROOT = Path(__file__).resolve().parents[1]
HEAVIEST_PICTURE = 60_000
ASOF = datetime(2027, 1, 1, tzinfo=UTC)
_BODY = "---\ntitre: Essai\ndate: 2027-01-01\nresume: Essai.\n---\n\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    # Documents that the guide leads to, and the site has not.
    (root / "documents").mkdir(exist_ok=True)
    for name in ("plan-d-acces", "statuts"):
        (root / f"documents/{name}.pdf").write_bytes(pdf())
    return root


_NO_MISTAKES = {"parution-a-venir", "lien-non-rendu"}


def _said_of(content: Path, changes: dict[str, str]) -> list[str]:
    """Return what the checker says of files, by their path from the root, once they are written.

    The guide's days are to come, and its people have not changed the other profile yet: that a news
    item will wait, or a link between two people, is no mistake.
    """
    for name, text in changes.items():
        (content.parent / name).write_text(text, "utf-8")
    found = verified(content, ASOF, cache=TEXTS).problems
    return [
        as_text(problem)
        for problem in found
        if problem.source in changes and problem.code not in _NO_MISTAKES
    ]


def _replaced(file: str, fields: str) -> str:
    """Return a file whose head has these fields, in place of those of the same names."""
    _, head, body = file.split("---\n", 2)
    if fields.startswith("lieux:"):
        # Several places stand instead of the one.
        fields = f"{fields}lieu:\n"
    for field in re.split(r"^(?=\w)", fields, flags=re.MULTILINE)[1:]:
        key = field.partition(":")[0]
        head = re.sub(rf"^{key}:.*\n(?:[ ].*\n)*", "", head, flags=re.MULTILINE) + field
    return f"---\n{head}---\n{body}"


COMPLETE = [
    "capsule.md",
    "documents-et-groupes.md",
    "evenement.md",
    "praticien.md",
    "premiere-actualite.md",
]


@pytest.mark.parametrize("page", COMPLETE)
def test_a_file_of_the_guide_can_be_copied_as_it_stands(page: str, content: Path) -> None:
    shown = files(page)
    assert shown
    # An event that another page announces is there when its report is written.
    assert _said_of(content, shown) == []


FRAGMENTS = [
    pytest.param(page, text, id=f"{page}-{number}")
    for page in COMPLETE
    for number, (language, text, _) in enumerate(blocks(page))
    if language == "yaml"
]


@pytest.mark.parametrize(("page", "fields"), FRAGMENTS)
def test_fields_shown_apart_fit_the_first_file_of_their_page(
    page: str, fields: str, content: Path
) -> None:
    name, file = next(iter(files(page).items()))
    assert _said_of(content, {name: _replaced(file, fields)}) == []


def test_every_fragment_of_the_guide_is_tried() -> None:
    assert len(FRAGMENTS) > 8


@pytest.mark.parametrize(
    ("language", "text"),
    [
        block[:2]
        for page in ("textes-et-images.md", "blocs.md")
        for block in blocks(page)
        if block.language != "text"
    ],
)
def test_a_manner_of_writing_shown_in_the_guide_is_taken(
    language: str, text: str, content: Path
) -> None:
    news = {"content/actualites/essai.md": _BODY + text}
    event = (content / "agenda" / "journee-de-rencontre-mars-2027.md").read_text("utf-8")
    if language == "yaml" and text.startswith("documents:"):
        news = {"content/agenda/journee-de-rencontre-mars-2027.md": _replaced(event, text)}
    elif language == "yaml" and text.startswith("video:"):
        [spoken] = [block for _, block, _ in blocks("textes-et-images.md") if "Transcr" in block]
        news = {"content/actualites/essai.md": _replaced(_BODY, text) + spoken}
    elif language == "yaml":
        news = {"content/actualites/essai.md": _replaced(_BODY, text)}
    assert _said_of(content, news) == []


def test_a_file_renamed_as_the_guide_says_is_taken(content: Path) -> None:
    [(_, address, _)] = blocks("forge.md")
    [text] = files("premiere-actualite.md").values()
    renamed = {"content/actualites/retour-de-dijon.md": _replaced(text, address)}
    assert _said_of(content, renamed) == []
    # What still names the former file is told.
    other = {"content/actualites/essai.md": f"{_BODY}[Dijon]({{filename}}atelier-de-dijon.md)\n"}
    assert "lien-casse" in "".join(_said_of(content, other))


def test_the_messages_shown_are_those_of_the_tool(content: Path) -> None:
    (_, mistaken, name), (_, messages, _), *_ = blocks("quand-c-est-rouge.md")
    assert "\n\n".join(_said_of(content, {name: mistaken})) + "\n" == messages


def test_the_correction_shown_is_that_of_the_tool(content: Path) -> None:
    (_, mistaken, name), *_, (_, shown, _) = blocks("quand-c-est-rouge.md")
    (content.parent / name).write_text(mistaken, "utf-8")
    said: list[str] = []

    def ask(question: str) -> str:
        said.append(question.strip())
        return "non"

    correct(content, ASOF, ask=ask, say=said.append)
    assert shown.strip() == "\n".join(said[:-1])


@pytest.mark.parametrize(
    ("wrong", "right"),
    re.findall(
        r"^\| `(\w+: .*)` \| `(\w+: .*)` \|$",
        (GUIDE / "quand-c-est-rouge.md").read_text("utf-8"),
        re.MULTILINE,
    ),
)
def test_a_usual_mistake_is_met_and_its_mend_is_taken(
    wrong: str, right: str, content: Path
) -> None:
    folder = "praticiens" if wrong.startswith(("site", "regions")) else "agenda"
    if wrong.startswith(("date", "titre", "resum")):
        folder = "actualites"
    base = {
        "actualites": _BODY,
        "agenda": (content / "agenda" / "atelier-pratique-dijon.md").read_text("utf-8"),
        "praticiens": (content / "praticiens" / "marie-darge.md").read_text("utf-8"),
    }[folder]
    name = f"content/{folder}/essai.md"
    base = re.sub(r"^(fin|serie|inscription):.*\n(?:[ ].*\n)*", "", base, flags=re.MULTILINE)
    # A start with an hour asks for an end.
    more = "\nfin: 2027-03-14 17:00\n" if right == "debut: 2027-03-14 09:30" else "\n"
    assert _said_of(content, {name: _replaced(base, wrong + "\n")}) != []
    assert _said_of(content, {name: _replaced(base, right + more)}) == []


def test_the_pictures_of_the_guide_are_light_and_shown() -> None:
    told = "".join(page.read_text("utf-8") for page in WRITTEN)
    for picture in PICTURES.glob("*.[ps][nv]g"):
        assert picture.stat().st_size < HEAVIEST_PICTURE, picture.name
        assert re.search(rf"!\[[^\]]+\]\(images/{picture.name}\)", told), picture.name


def test_every_picture_of_the_guide_is_held_to_the_program() -> None:
    made = {path.name for path in PICTURES.iterdir()}
    of_pages = {name for name in made if name.endswith(".png")}
    assert {name for name in made if name.endswith(".txt")} == {
        f"{name.removesuffix('.png')}.txt" for name in of_pages
    }
    tests = ROOT / "tests"
    holding = "".join(path.read_text("utf-8") for path in tests.rglob("test_guide_pictures.py"))
    assert [name for name in made if f'"{name.partition(".")[0]}"' not in holding] == []


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_the_french_of_the_guide_is_typed_well(page: Path) -> None:
    text = prose(page)
    assert not re.search(r"[\u00a0\u202f']|\w\"\w|\.\.\.", text)
    assert not re.search(r"[^\s|][;!?»]|«\S|[^\s\d|]:(?!/)", text)


def test_every_page_is_reached_from_the_first() -> None:
    seen, waiting = set(), [GUIDE / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        links = re.findall(r"\]\(([\w-]+\.md)", page.read_text("utf-8"))
        waiting += {GUIDE / link for link in links if (GUIDE / link).exists()} - seen
    assert set(PAGES) <= seen


def test_headings_of_the_guide_descend_one_level_at_a_time() -> None:
    for page in PAGES:
        text = FENCED.sub("", page.read_text("utf-8"))
        levels = [len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)]
        assert levels[0] == 1
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), page.name
