"""Where the content is: beside the program, or in a repository of its own.

A public program and a private content are two repositories; ``CONTENU`` in the environment names
the folder of the second, as a path from the project's root or an absolute one.
"""

import os
from pathlib import Path


def content_name() -> str:
    """Return the content's folder as a path from the project's root."""
    return os.environ.get("CONTENU") or "content"


def content_folder(root: Path) -> Path:
    """Return the content's folder of the project at ``root``; it may not exist."""
    return root / content_name()
