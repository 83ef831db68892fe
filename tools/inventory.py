"""What the project is made of: an inventory in CycloneDX, and the licence of every package.

    python -m tools.inventory

Writes ``inventaire.cdx.json``, which goes with a publication, and ``docs/licences.md``, which is
kept. The inventory is that of the environment it runs in, cut down to what
``requirements-dev.txt`` pins for Linux.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from tools.pins import ROOT, WHOLE, pins_for

INVENTORY = ROOT / "inventaire.cdx.json"
LICENCES = ROOT / "docs" / "licences.md"

Component = dict[str, Any]

_HEAD = """\
# Licences of what the project uses

Made by `invoke inventaire` from the packages that `requirements-dev.txt` and the
`package-lock.json` files pin. The project itself is under AGPL-3.0-or-later.
"""

# What a package declares in a file of its own, read there.
_IN_A_FILE = {"@digitalbazaar/credentials-context": "BSD-3-Clause AND W3C-20150513"}


def pins_of(requirements: str) -> frozenset[str]:
    """Return the names that a text of hashed requirements pins for Linux."""
    return frozenset(
        canonicalize_name(pin.name) for pin in pins_for(requirements, sys_platform="linux")
    )


def inventory() -> dict[str, Any]:
    """Return the environment's CycloneDX document, without what is not pinned."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
    made = subprocess.run(
        [*command, "--pyproject", str(ROOT / "pyproject.toml"), "--of", "JSON", sys.executable],
        capture_output=True,
        check=True,
    )
    document: dict[str, Any] = json.loads(made.stdout)
    names = pins_of(WHOLE.read_text("utf-8"))
    kept = [part for part in document["components"] if canonicalize_name(part["name"]) in names]
    references = {part["bom-ref"] for part in kept} | {"root-component"}
    links = [link for link in document["dependencies"] if link["ref"] in references]
    for link in links:
        link["dependsOn"] = [ref for ref in link.get("dependsOn", ()) if ref in references]
    return document | {"components": kept, "dependencies": links}


def licence_of(component: Component) -> str:
    """Return the licences that a package declares: SPDX names first, else its own words."""
    found: list[str] = []
    for declared in component.get("licenses", ()):
        licence = declared.get("license", {})
        found.append(declared.get("expression") or licence.get("id") or "")
    if any(found):
        return ", ".join(dict.fromkeys(filter(None, found)))
    names = [declared["license"]["name"] for declared in component.get("licenses", ())]
    return ", ".join(name.rpartition(":: ")[2] for name in names)


def node_licences(lock: Path) -> dict[str, str]:
    """Return the licence of each package that an npm lock file pins."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    declared = {
        path.rpartition("node_modules/")[2]: package.get("license", "")
        for path, package in packages.items()
        if path
    }
    return {name: _IN_A_FILE.get(name, licence) for name, licence in declared.items()}


def locks() -> list[Path]:
    """Return the npm lock files of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "*package-lock.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines()]


def as_markdown(document: Mapping[str, Any]) -> str:
    """Return the page of licences."""
    python: dict[str, str] = {
        canonicalize_name(part["name"]): licence_of(part) for part in document["components"]
    }
    page = [_HEAD, *_table("Python", python)]
    for lock in locks():
        page += _table(f"npm, in `{lock.parent.relative_to(ROOT)}`", node_licences(lock))
    return "\n".join(page)


def _table(title: str, licences: Mapping[str, str]) -> list[str]:
    rows = [f"| {name} | {licence} |" for name, licence in sorted(licences.items())]
    return [f"## {title}\n", "| package | licence |", "|---|---|", *rows, ""]


def main() -> None:
    """Write both files."""
    document = inventory()
    INVENTORY.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
    LICENCES.write_text(as_markdown(document), "utf-8")


if __name__ == "__main__":
    main()
