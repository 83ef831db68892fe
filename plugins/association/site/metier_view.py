"""What is published of a métier."""

from dataclasses import dataclass

from ..events.view import AgendaLine
from ..pages.common import Body, Document, Link
from ..pages.windows import Timed, Window


@dataclass(frozen=True)
class MetierCard:
    """A métier in a list; ``holders`` says how many practise it, in turn: « 9 personnes… »."""

    url: str
    title: str
    summary: str
    holders: tuple[Timed[str], ...]
    lang: str = "fr"


@dataclass(frozen=True)
class MetierPage:
    """Everything the page of a métier shows; ``training`` pairs a heading with its words.

    ``provider`` trains and certifies, None where nobody wrote it.
    ``dates`` are the next ones that train to it or make it known, and ``dates_window`` lasts as
    long as one of them is not over; ``regions`` lead to those who practise it there, and say how
    many are based there.
    """

    card: MetierCard
    body: Body
    training: tuple[tuple[str, str], ...]
    provider: Link | None
    documents: tuple[Document, ...]
    directory_url: str
    dates: tuple[Timed[AgendaLine], ...]
    dates_window: Window
    regions: tuple[Link, ...]


@dataclass(frozen=True)
class ComparedMetiers:
    """The métiers side by side: a link for each, and for each question the answer of each.

    An answer is ``""`` where the métier does not say.
    """

    metiers: tuple[Link, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
