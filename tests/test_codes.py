"""The codes of problems: none is used without its explanation, none is explained in vain."""

import ast
import re
from pathlib import Path

import pytest

import association
from association.problems.codes import CODES

PLUGINS = Path(association.__file__).parent.parent
MODULES = [path for path in sorted(PLUGINS.rglob("*.py")) if path.parent.name != "tests"]
# Where each of these calls takes its code: the rank of the argument, or its keyword.
_RANKS = {"Finding": 1, "Violation": 1, "wrong": 0, "Advice": 2}


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def codes_used() -> dict[str, str]:
    """Every code written in the plugins, with the module that gives it."""
    found: dict[str, str] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or _name(node) not in _RANKS:
                continue
            rank = _RANKS[_name(node)]
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            given += node.args[rank : rank + 1]
            for value in given:
                if isinstance(value, ast.Constant):
                    found[str(value.value)] = path.name
    return found


def test_every_code_that_a_check_gives_is_explained() -> None:
    assert {code: at for code, at in codes_used().items() if code not in CODES} == {}


def test_no_code_is_explained_that_no_check_gives() -> None:
    written = "".join(path.read_text("utf-8") for path in MODULES if path.name != "codes.py")
    assert [code for code in CODES if f'"{code}"' not in written] == []


def test_codes_are_in_the_order_of_the_alphabet() -> None:
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_code_can_be_typed_on_any_keyboard(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_made_of_whole_sentences(code: str) -> None:
    words = CODES[code]
    assert words[0].isupper() or words[0] in "«{"
    assert words.endswith((".", "…", "»"))
    assert "'" not in words
    assert "  " not in words
    assert not re.search(r"«[^ ]|[^ ]»", words), "guillemets take their spaces"
