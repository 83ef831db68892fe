"""A text's table of contents."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """An entry of a table of contents: words, anchor without ``#``, entries below it."""

    label: str
    anchor: str
    children: tuple["Heading", ...] = ()
