"""A layout of Typst and what it shows, to a PDF: tagged (PDF/UA-1), packed, always the same bytes.

A document has the date that is given, or none; no clock is asked. Source: ISO 14289-1.
"""

import json
import marshal
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from ..core.pdf import pdf_reader
from .packed_pdf import packed
from .printed_signs import printed
from .typst_program import compiled

_HERE = Path(__file__).parent
_PROGRAM = _HERE / "typst_program.py"
PREAMBLE = _HERE / "preamble.typ"
# Poppler until 25.11; left out, it means the same (ISO 32000-1, table 321).
_NOT_SUSPECT = re.compile(rb"(?<=/Marked true)\s*/Suspects false")


class UnprintableError(ValueError):
    """Typst refused a document, and says why in English."""


@dataclass(frozen=True)
class Pdf:
    """A document made: its bytes, and how many pages it has."""

    content: bytes
    pages: int


def pdf_of(layout: str, shown: Mapping[str, object], folder: str, made_at: datetime | None) -> Pdf:
    """Return the PDF of a layout, which has the preamble before it.

    ``shown`` is what the layout finds in ``data``: mappings, sequences and texts, whose signs that
    no font has become placeholders. Pictures are in ``folder``. ``made_at`` (aware) is the date of
    the document. Raises UnprintableError.
    """
    written = {**printable(shown), "dated": made_at is not None}
    job = {
        "layout": f"{PREAMBLE.read_text('utf-8')}\n{layout}",
        "root": folder,
        "inputs": {"data": json.dumps(written, ensure_ascii=False)},
        "timestamp": int(made_at.timestamp()) if made_at else None,
    }
    # -P: modules of this folder have names that others have.
    command = [sys.executable, "-P", str(_PROGRAM)]
    done = subprocess.run(command, input=marshal.dumps(job), capture_output=True, check=False)
    if done.returncode:
        raise UnprintableError(done.stderr.decode("utf-8", "replace").strip())
    plain = without_suspects(done.stdout)
    return Pdf(packed(plain), len(pdf_reader(plain).pages))


def without_suspects(content: bytes) -> bytes:
    """Return a PDF of Typst without a default that it says, and that Poppler takes for a fault."""
    return _NOT_SUSPECT.sub(lambda said: b" " * len(said[0]), content)


def is_printable(file: str, folder: str) -> bool:
    """Return whether Typst takes a picture: of drawings, not those that browsers alone can read."""
    layout = """#set document(title: "x", date: none)\n#image(sys.inputs.file, alt: "x")"""
    try:
        compiled(layout, {"file": file}, folder)
    except typst.TypstError:
        return False
    return True


def printable(value: Any) -> Any:
    """Return what a layout shows with a placeholder for each sign that no font has."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, Mapping):
        return {key: printable(inner) for key, inner in value.items()}
    return [printable(inner) for inner in value] if isinstance(value, list | tuple) else value
