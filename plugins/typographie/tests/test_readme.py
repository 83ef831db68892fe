"""The README says what the code does: each rule with its words and its source, each setting."""

from pathlib import Path

import pytest

from typographie.options import RULE_NAMES
from typographie.rules import RULES, Rule

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_readme_tells_a_rule_in_its_own_words_with_its_source(rule: Rule) -> None:
    assert f"| `{rule.name}` | {rule.says} | {rule.source} |" in README


def test_the_readme_names_every_rule_that_can_be_switched() -> None:
    assert all(f"| `{name}` |" in README for name in RULE_NAMES)


def test_the_readme_s_number_of_cases_is_that_of_the_list() -> None:
    cases = (Path(__file__).parent / "cases.json").read_text("utf-8").count('"id":')
    assert f"Of the {cases} cases in" in README
