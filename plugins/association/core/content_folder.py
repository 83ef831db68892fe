"""Where the content is: inside the project, or in a repository of its own.

A public program and private content are two repositories; the environment variable ``CONTENU`` is
the path of the second, absolute or from the project's root.
"""

import os
from pathlib import Path


def content_name() -> str:
    """Return the content's folder as a path from the project's root."""
    return os.environ.get("CONTENU") or "content"


def content_folder(root: Path) -> Path:
    """Return the content's folder of the project at ``root``; it may not exist."""
    return root / content_name()
