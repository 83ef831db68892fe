"""What the project is made of is listed, with licences that may go with its own."""

import json
import re
from pathlib import Path

import pytest
from tools.inventory import LICENCES, licence_of, locks, node_licences, pins_of
from tools.pins import RUNTIME, WHOLE

ROOT = Path(__file__).resolve().parent.parent
# What a program under AGPL-3.0-or-later may be made with, or tested by.
_WITH_OURS = re.compile(
    r"MIT|BSD|Apache|PSF|Python|MPL|ISC|0BSD|GPL|LGPL|Public Domain|CNRI|Unlicense|CC0|BlueOak"
)


def _listed() -> dict[str, str]:
    rows = re.findall(r"^\| (\S+) \| (.+) \|$", LICENCES.read_text("utf-8"), re.M)
    return {name: licence for name, licence in rows if name != "package" and "---" not in name}


def test_every_pinned_package_is_listed_and_nothing_else() -> None:
    wanted = set(pins_of(WHOLE.read_text("utf-8")))
    for lock in locks():
        wanted |= node_licences(lock).keys()
    assert set(_listed()) == wanted, "run « invoke inventaire »"


def test_every_licence_goes_with_that_of_the_project() -> None:
    assert {
        name: licence for name, licence in _listed().items() if not _WITH_OURS.search(licence)
    } == {}


def test_no_committed_file_names_a_registry() -> None:
    for path in [RUNTIME, WHOLE, ROOT / "pyproject.toml", *locks()]:
        text = path.read_text("utf-8")
        assert not re.search(
            r"--(extra-)?index-url|--find-links|registry\.|/simple/|resolved", text
        ), path


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ([{"license": {"id": "MIT"}}, {"license": {"name": "x :: MIT License"}}], "MIT"),
        ([{"expression": "Apache-2.0 OR BSD-3-Clause"}], "Apache-2.0 OR BSD-3-Clause"),
        ([{"license": {"name": "License :: OSI Approved :: BSD License"}}], "BSD License"),
        ([], ""),
    ],
)
def test_a_licence_is_named_shortly(declared: list[object], expected: str) -> None:
    assert licence_of({"licenses": json.loads(json.dumps(declared))}) == expected
