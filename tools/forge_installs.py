"""The install steps of the forges' workflows, read from their files and run for real.

    python -m tools.forge_installs

Each runs in a clone of the last commit, with an empty home and the Python of its image first on
PATH: Debian 12's, or Ubuntu 24.04's 3.12. Debian's packages alone are not installed. The content is
then verified by what the step installed, or the step's own command that reads the pins. The exit
code is 1 when a step fails or the Python of an image is not on PATH (``.ci/pythons`` brings it).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from tools.pins import ROOT

_DEBIAN, _UBUNTU = "3.11.2", "3.12"


@dataclass(frozen=True)
class Install:
    """What a job does before its own work, and the version of Python that its image has."""

    names: str
    script: str
    python: str


def installs() -> Iterator[Install]:
    """Return the distinct install steps of the three forges."""
    found: dict[tuple[str, str], list[str]] = {}
    for forge, python in ((".github", _UBUNTU), (".forgejo", _DEBIAN)):
        for path in sorted((ROOT / forge / "workflows").glob("*.yml")):
            for step in _steps(path):
                if step.get("name") == "Installer":
                    found.setdefault((step["run"], python), []).append(f"{forge}/{path.stem}")
    lines = _read(ROOT / ".gitlab-ci.yml")[".installation"]["before_script"]
    found.setdefault(("\n".join(lines) + "\n", _DEBIAN), []).append(".gitlab-ci")
    for (script, python), names in found.items():
        yield Install(", ".join(names), script, python)


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in _read(path)["jobs"].values():
        yield from job["steps"]


def _read(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return read


def interpreter(version: str) -> Path | None:
    """Return a Python of that version on this machine, with venv."""
    short = ".".join(version.split(".")[:2])
    on_path = [
        Path(folder, name)
        for folder in os.get_exec_path()
        for name in ("python3", f"python{short}")
    ]
    for candidate in on_path:
        asked = [
            str(candidate),
            "-c",
            "import ensurepip, platform; print(platform.python_version())",
        ]
        try:
            said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
        if said == version or said.startswith(f"{version}."):
            return candidate
    return None


def failure(install: Install) -> str:
    """Run an install step, then what it installed; return what went wrong, in words."""
    python = interpreter(install.python)
    if python is None:
        return f"no Python {install.python} with venv is on PATH"
    with TemporaryDirectory() as name:
        folder = Path(name)
        programs, site = folder / "bin", folder / "site"
        programs.mkdir()
        (folder / "home").mkdir()
        (programs / "python3").symlink_to(python)
        (programs / "apt-get").symlink_to(str(shutil.which("true")))
        clone = ["git", "-c", "safe.directory=*", "clone", "--quiet", str(ROOT), str(site)]
        subprocess.run(clone, check=True)
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", _moved(install.script, folder)],
            cwd=site,
            env=_environment(folder),
            capture_output=True,
            text=True,
            check=False,
        )
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip()


def _moved(script: str, folder: Path) -> str:
    """Return the script with its environment below the folder, and a use of what it installs."""
    venv = folder / "venv"
    used = "tools.inventory" if "requirements-dev.txt" in script else "invoke verifier"
    moved = script.replace("/opt/venv", str(venv)).replace('"$RUNNER_TEMP/venv', f'"{venv}')
    return f"{moved}{venv}/bin/python -m {used}\n"


def _environment(folder: Path) -> dict[str, str]:
    """Return what a forge's machine has, and how this one reaches the registries."""
    reached = (
        "http_proxy",
        "https_proxy",
        "no_proxy",
        "SSL_CERT_FILE",
        "NODE_EXTRA_CA_CERTS",
        "PIP_CERT",
    )
    return {name: os.environ[name] for name in reached if name in os.environ} | {
        "PATH": f"{folder / 'bin'}:/usr/bin:/bin",
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "RUNNER_TEMP": str(folder),
        "GITHUB_PATH": str(folder / "path"),
    }


def main() -> int:
    """Run them all; print a line for each, and return the exit code."""
    steps = list(installs())
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        failures = list(workers.map(failure, steps))
    for step, wrong in zip(steps, failures, strict=True):
        print(f"{step.names}, Python {step.python}: {wrong or 'installed'}")
    return int(any(failures))


if __name__ == "__main__":
    sys.exit(main())
