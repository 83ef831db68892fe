"""An entry: a content file that was read. Which files are entries is ``reading``'s."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from .problems.findings import Finding
from .problems.report import Problem, of_file
from .schema import WrittenEntry
from .source.frontmatter import FrontMatter

W_co = TypeVar("W_co", bound=WrittenEntry, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[W_co]):
    """A content file that was read: what was written, its Markdown, and where all of it stands.

    ``source`` is its path from the project's root with slashes; ``path`` from the content's folder.
    """

    folder: str
    slug: str
    source: str
    written: W_co
    markdown: str
    body_line: int
    front: FrontMatter
    lines: tuple[str, ...]

    @property
    def path(self) -> str:
        """The path from the content's folder, as ``{filename}`` links name it."""
        return f"{self.folder}/{self.slug}.md"

    def problem(self, finding: Finding) -> Problem:
        """Return a finding of this file as a problem."""
        return of_file(finding, self.source, self.lines)
