"""Drawings as they are served: rewritten from what they show, so that none can act.

A host may send no header that keeps a drawing from running what it holds when it is opened alone.
"""

from functools import partial

from ..core.output_folder import write_anew
from ..pictures.drawing import read_drawing
from .finished_site import FinishedSite


def publish_drawings(site: FinishedSite) -> None:
    """Write each drawing of the site anew, as its parts that are shown."""
    for path in sorted(site.folder.rglob("*.svg")):
        content = path.read_bytes()
        copy = site.results.get_or_compute(("drawing", content), partial(_copy, content))
        if copy != content:
            write_anew(path, copy)


def _copy(content: bytes) -> bytes:
    return read_drawing(content).copy
