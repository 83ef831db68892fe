"""The list of all checks, and their course over a content: everything an editor can be told.

A check is a function whose docstring says what it finds. The lists tell them apart by what they
look at; their order means nothing, for problems are told in the order of reading.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import cast

from ..content import reading
from ..content.entry import AnyEntry, Event, Practitioner
from ..content.history import History, history
from ..content.policy import USUAL, Policy
from ..content.reading import Content
from ..content.silenced_advice import heard
from ..core.gc_pause import pause_gc
from ..core.results_cache import NO_CACHE, ResultsCache
from ..pictures.rendition_cache import RenditionCache
from ..problems.findings import Finding
from ..problems.report import Problem, in_reading_order
from . import (
    agenda_checks,
    contact_details,
    entry_checks,
    event_times,
    people_checks,
    picture_checks,
    picture_uses,
    redirection_checks,
    references,
    remaining_signs,
    unfit_content,
    video_checks,
)
from .check_context import CheckContext
from .copies import copies, files_beside
from .damaged_letters import damaged_letters
from .days_to_come import days_to_come
from .deceptive_links import deceptive_links
from .document_checks import unfit_documents
from .escaped_signs import escaped_signs
from .former_agenda import NOTHING_PUBLISHED, FormerAgenda
from .lost_events import lost_events
from .reserved_names import name_left_as_it_was, taken_name
from .since_publication import changes_since_publication
from .translations import translations_behind
from .typographic_advice import typographic_advice
from .visitor_words import words_of_pages
from .weekdays import weekdays_of_entry

CheckOfContent = Callable[[CheckContext], Iterable[Problem]]

# What the file of an entry is enough to say, whatever the day and the other files.
OF_FILE: tuple[Callable[[AnyEntry], Iterable[Finding]], ...] = (
    entry_checks.repeated_values,
    entry_checks.text_left_to_write,
    entry_checks.pull_quote_of_another_text,
    weekdays_of_entry,
    name_left_as_it_was,
    taken_name,
    video_checks.missing_transcription,
    remaining_signs.remaining_signs,
    remaining_signs.links_to_the_preview,
    remaining_signs.detours,
    remaining_signs.indented_text,
    remaining_signs.words_of_the_model,
    remaining_signs.numbered_notes,
    remaining_signs.false_headings,
    damaged_letters,
    escaped_signs,
)
OF_EVENT_FILE: tuple[Callable[[Event], Iterable[Finding]], ...] = (
    entry_checks.recurrence,
    entry_checks.unmatched_exceptions,
    entry_checks.late_deadline,
    entry_checks.unseen_reasons,
    entry_checks.short_months,
    entry_checks.repeated_dates,
    entry_checks.dates_moved_onto_others,
    entry_checks.postal_code_of_event,
    entry_checks.position,
    event_times.skipped_and_repeated_hours,
    event_times.hours_of_rules,
    event_times.far_ends,
    event_times.overlapping_dates,
    event_times.cut_rules,
)
OF_PROFILE_FILE: tuple[Callable[[Practitioner], Iterable[Finding]], ...] = (
    entry_checks.postal_code_of_profile,
    contact_details.contacts_of_profile,
    people_checks.town_in_texts,
    people_checks.town_of_postal_code,
    people_checks.department_of_declaration,
    people_checks.place_of_portrait,
    people_checks.given_name,
    people_checks.signs_of_booklet,
)
# What an entry says on a day, among the other files.
OF_ENTRY: tuple[Callable[[AnyEntry, CheckContext], Iterable[Finding]], ...] = (
    references.unknown_entries,
    references.unknown_files,
    references.broken_links,
    references.links_to_what_waits,
    deceptive_links,
    contact_details.contacts_in_texts,
    entry_checks.news_to_come,
    entry_checks.unknown_region,
    entry_checks.creation_to_come,
    changes_since_publication,
    event_times.missing_ends,
)
# What the files say together.
OF_PEOPLE: tuple[CheckOfContent, ...] = (
    people_checks.profiles_to_confirm,
    people_checks.claims_over,
    people_checks.links_told_by_one,
    people_checks.shared_certificate_numbers,
    people_checks.withdrawn_people,
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
    lost_events,
    redirection_checks.wrong_addresses_left,
    translations_behind,
    words_of_pages,
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

    ``rendition_cache`` remembers which pictures were read before, ``cache`` which texts; ``now`` is
    the real instant when the site is shown on another day, ``asof``; ``former`` is what the
    published site announces.
    """
    content = reading.read(root, cache)
    instant = now or asof
    past = history(content, instant)
    context = CheckContext(
        content, asof, instant, policy, rendition_cache, cache, past, former_agenda
    )
    problems = [*content.problems, *of_content((*OF_PEOPLE, *OF_EVENTS, *OF_FOLDER), context)]
    problems = _heard_of_files(problems, content)
    for entry in content.all_entries():
        problems += map(entry.problem, of_entry(entry, context))
    cache.save()
    return Verified(content, past, tuple(in_reading_order(problems)))


def _heard_of_files(problems: list[Problem], content: Content) -> list[Problem]:
    """Return the problems without the advice that their files silence."""
    silenced = {entry.source: entry.written.silenced_advice for entry in content.all_entries()}
    return [
        one for one in problems if any(True for _ in heard([one], silenced.get(one.source, ())))
    ]


def of_content(checks: Iterable[CheckOfContent], context: CheckContext) -> Iterator[Problem]:
    """Yield what some checks say of the content."""
    for check in checks:
        yield from check(context)


def of_entry(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Yield what is wrong with one entry on a day."""
    own_names = context.content.vocabulary.own_names
    key = ("alone", entry.path, "\n".join(entry.lines), *own_names)
    alone = context.cache.get_or_compute(key, lambda: [*_alone(entry, own_names)])
    among_others = chain.from_iterable(check(entry, context) for check in OF_ENTRY)
    yield from heard(chain(among_others, alone), entry.written.silenced_advice)


def _alone(entry: AnyEntry, own_names: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what an entry's own file, and the names that the site keeps, are enough to say."""
    for check in OF_FILE:
        yield from check(entry)
    yield from typographic_advice(entry, own_names)
    for check_event in OF_EVENT_FILE if entry.folder == "agenda" else ():
        yield from check_event(cast("Event", entry))
    for check_profile in OF_PROFILE_FILE if entry.folder == "praticiens" else ():
        yield from check_profile(cast("Practitioner", entry))
