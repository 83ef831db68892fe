"""Precompressed files, for hosts that serve them as they are: the last step.

« page.html » gets « page.html.br » (Brotli, RFC 7932) and « page.html.gz » (gzip, RFC 1952, without
a date, so that two builds are the same to the byte). Only the public site has them.
"""

import gzip
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from ..core.media_types import COMPRESSIBLE
from .finished_site import FinishedSite

# Below it, what is saved is less than what the answer's own headers take.
_SMALLEST = 1000
_BEST_BROTLI = 11
_BEST_GZIP = 9


def compress_site(site: FinishedSite) -> None:
    """Compress every text file of a public site that is large enough."""
    if not site.production:
        return
    worth_it = [
        path
        for path in sorted(site.folder.rglob("*"))
        if path.name.endswith(COMPRESSIBLE) and path.is_file() and path.stat().st_size >= _SMALLEST
    ]
    # Brotli leaves Python's lock to others while it works: threads use all cores.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(_write_siblings, worth_it):
            pass


def gzip_bytes(content: bytes) -> bytes:
    """Return the content packed: no name, no date, and « unknown » for the system, always.

    ``gzip.compress`` writes another header from one version of Python to the next.
    """
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", _BEST_GZIP, packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()


def _write_siblings(path: Path) -> None:
    content = path.read_bytes()
    siblings = {
        ".br": brotli.compress(content, quality=_BEST_BROTLI),
        ".gz": gzip_bytes(content),
    }
    for ending, shorter in siblings.items():
        if len(shorter) < len(content):
            path.with_name(path.name + ending).write_bytes(shorter)
