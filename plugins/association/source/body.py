"""A Markdown body that was read: its HTML, and what it is made of, with places in its text. Pure.

Places are offsets from the start of the text, ends exclusive; ``Body.span`` gives them as lines and
columns. What a program writes by itself (numbers of notes, ways back) has no place and is not told.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from ..problems.findings import Finding, Span
from .headings import Heading


def starts_of_lines(text: str) -> list[int]:
    """Return the offset at which each line of a text begins."""
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


@dataclass(frozen=True, slots=True)
class Place:
    """A run of the text, from ``start`` to ``end``, perhaps over several lines."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page by its HTML tag, with the first and the last line of its content.

    ``tags`` are those of the blocks it stands in, outermost first, its own last: ``("ul", "li")``.
    ``words`` is the text of a heading, a paragraph, an item, a cell, a title of a fold-out or a
    code; blocks that only hold others have none.
    """

    tags: tuple[str, ...]
    first: int
    last: int
    words: str = ""

    @property
    def tag(self) -> str:
        """Its own HTML tag: « p », « h2 », « ul », « table », « blockquote », « pre »…"""
        return self.tags[-1]


@dataclass(frozen=True, slots=True)
class Link:
    """A link, a picture with ``is_picture``, as the page has it and where it is written.

    ``place`` is all of it, from its bracket to its parenthesis, ``label`` what stands between its
    brackets; ``words`` are the link's visible words or the picture's alternative text. The target
    of a link by reference stands elsewhere.
    """

    words: str
    target: str
    title: str
    place: Place
    words_place: Place
    target_place: Place
    label: Place
    is_picture: bool = False
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the site's own: its name, the argument after its bar, its options as written.

    ``line`` is that of its head, ``column`` where the argument begins, or would; the options are
    the lines below. ``is_placed``: Markdown made a block of it where it stands.
    """

    name: str
    argument: str
    line: int
    column: int
    options: str = ""
    is_placed: bool = True


class Role(Enum):
    """What a passage is: words of the text, code as it stands, or words beside the text."""

    TEXT = "text"
    CODE = "code"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code: the lines of its two marks; the last is that of its code when not closed."""

    first: int
    last: int
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read together: of a block, of an alternative text or of a title.

    ``runs`` say where they come from: each is an index in ``words``, an offset in the text, and how
    many characters follow each other in both.
    """

    words: str
    runs: tuple[tuple[int, int, int], ...]
    role: Role = Role.TEXT

    @property
    def is_in_text(self) -> bool:
        """Whether it is read on the page, and not beside it."""
        return self.role is not Role.ASIDE

    def place(self, start: int, end: int) -> Place:
        """Return where the characters ``start`` to ``end`` of the words stand in the text."""
        return Place(self._offset(start), self._offset(max(end - 1, start)) + 1)

    def _offset(self, index: int) -> int:
        number = bisect_right(self.runs, (index, 1 << 40, 0)) - 1
        if number < 0:
            return self.runs[0][1] if self.runs else 0
        first, offset, length = self.runs[number]
        return offset + min(index - first, length - 1)


@dataclass(frozen=True)
class Body:
    """A text read once: what the page shows of it, and where each part is written.

    ``code_spans`` are code within lines, its marks included; ``left_open`` names the blocks « /// »
    that Markdown began and nothing ends. A text with ``tangles`` was not read further: nothing of
    it shows.
    """

    text: str
    html: str = ""
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()
    code_spans: tuple[Place, ...] = ()
    fences: tuple[Fence, ...] = ()
    text_blocks: tuple[TextBlock, ...] = ()
    left_open: tuple[str, ...] = ()
    tangles: tuple[Finding, ...] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        return starts_of_lines(self.text)

    def line(self, offset: int) -> int:
        """Return the line, from 1, that holds an offset."""
        return bisect_right(self._starts, offset)

    def span(self, place: Place) -> Span:
        """Return a place as a line and its columns; of several lines, the first."""
        line = self.line(place.start)
        start = self._starts[line - 1]
        stop = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        column = place.start - start + 1
        return Span(line, column, max(min(place.end, stop) - start + 1, column + 1))

    def fenced_lines(self) -> frozenset[int]:
        """Return the lines of fenced code, its marks included."""
        return frozenset(n for fence in self.fences for n in range(fence.first, fence.last + 1))

    def code_lines(self) -> frozenset[int]:
        """Return the lines that are shown as they stand: of blocks of code, fences included."""
        blocks = (block for block in self.blocks if block.tag == "pre")
        return self.fenced_lines().union(
            n for block in blocks for n in range(block.first, block.last + 1)
        )

    def pictures(self) -> Iterator[Link]:
        """Yield the pictures."""
        return (link for link in self.links if link.is_picture)
