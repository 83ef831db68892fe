"""A booklet of the directory, printed. Reads portraits.

The layout is in ``booklet.typ``; here its data is written. The same booklet gives the same bytes:
its date is the day the site is built for.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..core.pdf import pdf_reader
from ..pages.qr import qr_file
from ..printing.press import Pdf, UnprintableError, is_printable, pdf_of
from .booklet_view import Booklet

_LAYOUT = Path(__file__).with_suffix(".typ")


def booklet_pdf(booklet: Booklet, portraits: Mapping[str, Path], made_at: datetime) -> Pdf:
    """Return the booklet.

    ``portraits`` are the pictures of people by their slugs; one that cannot be printed leaves its
    place to the person's initials. ``made_at`` (aware) is the date of the document. Raises
    UnprintableError when there is no booklet even so.
    """
    written = asdict(booklet)
    written |= {"document": booklet.document, "code": qr_file(booklet.site)}
    layout = _LAYOUT.read_text("utf-8")
    with TemporaryDirectory() as folder:
        for number, person in enumerate(_people(written)):
            picture = portraits.get(person["slug"])
            person["portrait"] = _portrait(person["portrait"], picture, Path(folder), str(number))
        try:
            return pdf_of(layout, written, folder, made_at)
        except UnprintableError:
            for person in _people(written):
                if person["portrait"] and not is_printable(person["portrait"]["file"], folder):
                    person["portrait"] = None
            return pdf_of(layout, written, folder, made_at)


def pages_of_people(pdf: bytes) -> Mapping[str, int]:
    """Return on which page of a booklet each person is, by the person's slug."""
    reader = pdf_reader(pdf)
    places = reader.named_destinations.items()
    return {
        name.removeprefix("p-"): (reader.get_destination_page_number(place) or 0) + 1
        for name, place in places
    }


def _people(written: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for region in written["regions"]:
        yield from region["people"]


def _portrait(
    portrait: Mapping[str, str] | None, picture: Path | None, folder: Path, name: str
) -> dict[str, str] | None:
    """Put a portrait into ``folder``; return it as Typst finds it, or None without a picture."""
    if portrait is None or picture is None:
        return None
    file = f"{name}{picture.suffix.lower()}"
    with suppress(OSError):
        shutil.copy(picture, folder / file)
        return {"alt": portrait["alt"], "file": f"/{file}"}
    return None
