"""What the pins install once every package has a later release: the pins, and nothing else.

    python -m tools.later_releases [requirements-dev.txt …]

Fetches the wheels that the pins name, puts beside each an empty release 9999 that keeps its
extras, and asks the oldest pip that a promised Python brings, Debian 12's, the newest and uv what
they would install from that folder alone. The exit code is 1 when one would not install the pins.

    python -m tools.later_releases --machines

asks uv whether each promised machine finds wheels: none has to make them with build tools that
nobody pins.
"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.utils import canonicalize_name
from tools.pins import RUNTIME, WHOLE, as_versions, pins_for

# Python 3.11.0 brings the first, Debian 12 the second; the newest is the one that is pinned.
_OLDER_PIPS = ("22.3", "23.0.1")
_LATER = "9999"

_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_SYSTEMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)

Versions = dict[str, str]


def metadata_of(wheel: Path) -> bytes:
    """Return what a wheel says of itself."""
    with zipfile.ZipFile(wheel) as opened:
        # Not those of what a package holds copies of.
        [name] = [n for n in opened.namelist() if n.endswith("/METADATA") and n.count("/") == 1]
        return opened.read(name)


def later_release(wheel: Path, folder: Path) -> Path:
    """Write an empty wheel of the same name and extras in version 9999; return it."""
    told = message_from_bytes(metadata_of(wheel))
    name = canonicalize_name(told["Name"]).replace("-", "_")
    about = f"{name}-{_LATER}.dist-info"
    extras = "".join(f"Provides-Extra: {extra}\n" for extra in told.get_all("Provides-Extra", ()))
    made = folder / f"{name}-{_LATER}-py3-none-any.whl"
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {_LATER}\n{extras}",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "".join(f"{about}/{part},,\n" for part in ("METADATA", "WHEEL", "RECORD")),
    }
    with zipfile.ZipFile(made, "w") as opened:
        for part, text in files.items():
            opened.writestr(f"{about}/{part}", text)
    return made


def without_index() -> dict[str, str]:
    """Return the environment without what would lead pip or uv elsewhere."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_"))}
    return kept | {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def asked_of_pip(pip: Path, requirements: Path, wheels: Path) -> Versions:
    """Return what a pip, run from its wheel, would install; raise CalledProcessError."""
    said = _run(
        *(sys.executable, str(pip / "pip"), "install", "--quiet", "--ignore-installed"),
        *("--dry-run", "--report", "-", "--no-index", "--find-links", str(wheels)),
        *("-r", str(requirements)),
    ).stdout
    taken = [part["metadata"] for part in json.loads(said)["install"]]
    return {canonicalize_name(part["name"]): part["version"] for part in taken}


def asked_of_uv(requirements: Path, wheels: Path) -> Versions:
    """Return what uv would install; raise CalledProcessError."""
    with TemporaryDirectory() as empty:
        said = _uv(
            *("--no-cache", "--no-index", "--find-links", str(wheels), "--target", empty),
            *("--python", sys.executable, "-r", str(requirements)),
        )
    taken = [line.split()[1].split("==") for line in said.splitlines() if line.startswith(" + ")]
    return {canonicalize_name(name): version for name, version in taken}


def _uv(*options: str) -> str:
    """Return what uv says that it would install; raise CalledProcessError."""
    program = str(Path(sys.executable).with_name("uv"))
    return _run(program, "pip", "install", "--no-config", "--dry-run", *options).stderr


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=without_index(), capture_output=True, text=True, check=True)


def difference(wanted: Versions, taken: Versions) -> str:
    """Return what is taken otherwise than wanted, in words; empty when nothing is."""
    names = sorted(wanted.keys() | taken.keys())
    return ", ".join(
        f"{name} {taken.get(name, 'missing')} instead of {wanted.get(name, 'nothing')}"
        for name in names
        if wanted.get(name) != taken.get(name)
    )


def fetch(*arguments: str, into: Path) -> None:
    """Bring wheels from the registry, as this machine reaches it."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(into)]
    subprocess.run([*command, "--only-binary", ":all:", *arguments], check=True)


def without_a_wheel() -> Iterator[str]:
    """Say, for each promised machine, the first pin that it has no wheel for."""
    for python, system in product(_PYTHONS, _SYSTEMS):
        with TemporaryDirectory() as empty:
            try:
                _uv(
                    *("--python-version", python, "--python-platform", system),
                    *("--only-binary", ":all:", "--target", empty),
                    *("--no-deps", "-r", str(WHOLE)),
                )
            except subprocess.CalledProcessError as error:
                yield f"Python {python}, {system}: {_reason(error)}"


def otherwise_installed(files: Iterable[Path]) -> Iterator[str]:
    """Say, for each file and installer, what else than the pins it would install, or its error."""
    with TemporaryDirectory() as name:
        wheels, pips = Path(name, "wheels"), Path(name, "pips")
        for requirements in files:
            fetch("-r", str(requirements), into=wheels)
        newest = as_versions(pins_for(WHOLE.read_text("utf-8")))["pip"]
        for version in (*_OLDER_PIPS, newest):
            fetch(f"pip=={version}", into=pips)
        for wheel in list(wheels.iterdir()):
            later_release(wheel, wheels)
        for requirements in files:
            wanted = as_versions(pins_for(requirements.read_text("utf-8")))
            asked: dict[str, Callable[[Path, Path], Versions]] = {"uv": asked_of_uv}
            for pip in sorted(pips.iterdir()):
                asked[pip.name] = partial(asked_of_pip, pip)
            for installer, ask in asked.items():
                try:
                    wrong = difference(wanted, ask(requirements, wheels))
                except subprocess.CalledProcessError as error:
                    wrong = _reason(error)
                if wrong:
                    yield f"{requirements.name}, {installer}: {wrong}"


def _reason(error: subprocess.CalledProcessError) -> str:
    said = [line for line in str(error.stderr).splitlines() if line.strip()]
    return "\n    ".join(said[-6:])


def main(arguments: list[str]) -> int:
    """Print what is wrong; return the exit code."""
    if arguments == ["--machines"]:
        wrong = list(without_a_wheel())
    else:
        wrong = list(otherwise_installed([Path(name) for name in arguments] or [RUNTIME, WHOLE]))
    print("\n".join(wrong) or "Exactly the pins.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
