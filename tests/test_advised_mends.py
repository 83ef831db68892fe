"""No mend makes it worse: who does what a message says gets what was meant."""

import shutil
from pathlib import Path

import pytest

from association.problems.findings import Severity
from association.problems.report import Problem
from tests.advised_mends import A_CHOICE, OF_PASSAGES, follow, meant, outcome
from tests.builders import corrected, lay_over, problems_of
from tests.error_fixtures import FIXTURES, INTENTION, code_of, names, problems


def _intention(name: str) -> str:
    path = FIXTURES / name / INTENTION
    return path.read_text("utf-8") if path.is_file() else A_CHOICE


_LEFT_TO_PEOPLE = {name for name in names() if meant(_intention(name)) is None}


# Who verifies again is told what is left of the same mistake.
_MOST_ROUNDS = 3


def _of_code(code: str, found: list[Problem]) -> list[Problem]:
    return [problem for problem in found if problem.code == code]


def _errors(found: list[Problem]) -> set[str]:
    return {problem.code for problem in found if problem.severity is Severity.ERROR}


_FOLLOWED = sorted(
    name for name in set(names()) - _LEFT_TO_PEOPLE if code_of(name) not in OF_PASSAGES
)


@pytest.mark.parametrize("name", _FOLLOWED)
def test_a_mend_followed_to_the_letter_gives_what_was_meant(name: str, tmp_path: Path) -> None:
    wanted = meant(_intention(name))
    assert wanted
    before = problems(name, tmp_path)
    root = tmp_path / "content"
    assert follow(root, before)
    after = problems_of(root)
    for _ in range(_MOST_ROUNDS):
        # A line with the same mistake twice says it once.
        after = problems_of(root) if follow(root, _of_code(code_of(name), after)) else after
    assert code_of(name) not in {problem.code for problem in after}
    assert _errors(after) <= _errors(before)
    assert outcome(root / wanted.path, wanted.path, wanted.fields) == wanted


def test_every_fixture_says_what_its_writer_meant() -> None:
    assert [name for name in names() if not (FIXTURES / name / INTENTION).is_file()] == []


@pytest.mark.parametrize("name", sorted(_LEFT_TO_PEOPLE))
def test_a_message_that_leaves_a_choice_says_no_other_text(name: str, tmp_path: Path) -> None:
    found = [problem for problem in problems(name, tmp_path) if problem.code == code_of(name)]
    assert follow(tmp_path / "content", found) == 0


@pytest.mark.parametrize("name", sorted(set(names()) - _LEFT_TO_PEOPLE))
def test_a_mend_that_a_program_makes_is_the_one_that_is_advised(name: str, tmp_path: Path) -> None:
    wanted = meant(_intention(name))
    assert wanted
    problems(name, tmp_path)
    root = tmp_path / "content"
    shutil.rmtree(tmp_path / ".git", ignore_errors=True)
    made = corrected(root)
    if wanted.path in made:
        lay_over(root, made)
        assert outcome(root / wanted.path, wanted.path, wanted.fields) == wanted
