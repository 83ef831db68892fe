"""The list of cases: each rule in each country, input and expected output."""

import json
import re
from pathlib import Path

import pytest

from typographie import Options, typeset_html, typeset_text
from typographie.locales import LOCALES
from typographie.options import RULE_NAMES

CASES = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
PLAIN = [case for case in CASES if "<" not in case["input"] and "&" not in case["input"]]


def compared(text: str) -> str:
    """The text as cases compare it: without joiners and without typogrify's own spans."""
    without_spans = re.sub(r'<span class="amp">(.*?)</span>', r"\1", text)
    return without_spans.replace("\u2060", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_comes_out_as_expected(case: dict[str, str]) -> None:
    assert compared(typeset_html(case["input"], case["locale"])) == case["expected"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_is_expected_is_typeset_already(case: dict[str, str]) -> None:
    assert compared(typeset_html(case["expected"], case["locale"])) == case["expected"]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case["id"])
def test_plain_text_gets_the_same_typography(case: dict[str, str]) -> None:
    assert typeset_text(case["input"], case["locale"]) == case["expected"]


def test_each_rule_has_a_case_in_each_country() -> None:
    wanted = {(rule, country) for rule in RULE_NAMES for country in LOCALES}
    assert wanted <= {(case["rule"], case["locale"]) for case in CASES}


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_a_rule_switched_off_does_nothing_and_leaves_others_alone(rule: str) -> None:
    without = Options(off=frozenset({rule}))
    alone = Options(off=frozenset(RULE_NAMES) - {rule})
    at_work = [
        case["input"]
        for case in CASES
        if case["rule"] == rule
        and typeset_html(case["input"], case["locale"], options=alone) != case["input"]
    ]
    assert at_work
    assert any(typeset_html(text, options=without) != typeset_html(text) for text in at_work)


def test_no_rule_at_all_gives_the_source_back() -> None:
    nothing = Options(off=frozenset(RULE_NAMES))
    for case in CASES:
        assert "&" in case["input"] or (
            typeset_html(case["input"], case["locale"], options=nothing) == case["input"]
        )
