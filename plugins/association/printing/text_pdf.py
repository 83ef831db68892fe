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
class PrintedLink:
    """A link: its words and its full address."""

    label: str
    url: str


@dataclass(frozen=True)
class PrintedSession:
    """What begins at an hour of a programme, in words."""

    hour: str
    title: str
    detail: str


@dataclass(frozen=True)
class PrintedDay:
    """The sessions of a day; ``label`` is ``""`` where there is one day only."""

    label: str
    sessions: tuple[PrintedSession, ...]


@dataclass(frozen=True)
class PrintedProgramme:
    """A programme, hour by hour, under its title."""

    title: str
    days: tuple[PrintedDay, ...]


@dataclass(frozen=True)
class Sheet:
    """What a document says around its text, in words ready to print.

    ``kind`` is what it is (« Capsule »), ``facts`` pair a heading with its words, ``note`` says
    that it is an example, or ``""``. ``page`` is the full address of the page, ``code`` its QR code
    as SVG; ``day`` is when the text was last changed, ``""`` where nobody knows.
    """

    kind: str
    title: str
    summary: str
    association: str
    page: str
    code: str
    day: str = ""
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    has_cover: bool = False
    goals_title: str = ""
    goals: tuple[str, ...] = ()
    video: PrintedLink | None = None
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
