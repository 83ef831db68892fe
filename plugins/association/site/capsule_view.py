"""What is published of a self-training capsule."""

from dataclasses import dataclass

from ..pages.common import Body, Link, Term
from ..pages.video_view import Video
from ..people.view import PublicPerson


@dataclass(frozen=True)
class CapsuleCard:
    """A capsule in a list; ``duration`` is said as « 45 min »."""

    url: str
    title: str
    summary: str
    duration: str
    audiences: tuple[str, ...]
    is_example: bool
    lang: str = "fr"


@dataclass(frozen=True)
class CapsulePage:
    """Everything the page of a capsule shows; ``author`` is None once withdrawn from the site.

    ``people`` work on its themes, with its audiences.
    """

    card: CapsuleCard
    video: Video | None
    body: Body
    author: Link | None
    goals: tuple[str, ...]
    audiences: tuple[Term, ...]
    themes: tuple[Term, ...]
    people: tuple[PublicPerson, ...]
