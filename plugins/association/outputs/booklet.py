"""The directory as a printed booklet: a tagged PDF (PDF/UA-1) made by Typst.

Pure but for the portraits. The layout is in ``booklet.typ``; here its data is written and the
program called. The same booklet gives the same bytes: fonts come with the program, its date is the
day the site is built for.
Source: ISO 14289-1.
"""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import typst

from ..published.booklet import Booklet

_LAYOUT = Path(__file__).with_suffix(".typ")


def booklet_pdf(booklet: Booklet, portraits: Path, made_at: datetime) -> bytes:
    """Return the booklet.

    Portraits are named from the folder ``portraits``; ``made_at`` (aware) is the date of the
    document. Raises typst.TypstError when a portrait cannot be drawn.
    """
    # Its stubs want the source and the root of one type; it takes both of these.
    made: bytes = typst.compile(  # type: ignore[call-overload]
        _LAYOUT.read_bytes(),
        root=str(portraits),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"booklet": json.dumps(asdict(booklet), ensure_ascii=False)},
        timestamp=int(made_at.timestamp()),
    )
    return made
