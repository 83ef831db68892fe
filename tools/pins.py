"""The pins of a requirements file, read as packaging reads requirements."""

import re
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.txt"
WHOLE = ROOT / "requirements-dev.txt"

_PIN = re.compile(r"^([a-z0-9][^\\#\n]*)", re.M)


def pins(requirements: str) -> list[Requirement]:
    """Return the pins of a text of hashed requirements, in its order."""
    return [Requirement(written.strip()) for written in _PIN.findall(requirements)]


def pins_for(requirements: str, **machine: str) -> list[Requirement]:
    """Return the pins that this machine takes, with ``machine`` for what PEP 508 says of it."""
    return [pin for pin in pins(requirements) if pin.marker is None or pin.marker.evaluate(machine)]


def as_versions(found: Iterable[Requirement]) -> dict[str, str]:
    """Return the version of each pinned name."""
    return {pin.name: str(pin.specifier).removeprefix("==") for pin in found}
