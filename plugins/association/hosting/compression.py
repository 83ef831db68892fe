"""Precompressed files, for hosts that serve them as they are: the last step.

« page.html » gets « page.html.gz » (gzip, RFC 1952, without a date, so that two builds are the same
to the byte); what most visitors load gets « page.html.br » too (Brotli, RFC 7932), a tenth smaller
for twenty times the time, up to a megabyte. Only a public site has copies, those that its host
needs. Why: ``docs/decisions/0017-in-proportion.md``.
"""

import gzip
import io
import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from ..core.media_types import COMPRESSIBLE
from ..core.results_cache import ResultsCache
from .finished_site import Copies, FinishedSite
from .headers import CACHE, IMMUTABLE, headers_of

SMALLEST = 1000
"""Below it, what is saved is less than what the answer's own headers take."""
# The best takes three times as long for one byte in a hundred.
_BROTLI = 10
_BEST_GZIP = 9
# What is larger takes Brotli seconds; no page asks for it before a visitor does.
_LARGEST_OF_BROTLI = 1_000_000
# Pages and files of the menu are « index.html » and « agenda/index.html ».
_DEPTH_OF_MENU = 2


def compress_site(site: FinishedSite) -> None:
    """Compress the text files that are large enough and of which the host serves copies."""
    if not site.production or site.copies is Copies.NONE:
        return
    texts = [path for path in sorted(site.folder.rglob("*")) if path.name.endswith(COMPRESSIBLE)]
    often = {path: is_loaded_often(path.relative_to(site.folder).as_posix()) for path in texts}
    worth_it = [
        path
        for path in texts
        if (site.copies is Copies.ALL or often[path])
        and path.is_file()
        and path.stat().st_size >= SMALLEST
    ]
    # Both leave Python's lock to others while they work: threads use all cores.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        write = partial(_write_siblings, results=site.results)
        for _ in pool.map(write, worth_it, [often[path] for path in worth_it]):
            pass


def is_loaded_often(path: str) -> bool:
    """Return whether most visitors load a file: of the menu, or kept by browsers for good."""
    in_menu = path.count("/") < _DEPTH_OF_MENU
    return in_menu or headers_of(f"/{path}")[CACHE] == IMMUTABLE


def gzip_bytes(content: bytes) -> bytes:
    """Return the content packed: no name, no date, and « unknown » for the system, always.

    ``gzip.compress`` writes another header from one version of Python to the next.
    """
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", _BEST_GZIP, packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()


def _write_siblings(path: Path, often: bool, results: ResultsCache) -> None:
    content = path.read_bytes()
    siblings = {".gz": results.get_or_compute(("gzip", content), lambda: gzip_bytes(content))}
    if often and len(content) <= _LARGEST_OF_BROTLI:
        siblings[".br"] = results.get_or_compute(
            ("brotli", content), lambda: brotli.compress(content, quality=_BROTLI)
        )
    for ending, shorter in siblings.items():
        if len(shorter) < len(content):
            path.with_name(path.name + ending).write_bytes(shorter)
