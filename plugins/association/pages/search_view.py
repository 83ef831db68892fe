"""How a page shows among what a search finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """What a result says besides the page's title; a page without one is not searched.

    ``kind`` is « Rendez-vous »; ``when`` and ``where`` are words, or ``""``; ``state`` is
    « Annulé » or ``""``; ``over_at`` is the UTC instant from which the page's date is past,
    ``""`` for what does not end.
    """

    kind: str
    when: str = ""
    where: str = ""
    state: str = ""
    over_at: str = ""
    is_example: bool = False
