"""Addresses that were left for others: said by the entries, and by ``content/redirections.yml``.

An entry says which addresses its page had (``anciennes_adresses``); the file says where those of
the association's former site lead. ``checks.redirection_checks`` judges them. Reads the one file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problems.findings import Finding, Span
from ..problems.report import Problem, problem_of
from ..source import frontmatter
from .addresses import path_of
from .entry import Entry
from .reading import REDIRECTIONS, Content
from .redirections import WrittenRedirections
from .schema import WrittenEntry
from .validation import validated
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Left:
    """An address that was left: ``before`` from the site's root, ``after`` too or a full address.

    ``entry`` is the one that says so, None when ``redirections.yml`` does; the rest is its place.
    """

    before: str
    after: str
    entry: Entry[WrittenEntry] | None
    source: str
    lines: Sequence[str]
    span: Span
    span_after: Span

    def problem(self, finding: Finding) -> Problem:
        """Return a finding of its place as a problem."""
        return problem_of(finding, self.source, self.lines)


def addresses_left(content: Content) -> tuple[list[Left], list[Problem]]:
    """Return every address that was left, and what is wrong with the file of redirections."""
    from_file, problems = _of_former_site(content.root)
    return [*_of_entries(content), *from_file], problems


def _of_entries(content: Content) -> Iterator[Left]:
    for entry in content.all_entries():
        after = f"/{path_of(entry.folder, entry.slug)}"
        for number, before in enumerate(entry.written.old_addresses):
            span = entry.front.span_of(("anciennes_adresses", number))
            yield Left(before, after, entry, entry.source, entry.lines, span, span)


def _of_former_site(root: Path) -> tuple[list[Left], list[Problem]]:
    path = root / REDIRECTIONS
    name = f"{root.name}/{REDIRECTIONS}"
    if not path.exists():
        return [], []
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return [], [problem_of(_UNREADABLE, name, ())]
    lines = text.split("\n")
    front = frontmatter.read(text, 1)
    written, findings = validated(WrittenRedirections, front, Vocabulary())
    problems = [problem_of(found, name, lines) for found in (*front.findings, *findings)]
    left = [
        Left(
            one.before,
            one.after,
            None,
            name,
            lines,
            front.span_of(("redirections", number, "de")),
            front.span_of(("redirections", number, "vers")),
        )
        for number, one in enumerate(written.redirections if written else ())
    ]
    return left, problems


_UNREADABLE = Finding(
    Span(),
    "redirections-illisibles",
    "la liste des redirections ne peut pas être lue",
    "remettez le fichier redirections.yml, enregistré en UTF-8",
)
