"""PDF files: written by hand, of a few objects each, for what reads them; and laid open."""

import re
import zlib

_PACKED = re.compile(rb"/Type/ObjStm.*?stream\r?\n", re.S)


def laid_open(content: bytes) -> bytes:
    """Return a file, then its packed objects as plain text."""
    opened = (
        zlib.decompressobj().decompress(content[start.end() :])
        for start in _PACKED.finditer(content)
    )
    return b"\n".join((content, *opened))


TAGGED = "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>"
TITLED = "/Info << /Title (Programme) >>"


def pdf(*objects: str, catalog: str = "", page: str = "", trailer: str = "") -> bytes:
    """Return a file of one empty page; ``objects`` are numbered from 4.

    ``catalog`` and ``page`` are added to these dictionaries, ``trailer`` to the last one.
    """
    every = (
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] {page} >>",
        *objects,
    )
    content, places = b"%PDF-1.7\n", []
    for number, written in enumerate(every, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(every) + 1
    return content + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(content)}\n%%EOF\n"
    ).encode("latin-1")
