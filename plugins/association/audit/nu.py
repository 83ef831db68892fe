"""The Nu HTML checker of the W3C on every page.

It is a Java program that npm brings (``tools/verificateur``); where it is not installed, that is
said, never passed over.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import url2pathname

from .faults import Fault
from .site_folder import SiteFolder

JAR = Path("tools", "verificateur", "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
"""Where npm puts the checker, from the project's root."""

# What the checker does not know yet, or says of a page made so on purpose.
_KNOWN = ("Trailing slash on void elements",)


class NoCheckerError(Exception):
    """The checker cannot run here; the message says in French what is missing."""


def faults(site: SiteFolder, root: Path) -> Iterator[Fault]:
    """Yield what the checker calls an error in the HTML.

    Raises NoCheckerError where Java or the checker is missing.
    """
    java = shutil.which("java")
    if java is None:
        raise NoCheckerError("Java n’est pas installé")
    if not (root / JAR).is_file():
        raise NoCheckerError("lancez d’abord « npm ci --prefix tools/verificateur »")
    checked = [str(site.files[name]) for name in site.pages]
    run = subprocess.run(
        [java, "-Xss4m", "-jar", str(root / JAR), "--format", "json", "--stdout", *checked],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        messages = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise NoCheckerError(f"il n’a rien répondu ({run.stderr.strip()[:200]})") from error
    for message in messages:
        if message["type"] == "error" and not message["message"].startswith(_KNOWN):
            file = Path(url2pathname(message["url"].removeprefix("file:")))
            place = file.relative_to(site.folder.resolve()).as_posix()
            yield Fault(place, message.get("lastLine", 0), message["message"])
