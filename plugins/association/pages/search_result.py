"""A page as a search result."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchResult:
    """What a result shows besides the page's title; a page without one is not indexed.

    ``kind`` is « Rendez-vous »; ``when`` and ``where`` are words, or ``""``; ``state`` is
    « Annulé » or ``""``; ``over_at`` is the UTC instant after which the event is over,
    ``""`` for what does not end.
    """

    kind: str
    when: str = ""
    where: str = ""
    state: str = ""
    over_at: str = ""
    is_example: bool = False
