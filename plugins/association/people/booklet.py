"""The directory as a printed booklet: a tagged PDF (PDF/UA-1) made by Typst. Reads portraits.

The layout is in ``booklet.typ``; here its data is written and the program called. The same booklet
gives the same bytes: fonts come with the program, its date is the day the site is built for.
Source: ISO 14289-1.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from PIL import Image

from ..pictures.decoding import decode_picture
from ..pictures.recipe import Focus, Recipe
from .booklet_view import Booklet
from .printed_signs import printed

_LAYOUT = Path(__file__).with_suffix(".typ")
# A portrait is printed 21 mm wide: 360 dots an inch.
_SIDE = 300


def booklet_pdf(booklet: Booklet, pictures: Path, made_at: datetime) -> bytes:
    """Return the booklet.

    Portraits are named from the folder ``pictures``; ``made_at`` (aware) is the date of the
    document. Raises typst.TypstError, ValueError or OSError when a portrait cannot be drawn.
    """
    written = _printed(asdict(booklet))
    with TemporaryDirectory() as folder:
        for number, portrait in enumerate(_portraits(written)):
            focus = Focus(**portrait.pop("focus"))
            portrait["file"] = _portrait_png(
                pictures / portrait["file"], focus, Path(folder), str(number)
            )
        # Its stubs want the source and the root of one type; it takes both of these.
        pdf: bytes = typst.compile(  # type: ignore[call-overload]
            _LAYOUT.read_bytes(),
            root=folder,
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"booklet": json.dumps(written, ensure_ascii=False)},
            timestamp=int(made_at.timestamp()),
        )
    return pdf


def _printed(value: Any) -> Any:
    """Return the data of the booklet with a placeholder for each sign that no font has."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {key: _printed(inner) for key, inner in value.items()}
    return [_printed(inner) for inner in value] if isinstance(value, list | tuple) else value


def _portraits(written: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for region in written["regions"]:
        for person in region["people"]:
            if person["portrait"]:
                yield person["portrait"]


def _portrait_png(picture: Path, focus: Focus, folder: Path, name: str) -> str:
    """Put a portrait into ``folder`` no larger than it prints, and return its name for Typst."""
    if picture.suffix.lower() == ".svg":
        shutil.copy(picture, folder / f"{name}.svg")
        return f"/{name}.svg"
    whole = decode_picture(picture)
    kept = whole.crop(Recipe((_SIDE,), _SIDE, focus).box(whole.size)).convert("RGBA")
    paper = Image.new("RGBA", kept.size, "white")
    on_paper = Image.alpha_composite(paper, kept).convert("RGB")
    on_paper.resize((_SIDE, _SIDE)).save(folder / f"{name}.jpg", quality=85)
    return f"/{name}.jpg"
