"""A text of the site as a document: its opening, its words, its programme. Reads pictures.

The layout is in ``text_pdf.typ``.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from .press import Pdf, UnprintableError, is_printable, pdf_of
from .typst_text import TypstText

LAYOUT = Path(__file__).with_suffix(".typ")


@dataclass(frozen=True)
class PrintedProgramme:
    """A programme under its title: the label of each day, and its sessions.

    Of a session, that is the hour, what begins, and who and where; a label may be ``""``.
    """

    title: str
    days: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True)
class Sheet:
    """What a document says around its text, in words ready to print.

    ``kind`` is what it is (« Capsule »), ``facts`` pair a heading with its words, ``note`` says
    that it is an example, or ``""``. ``page`` is the full address of the page, ``code`` its QR code
    as SVG, ``lang`` the language of its text, ``video`` the words and the address of a link;
    ``day`` is when the text last changed, ``""`` where nobody knows.
    """

    kind: str
    title: str
    summary: str
    association: str
    page: str
    code: str = ""
    lang: str = "fr"
    day: str = ""
    note: str = ""
    is_example: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    has_cover: bool = False
    goals_title: str = ""
    goals: tuple[str, ...] = ()
    video: tuple[str, str] | None = None
    programme: tuple[PrintedProgramme, ...] = ()


def text_pdf(
    sheet: Sheet, text: TypstText, pictures: Mapping[str, Path], made_at: datetime | None
) -> Pdf:
    """Return the document of a text.

    ``pictures`` are its pictures by the addresses that the page has; one that cannot be printed
    leaves its place to its alternative. ``made_at`` (aware) is the date of the document, if any.
    Raises UnprintableError when there is no document even so.
    """
    layout = f"{LAYOUT.read_text('utf-8')}\n#sheet({text.code})"
    shown = asdict(sheet) | {"document": sheet.title}
    with TemporaryDirectory() as folder:
        files = {}
        for number, address in enumerate(text.pictures):
            with suppress(OSError, KeyError):
                file = f"{number}{pictures[address].suffix.lower()}"
                shutil.copy(pictures[address], Path(folder, file))
                files[address] = f"/{file}"
        try:
            return pdf_of(layout, {**shown, "pictures": files}, folder, made_at)
        except UnprintableError:
            files = {key: file for key, file in files.items() if is_printable(file, folder)}
            return pdf_of(layout, {**shown, "pictures": files}, folder, made_at)
