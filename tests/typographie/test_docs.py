"""The guide says what the code does: each rule with its words and its source, each setting."""

from pathlib import Path

import pytest

from typographie.choices import RULE_NAMES
from typographie.rules import RULES, Rule

GUIDE = (Path(__file__).parents[2] / "docs" / "typographie.md").read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_guide_tells_a_rule_in_its_own_words_with_its_source(rule: Rule) -> None:
    assert f"| `{rule.name}` | {rule.says} | {rule.source} |" in GUIDE


def test_the_guide_names_every_rule_that_can_be_switched() -> None:
    assert all(f"| `{name}` |" in GUIDE for name in RULE_NAMES)


def test_the_guide_s_number_of_cases_is_that_of_the_list() -> None:
    cases = (Path(__file__).parent / "cases.json").read_text("utf-8").count('"id":')
    assert f"Sur les {cases} cas" in GUIDE
