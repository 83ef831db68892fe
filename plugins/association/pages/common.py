"""Small views that several kinds of page share.

Labels are in the page's language, addresses are ready for ``href``. Pure.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from ..source.headings import Heading
from .qr import qr_code

T = TypeVar("T")


@dataclass(frozen=True)
class TitledList(Generic[T]):
    """Items under their title; ``anchor`` is where links to the title lead, ``""`` for nowhere."""

    title: str
    items: tuple[T, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Link:
    """A link: its words and its address (root-relative, or absolute when it leaves the site).

    Where a name may have no address, the ``url`` of one that has none is ``""``.
    """

    label: str
    url: str


@dataclass(frozen=True)
class Term:
    """A controlled word: its name, its slug and, when it has a page, that page's address."""

    name: str
    slug: str
    url: str = ""


@dataclass(frozen=True)
class PictureSource:
    """The files of a picture in one format: its media type, ``srcset`` and ``sizes`` of HTML."""

    type: str
    srcset: str
    sizes: str


@dataclass(frozen=True)
class Image:
    """A picture with what a browser and a reader who cannot see it need.

    ``width`` and ``height`` are those of the largest file, in pixels. ``alt`` is empty for a
    decorative picture only. ``url`` is a file that any program shows; a picture made of pixels has
    lighter ones in ``sources``, the best format first, and a small one in ``thumbnail``.
    """

    url: str
    alt: str
    width: int
    height: int
    caption: str = ""
    credit: str = ""
    sources: tuple[PictureSource, ...] = ()
    thumbnail: str = ""


@dataclass(frozen=True)
class Document:
    """A file to download.

    ``about`` says its format, pages and weight: « PDF, 4 pages, 120 ko »; ``page`` is the address
    of the page that presents it, ``""`` where there is none.
    """

    title: str
    url: str
    about: str
    page: str = ""


@dataclass(frozen=True)
class Subscription:
    """A calendar to subscribe to.

    ``webcal_url`` opens a calendar program, ``url`` is the full address to paste into one,
    ``page`` the page of what it holds; ``reminding_url`` and its webcal form are the same calendar
    with a reminder of each date.
    """

    name: str
    webcal_url: str
    url: str
    page: str
    reminding_webcal_url: str
    reminding_url: str

    @property
    def qr(self) -> Markup:
        """The code that opens it on a telephone."""
        return qr_code(self.webcal_url, f"Code QR de l’abonnement : {self.name}")


@dataclass(frozen=True)
class Day:
    """A day to show: ``iso`` for ``datetime=``, ``label`` for the eye (« 1er mars 2027 »)."""

    iso: str
    label: str


@dataclass(frozen=True)
class Body:
    """Rendered Markdown and its table of contents."""

    html: Markup
    headings: tuple[Heading, ...] = ()

    @property
    def has_fold_outs(self) -> bool:
        """Whether something in the text can be folded away."""
        return "<details" in self.html

    @property
    def exercises(self) -> int:
        """How many exercises the text has."""
        return self.html.count('<div class="exercice"')

    @property
    def has_tables(self) -> bool:
        """Whether the text has a table, which may be wider than a screen."""
        return "<table" in self.html
