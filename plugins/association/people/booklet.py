"""A booklet of the directory, printed: a tagged PDF (PDF/UA-1) made by Typst. Reads portraits.

The layout is in ``booklet.typ``; here its data is written, and ``booklet_program`` called. The same
booklet gives the same bytes: its date is the day the site is built for, the fonts of text come with
Typst, and that of titles stands beside: ``bricolage-grotesque-bold.ttf`` is the instance of the
site's headings (SIL Open Font License 1.1), with the letters of all Europe and kerning only, as
Typst reads no WOFF. Where pdfinfo finds « Suspects » of a wrong type, Poppler 25.11 and before
mistake the false that ISO 32000-1 §14.7.1 allows. Source: ISO 14289-1.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from ..core.pdf import pdf_reader
from ..pages.qr import qr_file
from .booklet_view import Booklet
from .packed_pdf import packed
from .printed_signs import printed

_LAYOUT = Path(__file__).with_suffix(".typ")
_PROGRAM = Path(__file__).with_name("booklet_program.py")


class UnprintableError(ValueError):
    """Typst refused a booklet, and says why in English."""


def booklet_pdf(booklet: Booklet, portraits: Mapping[str, Path], made_at: datetime) -> bytes:
    """Return the booklet.

    ``portraits`` are the pictures of people by their slugs; one that cannot be printed leaves its
    place to the person's initials. ``made_at`` (aware) is the date of the document. Raises
    UnprintableError when there is no booklet even so.
    """
    written = _printed(asdict(booklet))
    written |= {"document": printed(booklet.document), "code": qr_file(booklet.site)}
    with TemporaryDirectory() as folder:
        for number, person in enumerate(_people(written)):
            picture = portraits.get(person["slug"])
            person["portrait"] = _portrait(person["portrait"], picture, Path(folder), str(number))
        try:
            return _compiled(written, folder, made_at)
        except UnprintableError:
            for person in _people(written):
                if person["portrait"] and not _is_printable(person["portrait"]["file"], folder):
                    person["portrait"] = None
            return _compiled(written, folder, made_at)


def pages_of_people(pdf: bytes) -> Mapping[str, int]:
    """Return on which page of a booklet each person is, by the person's slug."""
    reader = pdf_reader(pdf)
    places = reader.named_destinations.items()
    return {
        name.removeprefix("p-"): (reader.get_destination_page_number(place) or 0) + 1
        for name, place in places
    }


def _is_printable(file: str, folder: str) -> bool:
    """Return whether Typst takes a picture: of drawings, not those that browsers alone can read."""
    layout = b"""#set document(title: "x")\n#image(sys.inputs.file, alt: "x")"""
    try:
        typst.compile(  # type: ignore[call-overload]
            layout,
            root=folder,
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"file": file},
        )
    except typst.TypstError:
        return False
    return True


def _compiled(written: Mapping[str, Any], folder: str, made_at: datetime) -> bytes:
    job = {
        "layout": _LAYOUT.read_text("utf-8"),
        "root": folder,
        "fonts": [str(_LAYOUT.parent)],
        "inputs": {"booklet": json.dumps(written, ensure_ascii=False)},
        "timestamp": int(made_at.timestamp()),
    }
    # -P: modules of this folder have names that others have.
    command = [sys.executable, "-P", str(_PROGRAM)]
    done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, check=False)
    if done.returncode:
        raise UnprintableError(done.stderr.decode("utf-8", "replace").strip())
    return packed(done.stdout)


def _printed(value: Any) -> Any:
    """Return the data of the booklet with a placeholder for each sign that no font has."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {key: _printed(inner) for key, inner in value.items()}
    return [_printed(inner) for inner in value] if isinstance(value, list | tuple) else value


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
