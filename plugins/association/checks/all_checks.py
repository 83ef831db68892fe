"""The list of all checks, and their course over a content: everything an editor can be told.

A check is a function whose docstring says what it finds. The lists tell them apart by what they
look at; their order means nothing, for problems are told in the order of reading. Those of one file
are in ``file_checks`` and ``entry_in_content``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..content import reading
from ..content.history import History, history
from ..content.policy import USUAL, Policy
from ..content.reading import Content
from ..content.silenced_advice import heard
from ..core.gc_pause import pause_gc
from ..core.results_cache import NO_CACHE, ResultsCache
from ..pictures.rendition_cache import RenditionCache
from ..problems.report import Problem, in_reading_order
from . import (
    agenda_checks,
    people_checks,
    picture_checks,
    picture_uses,
    redirection_checks,
    references,
    unfit_content,
)
from .booklet_signs import signs_of_booklet
from .check_context import CheckContext
from .copies import copies, files_beside
from .days_to_come import days_to_come
from .document_checks import documents_presented_twice, documents_without_text, unfit_documents
from .entry_in_content import of_entry
from .former_agenda import NOTHING_PUBLISHED, FormerAgenda
from .group_checks import mandates_over
from .lost_events import lost_events
from .response_checks import unfit_responses
from .translations import translations_behind
from .unprinted_texts import documents_in_the_way, unprinted_texts
from .visitor_words import words_of_pages

CheckOfContent = Callable[[CheckContext], Iterable[Problem]]

# What the files say together.
OF_PEOPLE: tuple[CheckOfContent, ...] = (
    people_checks.profiles_to_confirm,
    people_checks.claims_over,
    mandates_over,
    people_checks.links_told_by_one,
    people_checks.shared_certificate_numbers,
    people_checks.withdrawn_people,
    signs_of_booklet,
    days_to_come,
)
OF_EVENTS: tuple[CheckOfContent, ...] = (
    agenda_checks.shared_identities,
    agenda_checks.shared_numbers,
    agenda_checks.unexplained_gaps,
    agenda_checks.same_events,
    agenda_checks.left_to_write,
    agenda_checks.dates_to_announce,
)
OF_FOLDER: tuple[CheckOfContent, ...] = (
    references.missing_pages,
    unfit_content.examples,
    unfit_content.texts_to_approve,
    copies,
    files_beside,
    picture_checks.unfit_pictures,
    picture_checks.portraits_of_nobody,
    picture_uses.wrong_uses,
    unfit_documents,
    documents_presented_twice,
    documents_without_text,
    lost_events,
    redirection_checks.wrong_addresses_left,
    translations_behind,
    words_of_pages,
    unfit_responses,
    unprinted_texts,
    documents_in_the_way,
)


@dataclass(frozen=True)
class Verified:
    """The content of a folder, its events' past, and all problems in reading order."""

    content: Content
    history: History
    problems: tuple[Problem, ...]


@pause_gc()
def verified(
    root: Path,
    asof: datetime,
    policy: Policy = USUAL,
    rendition_cache: RenditionCache | None = None,
    cache: ResultsCache = NO_CACHE,
    now: datetime | None = None,
    former_agenda: FormerAgenda = NOTHING_PUBLISHED,
) -> Verified:
    """Return the content of the folder ``root`` with everything that can be said of it.

    ``rendition_cache`` remembers which pictures were read before, ``cache`` which texts, for the
    caller to save; ``now`` is the real instant when the site is shown on another day, ``asof``;
    ``former_agenda`` is what the published site announces.
    """
    content = reading.read(root, cache)
    instant = now or asof
    past = history(content, instant, cache)
    context = CheckContext(
        content, asof, instant, policy, rendition_cache, cache, past, former_agenda
    )
    problems = [*content.problems, *of_content((*OF_PEOPLE, *OF_EVENTS, *OF_FOLDER), context)]
    problems = _heard_of_files(problems, content)
    for entry in content.all_entries():
        problems += map(entry.problem, of_entry(entry, context))
    return Verified(content, past, tuple(in_reading_order(problems)))


def _heard_of_files(problems: list[Problem], content: Content) -> list[Problem]:
    """Return the problems without the advice that their files silence."""
    silenced = {entry.source: entry.written.silenced_advice for entry in content.all_texts()}
    return [
        one for one in problems if any(True for _ in heard([one], silenced.get(one.source, ())))
    ]


def of_content(checks: Iterable[CheckOfContent], context: CheckContext) -> Iterator[Problem]:
    """Yield what some checks say of the content."""
    for check in checks:
        yield from check(context)
