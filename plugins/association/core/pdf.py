"""PDF files, opened by pypdf, and what is known of one from outside its words."""

import logging
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader


def pdf_reader(content: bytes) -> "PdfReader":
    """Return the reader of a PDF, which says nothing of its faults.

    Of a broken file pypdf raises whatever its parts raise, here or when it is read.
    """
    from pypdf import PdfReader  # noqa: PLC0415 — slow to load, and few commands read a PDF

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(BytesIO(content))


@dataclass(frozen=True)
class PdfFacts:
    """What is known of a PDF before it is read: ``title`` is its own, ``""`` for none.

    ``is_tagged``: it says what is a heading, a list or a table (ISO 32000-2, 14.7), without which
    a screen reader guesses.
    """

    pages: int
    title: str
    is_tagged: bool


def pdf_facts(content: bytes) -> PdfFacts | None:
    """Return what is known of a PDF, or None for one that cannot be read."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415 — slow to load

    try:
        reader = pdf_reader(content)
        catalog = reader.root_object
        marks: Any = catalog.get("/MarkInfo", DictionaryObject()).get_object()
        # pypdf's own « false » is an object, and true.
        is_marked = getattr(marks.get("/Marked"), "value", False)
        is_tagged = is_marked and "/StructTreeRoot" in catalog
        return PdfFacts(len(reader.pages), _title(reader), is_tagged)
    except Exception:
        # Of a broken file, pypdf raises whatever its parts raise.
        return None


def _title(reader: "PdfReader") -> str:
    """Return the title that programs show: that of the metadata stream, else of the old list."""
    titles = reader.xmp_metadata.dc_title if reader.xmp_metadata else None
    of_list = reader.metadata.title if reader.metadata else None
    found = (*(titles or {}).values(), of_list)
    # Some programs end a title with a zero, as C does its strings.
    titled = (" ".join(str(title).replace("\0", " ").split()) for title in found if title)
    return next(filter(None, titled), "")
