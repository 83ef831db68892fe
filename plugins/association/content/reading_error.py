"""What is said and cannot be taken as it is. Pure."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


class ReadingError(Exception):
    """What somebody said is impossible, incomplete, or may mean something else.

    ``says`` why, and ``fix`` what to do about it, in French, whatever the form; ``example`` is a
    form that would do, as people say it. ``likely`` is what was most likely meant, in the form of
    files, or ``""``: it is asked, never taken.
    """

    def __init__(self, says: str, fix: str = "", example: str = "", likely: str = "") -> None:
        super().__init__(says)
        self.says, self.example, self.likely = says, example, likely
        shown = f"par exemple « {example} »" if example else ""
        self.fix = ", ".join(part for part in (fix or f"écrivez {shown}", fix and shown) if part)


def first_certain(readings: Iterable[Callable[[], T]], says: str, example: str) -> T:
    """Return the first of the readings that leaves no doubt.

    Raises the ReadingError of the first reading, or one that the text is not understood.
    """
    doubts = []
    for read in readings:
        try:
            return read()
        except ReadingError as doubt:
            doubts.append(doubt)
    raise doubts[0] if doubts else ReadingError(says, example=example)
