"""An entry: a content file that was read. Which files are entries is ``reading``'s."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from ..core.cache import digest
from ..core.person_names import sort_key
from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from ..source.body import Body, Place
from ..source.frontmatter import FrontMatter, Table
from .schema import (
    WrittenCapsule,
    WrittenDigitalDocument,
    WrittenEntry,
    WrittenEvent,
    WrittenGroup,
    WrittenMetier,
    WrittenNews,
    WrittenPage,
    WrittenPractitioner,
)
from .text_blocks import WrittenTextBlock

W_co = TypeVar("W_co", bound=WrittenEntry, covariant=True)

_NO_FRONT = FrontMatter(Table(Span(1, 1, 1)))


@dataclass(frozen=True)
class Entry(Generic[W_co]):
    """A content file that was read: its fields, its text, and where all of it stands.

    ``source`` is its path from the project's root with slashes; ``path`` from the content's folder.
    ``summary_is_drawn``: its writer gave no summary, and it is the first sentence of the text.
    ``text_blocks`` are the blocks of its text by their numbers, None for one with a fault.
    """

    folder: str
    slug: str
    source: str
    written: W_co
    body: Body
    body_line: int
    front: FrontMatter
    lines: tuple[str, ...]
    summary_is_drawn: bool = False
    text_blocks: tuple[WrittenTextBlock | None, ...] = ()

    @property
    def markdown(self) -> str:
        """The text as it is written."""
        return self.body.text

    @property
    def path(self) -> str:
        """The path from the content's folder, as ``{filename}`` links name it."""
        return f"{self.folder}/{self.slug}.md"

    @cached_property
    def text_key(self) -> bytes:
        """What its file says, in the key of a result."""
        return digest(*self.lines)

    def span(self, place: Place) -> Span:
        """Return where a place of the text stands in the file."""
        return self.body.span(place).down(self.body_line - 1)

    def problem(self, finding: Finding) -> Problem:
        """Return a finding of this file as a problem."""
        return problem_of(finding, self.source, self.lines)

    def without_places(self) -> "Entry[W_co]":
        """Return the entry without what tells where its words stand: its lines, and their tree."""
        shown = Body("", self.body.html, self.body.headings)
        blocks = tuple(block and block.without_places() for block in self.text_blocks)
        return replace(self, body=shown, front=_NO_FRONT, lines=(), text_blocks=blocks)


AnyEntry = Entry[WrittenEntry]
News = Entry[WrittenNews]
Event = Entry[WrittenEvent]
Capsule = Entry[WrittenCapsule]
Practitioner = Entry[WrittenPractitioner]
DigitalDocument = Entry[WrittenDigitalDocument]
Group = Entry[WrittenGroup]


def name_of(person: WrittenPractitioner) -> str:
    """Return the full name of a practitioner."""
    return f"{person.given_name} {person.family_name}".lstrip()


def order_of(person: WrittenPractitioner) -> tuple[str, ...]:
    """Return what practitioners are sorted by: their names."""
    return sort_key(person.family_name, person.given_name)


def title_of(entry: AnyEntry) -> str:
    """Return the title of an entry: a practitioner's is the name."""
    written = entry.written
    if isinstance(written, WrittenPractitioner):
        return name_of(written)
    return str(getattr(written, "title", entry.slug))


def lead_of(entry: AnyEntry) -> str:
    """Return the summary above the text of an entry, ``""`` where the text begins with it."""
    return "" if entry.summary_is_drawn else str(getattr(entry.written, "summary", ""))


Metier = Entry[WrittenMetier]


Page = Entry[WrittenPage]
