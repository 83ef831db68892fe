"""Typst, asked in one way; run as a program it sets one document: values in, a PDF out.

What Typst remembers of a compilation stays in its process, about half a megabyte a person of a
booklet, and a fault of its own ends the process. Here both end with the document. Imports nothing
of this package, whose modules have names that others have, and little of Python's: to load more
takes as long as to set a page.
"""

import marshal
import os.path
import sys

import typst

_FONTS = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120


def compiled(
    layout: str,
    inputs: dict[str, str],
    root: str | None = None,
    timestamp: int | None = None,
) -> bytes:
    """Return the PDF of a ``layout``, whose files are in the folder ``root``.

    Only the fonts of this folder and those that come with Typst are asked: they are the same on
    every machine. ``timestamp``, in seconds of Unix, is when the document was made. Raises
    typst.TypstError, and ValueError where Typst would leave something out.
    """
    pdf: bytes
    pdf, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]
        layout.encode(),
        root=root,
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        font_paths=[_FONTS],
        sys_inputs=inputs,
        timestamp=timestamp,
    )
    # « par may not occur inside of a paragraph and was ignored »: its words too.
    left_out = [warning.message for warning in warnings if "ignored" in warning.message]
    if left_out:
        raise ValueError("; ".join(left_out))
    return pdf


def main() -> None:
    """Set a document; leave with the reason on the error output when Typst refuses it."""
    # What asks is the same Python.
    job = marshal.load(sys.stdin.buffer)
    try:
        pdf = compiled(**job)
    except (typst.TypstError, ValueError) as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
