"""What is said of one text, of which nothing is known but what its site publishes. Pure.

A browser runs it. What several files say together, what pictures hold and what git remembers stay
with ``all_checks``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from ..content.content_types import CONTENT_TYPES
from ..content.entry import Entry
from ..content.misplaced import misplaced
from ..content.reading import Content, entry_of
from ..content.schema import TYPES, WrittenEntry
from ..content.silenced_advice import heard
from ..content.translations import translation_name
from ..problems.findings import Severity
from ..problems.report import Problem, in_reading_order, problem_of
from ..source import source
from ..source.source import Source
from . import agenda_checks, people_checks, picture_uses, unfit_content
from .check_context import CheckContext
from .days_to_come import days_to_come
from .entry_in_content import of_entry
from .former_agenda import NOTHING_PUBLISHED, FormerAgenda
from .public_index import PublicIndex, content_of_index
from .visitor_words import words_of_pages

# Of what files say together, what one is enough to say.
_OF_ONE: tuple[Callable[[CheckContext], Iterable[Problem]], ...] = (
    people_checks.profiles_to_confirm,
    people_checks.claims_over,
    people_checks.links_told_by_one,
    days_to_come,
    agenda_checks.dates_to_announce,
    picture_uses.wrong_uses,
    unfit_content.examples,
    unfit_content.texts_to_approve,
    words_of_pages,
)
# What a file that was added since the site was published makes untrue.
UNLESS_ADDED = frozenset(
    {"ancre-cassee", "fichier-introuvable", "lien-casse", "reference-inconnue"}
)
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class KnownSite:
    """What is known of the site when a text is checked: its index, its agenda, and the hour."""

    index: PublicIndex
    now: datetime
    former_agenda: FormerAgenda = NOTHING_PUBLISHED


@dataclass(frozen=True)
class CheckedText:
    """A text as it was read, with its problems in reading order."""

    read: Source
    problems: tuple[Problem, ...]


def checked_text(text: bytes, path: str, site: KnownSite) -> CheckedText:
    """Return what is said of the file at ``path``, « agenda/fete.md », if it held ``text``.

    Raises ValueError, in French, when no entry can lie there, or it is a translation, which is read
    beside its original.
    """
    folder, _, name = path.partition("/")
    if folder not in TYPES or "/" in name or not name.endswith(".md"):
        known = ", ".join(f"{folder}/" for folder in CONTENT_TYPES)
        raise ValueError(f"« {path} » : un fichier « … .md » de l’un de ces dossiers : {known}")
    if translation_name(Path(path)):
        raise ValueError(
            f"« {name} » est une traduction : elle se lit avec son original, que cette page n’a "
            "pas. La forge la vérifie à l’enregistrement."
        )
    source_name, slug = f"content/{path}", name.removesuffix(".md")
    read = source.read(text)
    found = entry_of(folder, slug, source_name, read, site.index.vocabulary)
    problems = [problem_of(finding, source_name, read.lines) for finding in found.findings]
    if wrong_name := misplaced(Path(path), Path(path)):
        problems.append(problem_of(wrong_name, source_name, ()))
    if found.entry is not None:
        problems += _of_entry(found.entry, site)
    return CheckedText(read, tuple(in_reading_order(problems)))


def _of_entry(entry: Entry[WrittenEntry], site: KnownSite) -> Iterator[Problem]:
    others = content_of_index(site.index)
    own = {entry.slug: entry}
    among = {**others.entries, entry.folder: {**others.entries[entry.folder], **own}}
    alone = {folder: own if folder == entry.folder else {} for folder in TYPES}
    yield from map(entry.problem, of_entry(entry, _context(replace(others, entries=among), site)))
    of_one = chain.from_iterable(
        check(_context(replace(others, entries=alone), site)) for check in _OF_ONE
    )
    mine = (problem for problem in of_one if problem.source == entry.source)
    yield from heard(mine, entry.written.silenced_advice)


def _context(content: Content, site: KnownSite) -> CheckContext:
    return CheckContext(
        content, site.now, site.now, site.index.policy, former_agenda=site.former_agenda
    )


def errors_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems the gravest first, in reading order among equals."""
    return sorted(problems, key=lambda problem: _RANKS[problem.severity])
