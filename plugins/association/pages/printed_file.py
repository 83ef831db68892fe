"""PDFs that pages lead to, made with the site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..printing.press import Pdf
from .common import Document
from .context import Context, about_file
from .page import OutputFile, OutputPage

KEY = "printed"
"""Under which name the values of a page hold its ``PrintedFile``, which no template gets."""


@dataclass(frozen=True)
class PrintedFile:
    """A PDF made: its path, what its page says of it, and its bytes."""

    path: str
    document: Document
    content: bytes


def printed_file(path: str, words: str, made: Pdf, context: Context) -> PrintedFile:
    """Return a PDF as a page leads to it, named by ``words``."""
    about = about_file("PDF", len(made.content), made.pages)
    document = Document(words, context.addresses.href(path), about)
    return PrintedFile(path, document, made.content)


def printed_files(pages: Iterable[OutputPage]) -> Iterator[OutputFile]:
    """Yield the PDFs that pages lead to."""
    for page in pages:
        made = page.values.get(KEY)
        if isinstance(made, PrintedFile):
            yield OutputFile(made.path, made.content)
