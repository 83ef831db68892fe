"""All that was lost of the structure of a text, and the text with it put back."""

from collections.abc import Callable, Iterable, Iterator

from .fold_outs import lost_fold_outs
from .lists import false_lists, numbered_by_mistake
from .paragraphs import cut_words, melted_lines
from .passage import Lines, Passage
from .quotations import sourced_quotations
from .tables import pasted_tables

_FINDERS: tuple[Callable[[Lines], Iterator[Passage]], ...] = (
    pasted_tables,
    false_lists,
    numbered_by_mistake,
    sourced_quotations,
    cut_words,
    melted_lines,
)
# A list within a table within a fold-out: each round brings one to light.
_MOST_ROUNDS = 8


def passages(lines: Lines) -> list[Passage]:
    """Return the passages to put right: none lies across another, fold-outs hold others."""
    found: list[Passage] = []
    for finder in _FINDERS:
        found += [one for one in finder(lines) if not any(_meet(one, other) for other in found)]
    return sorted([*found, *lost_fold_outs(lines)], key=lambda one: one.start)


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.stop and other.start < one.stop


def restructured(markdown: str, lines_of: Callable[[str], Lines]) -> str:
    """Return a text with every passage put right of which no doubt is left.

    ``lines_of`` returns the lines of a text, None for those of code.
    """
    for _ in range(_MOST_ROUNDS):
        sure = [one for one in passages(lines_of(markdown)) if one.instead]
        inner = [one for one in sure if not any(_holds(one, other) for other in sure)]
        if not inner:
            break
        markdown = _replaced(markdown, inner)
    return markdown


def _holds(one: Passage, other: Passage) -> bool:
    return one is not other and _meet(one, other) and one.count >= other.count


def _replaced(markdown: str, found: Iterable[Passage]) -> str:
    lines = markdown.split("\n")
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        lines[one.start : one.stop] = one.instead
    return "\n".join(lines)
