"""The catalogue of problems that editors read is the one the code and its fixtures make."""

from pathlib import Path

from association.editing.guide.catalogue import catalogue
from association.problems.codes import CODES
from tests.error_fixtures import EXPECTED, FIXTURES, code_of, names

PAGE = Path(__file__).resolve().parent.parent / "docs" / "redacteurs" / "problemes.md"


def examples() -> dict[str, str]:
    """The first problem that each code's plainest fixture shows of it."""
    found: dict[str, str] = {}
    for name in sorted(names(), key=lambda name: ("--" in name, name)):
        said = (FIXTURES / name / EXPECTED).read_text("utf-8").split("\n\n")
        own = [problem for problem in said if f"[{code_of(name)}] : " in problem]
        found.setdefault(code_of(name), own[0])
    return found


def test_the_catalogue_is_up_to_date(bless: bool) -> None:
    made = catalogue(examples())
    if bless:
        PAGE.write_text(made, "utf-8")
    assert made == PAGE.read_text("utf-8"), "run « invoke bless »"


def test_every_code_has_its_place_in_the_catalogue() -> None:
    text = PAGE.read_text("utf-8")
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == list(CODES)
