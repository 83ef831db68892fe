"""Every problem has a content that shows it, and the text that an editor reads is exactly this."""

import re
from pathlib import Path

import pytest

from association.checks.all_checks import verified
from association.problems.codes import CODES
from association.problems.report import Problem
from tests.builders import TODAY, content_folder, problems_of
from tests.error_fixtures import EXPECTED, FIXTURES, code_of, names, problems, text

# A file that its owner may not read: the tests may run as one who may read everything.
_WITHOUT_FIXTURE = {"illisible"}


@pytest.fixture(scope="module", params=names())
def said_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[Problem]]:
    """A fixture's name, and what is said of it."""
    return request.param, problems(request.param, tmp_path_factory.mktemp("fixture"))


def test_an_editor_reads_what_is_expected(said_of: tuple[str, list[Problem]], bless: bool) -> None:
    name, found = said_of
    said = text(found)
    expected = FIXTURES / name / EXPECTED
    if bless:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_a_mistake_is_said_by_its_own_code(name: str) -> None:
    said = (FIXTURES / name / EXPECTED).read_text("utf-8")
    assert code_of(name) in re.findall(r"^(?:erreur|conseil|rappel)\[([\w-]+)\] : ", said, re.M)


def test_a_mistake_is_said_once() -> None:
    """But for a tag that is opened and closed, and what is meant to be said again and again."""
    again = {"titre-saute--soeurs", "liste-imbriquee--trois-niveaux"}
    again |= {"balise", "exemple-en-production", "texte-a-valider", "trop-de-problemes"}
    for name in set(names()) - again:
        said = (FIXTURES / name / EXPECTED).read_text("utf-8")
        errors = re.findall(r"^erreur\[([\w-]+)\] : ", said, re.M)
        assert len(errors) <= 1, name


def test_a_caret_stands_under_signs_that_exist(said_of: tuple[str, list[Problem]]) -> None:
    for problem in said_of[1]:
        if problem.line_text:
            assert problem.span.column <= len(problem.line_text) + 1
            assert problem.span.end_column <= len(problem.line_text) + 2
        if problem.related:
            assert problem.related.line_text.strip()


def test_every_code_has_a_fixture() -> None:
    assert set(CODES) - {code_of(name) for name in names()} - _WITHOUT_FIXTURE == set()


def test_no_fixture_is_about_a_code_that_is_gone() -> None:
    assert {code_of(name) for name in names()} - set(CODES) == set()


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = content_folder(tmp_path)
    read_bytes = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "contact.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    (problem,) = problems_of(root)
    assert (problem.code, problem.source) == ("illisible", "content/pages/contact.md")


def test_the_base_of_all_fixtures_has_no_problem(tmp_path: Path) -> None:
    assert problems_of(content_folder(tmp_path)) == []


@pytest.mark.parametrize("name", names())
def test_every_text_is_typeset_as_french_is(name: str) -> None:
    """No straight apostrophe, no double space, guillemets with their spaces: in our own words."""
    for line in (FIXTURES / name / EXPECTED).read_text("utf-8").split("\n"):
        sentence = re.match(r"^(?:erreur|conseil|rappel)\[[\w-]+\] : (.*)$", line)
        if sentence:
            ours = re.sub(r"« [^»]* »", "", sentence[1])
            assert "'" not in ours
            assert "  " not in sentence[1].replace("«  »", "")
            assert not ours.endswith("."), "a sentence of a problem has no full stop"


def test_all_problems_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    broken = dict.fromkeys(("pages/contact.md", "pages/agenda.md"), "---\ntitre: a : b\n---\n")
    root = content_folder(tmp_path, broken)
    sources = {problem.source for problem in verified(root, TODAY).problems}
    assert {"content/pages/contact.md", "content/pages/agenda.md"} <= sources
