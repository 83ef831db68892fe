"""``invoke redaction``: the program of the forms, bundled from its npm package.

Needs node and npm, and the network the first time; the site itself never does. What is bundled,
and what is cut out of it, is ``tools/redaction/bundle.mjs``.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..core.exit_code import ExitCode
from ..editing.forms.checker_files import CHECKER
from ..editing.forms.checker_libraries import ARCHIVE, libraries, wheel_for_pyodide
from ..editing.forms.site_files import BUNDLE
from ..runner.build import Plan
from ..runner.console import Console
from ..runner.preview.serving import serve

_PROGRAMS = ("node", "npm")
_SOURCES = Path("tools", "redaction")
_WHEELS = "redaction-wheels"


@dataclass(frozen=True)
class Options:
    """``here`` then shows the site with the forms, which write here, at ``port``."""

    here: bool = False
    port: int = 8000


def main(root: Path, options: Options, *, console: Console | None = None) -> ExitCode:
    """Make the forms ready, and show them when asked to.

    Returns FINE, USAGE when a program is missing or the port is no port, FAULT when the package
    could not be fetched or bundled.
    """
    console = console or Console.of_this_process()
    code = bundle(root, console)
    if code or not options.here:
        return code
    os.environ["REDACTION"] = "oui"
    console.say("Ouvrez /redaction/ dans Chromium, puis choisissez le dossier du site.")
    return serve(Plan(root, drafts=True), options.port, console)


def bundle(root: Path, console: Console) -> ExitCode:
    """Bundle the forms into ``.cache/redaction`` of the project ``root``."""
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    if missing:
        console.complain(_without(missing))
        return ExitCode.USAGE
    console.say("Préparation du formulaire de rédaction (une minute la première fois)…")
    sources, target = root / _SOURCES, root / ".cache" / BUNDLE
    steps = (
        ["npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", str(sources)],
        ["node", str(sources / "bundle.mjs"), str(target)],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            console.complain(_broken(step[0], done.stderr or done.stdout))
            return ExitCode.FAULT
    try:
        add_libraries(root, target)
    except OSError as error:
        console.complain(_broken("pip", str(error)))
        return ExitCode.FAULT
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    console.say(
        f"Le formulaire est prêt ({size / 1e6:.1f} Mo). ".replace(".", ",", 1)
        + "Avec REDACTION=oui, il sera dans le site à l’adresse /redaction/."
    )
    return ExitCode.FINE


def add_libraries(root: Path, bundle: Path) -> None:
    """Add to a bundle the libraries that its checker runs on. Raises OSError without a network."""
    requirements = (root / "requirements.txt").read_text("utf-8")
    wheel = wheel_for_pyodide(requirements, root / ".cache" / _WHEELS)
    (bundle / CHECKER / ARCHIVE).write_bytes(libraries(wheel))


def _without(missing: list[str]) -> str:
    """Return what to do where programs are missing."""
    named = " et ".join(missing)
    return (
        f"Il manque {named} sur cette machine : le formulaire se prépare avec Node.js et npm.\n"
        "Sous Debian ou Ubuntu : « sudo apt install nodejs npm ». Ailleurs : https://nodejs.org\n"
        "Le site, lui, n’en a pas besoin."
    )


def _broken(program: str, words: str) -> str:
    last = "\n".join(words.strip().splitlines()[-5:])
    return (
        f"Le formulaire n’a pas pu être préparé : {program} s’est arrêté.\n"
        "La première fois, il faut une connexion à l’internet.\n"
        f"{last}"
    )
