"""What is published of a métier."""

from dataclasses import dataclass

from ..pages.common import Body, Document
from ..pages.windows import Timed


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
    """Everything the page of a métier shows; ``training`` pairs a heading with its words."""

    card: MetierCard
    body: Body
    training: tuple[tuple[str, str], ...]
    documents: tuple[Document, ...]
    directory_url: str
