"""A whole project with the small content of ``builders``, for tests that build or run commands."""

import shutil
from pathlib import Path

from tests.builders import content_folder

_ROOT = Path(__file__).resolve().parent.parent


def small_project(folder: Path) -> Path:
    """Write the project into ``folder``, with nothing left by other builds, and return it."""
    content_folder(folder)
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py", "apercuconf.py"):
        shutil.copy(_ROOT / name, folder)
    for name in ("plugins", "theme"):
        shutil.copytree(_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder
