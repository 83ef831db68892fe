"""The pages that somebody has open, which a build of the preview writes before all others.

The preview names them in the environment; the build tells it which files are ready.
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

WANTED = "PAGES_OUVERTES"
"""The variable with the paths on the site of those pages, in JSON."""
REPLIES = "FLUX_DE_CONSTRUCTION"
"""The variable with the number of the stream that the resident program answers in."""


def wanted_pages(environ: Mapping[str, str]) -> frozenset[str]:
    """Return the paths of the pages to write first: none but in a resident build."""
    named = environ.get(WANTED) if environ.get(REPLIES) else ""
    return frozenset(json.loads(named)) if named else frozenset()


def announce(folder: Path, files: Sequence[str], environ: Mapping[str, str]) -> None:
    """Tell the preview that these files of the ``folder`` are as the finished site will have them.

    One that reads no more is no failure.
    """
    said = json.dumps({"folder": str(folder), "files": [*files]})
    try:
        os.write(int(environ[REPLIES]), said.encode() + b"\n")
    except OSError:
        return
