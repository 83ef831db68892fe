"""The two files of pins agree with one another and with what the project asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.pins import ROOT, RUNTIME, WHOLE, pins_for

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = {path: path.read_text("utf-8") for path in (RUNTIME, WHOLE)}


def _blocks(requirements: str) -> set[str]:
    """Return each pin with its hashes, without what asked for it."""
    bare = re.sub(r"^ *#.*\n", "", requirements, flags=re.M)
    return set(re.split(r"\n(?=\S)", bare.strip()))


def test_what_builds_the_site_is_pinned_alike_in_both_files() -> None:
    assert _blocks(PINNED[RUNTIME]) < _blocks(PINNED[WHOLE])


@pytest.mark.parametrize("path", PINNED, ids=lambda path: path.name)
def test_every_pin_is_of_one_version_and_held_by_a_hash(path: Path) -> None:
    for block in _blocks(PINNED[path]):
        assert re.match(r"[a-z0-9-]+(\[[a-z,-]+\])?==[^*,]+ \\\n", block), block
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("python", ["3.11.0", "3.11.2", "3.12.0", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_promised_machine_gets_what_the_project_asks_for(python: str, system: str) -> None:
    machine = {
        "python_version": python[:4],
        "python_full_version": python,
        "sys_platform": system,
        "platform_machine": "x86_64",
    }
    asked = {
        RUNTIME: PROJECT["dependencies"],
        WHOLE: [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]],
    }
    for path, lines in asked.items():
        found = pins_for(PINNED[path], **machine)
        names = [pin.name for pin in found]
        assert len(names) == len(set(names))
        taken = {pin.name: pin for pin in found}
        for wanted in map(Requirement, lines):
            if wanted.marker and not wanted.marker.evaluate(machine):
                continue
            pin = taken[canonicalize_name(wanted.name)]
            [specifier] = pin.specifier
            assert wanted.specifier.contains(specifier.version), wanted
            assert wanted.extras <= pin.extras, wanted
