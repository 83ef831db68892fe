"""PDF files, opened by pypdf."""

import logging
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader


def pdf_reader(content: bytes) -> "PdfReader":
    """Return the reader of a PDF, which says nothing of its faults.

    Of a broken file pypdf raises whatever its parts raise, here or when it is read.
    """
    from pypdf import PdfReader  # noqa: PLC0415 — slow to load, and few commands read a PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(BytesIO(content))
