"""What is published of a self-training capsule."""

from dataclasses import dataclass

from ..pages.common import Body, Document, Link, Term
from ..pages.video_view import Video
from ..people.view import PublicPerson
from .text_blocks import ShownTerm


@dataclass(frozen=True)
class CapsuleCard:
    """A capsule in a list; ``duration`` is said as « 45 min », ``""`` when unknown.

    ``steps`` are the anchors of its steps, ``exercises`` how many it has to answer.
    """

    url: str
    title: str
    summary: str
    duration: str
    steps: tuple[str, ...]
    exercises: int
    audiences: tuple[str, ...]
    is_example: bool
    lang: str = "fr"


@dataclass(frozen=True)
class Part:
    """A part of a capsule's text, its anchor without ``#``; a step has a ``duration``."""

    title: str
    anchor: str
    duration: str = ""


@dataclass(frozen=True)
class Work:
    """A work to read; ``by`` are its authors in a sentence, ``""`` and None what is not said."""

    title: str
    authors: tuple[str, ...]
    by: str
    publisher: str
    year: int | None
    url: str


@dataclass(frozen=True)
class CapsulePage:
    """Everything the page of a capsule shows; ``author`` is None once withdrawn from the site.

    It is number ``rank`` of the ``count`` capsules. Whoever answers its exercises may save
    ``answers_file``. ``people`` work on its themes, with its audiences.
    """

    card: CapsuleCard
    minutes: int | None
    rank: int
    count: int
    answers_file: str
    parts: tuple[Part, ...]
    works: tuple[Work, ...]
    terms: tuple[ShownTerm, ...]
    video: Video | None
    body: Body
    author: Link | None
    goals: tuple[str, ...]
    audiences: tuple[Term, ...]
    themes: tuple[Term, ...]
    people: tuple[PublicPerson, ...]
    documents: tuple[Document, ...] = ()
