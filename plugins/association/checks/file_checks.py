"""What is said of one file from the file alone, whatever the day and the other files.

None of it opens a picture or a document: a browser runs it too. ``entry_in_content`` adds what the
file names of the others, and remembers what is said here.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from ..content.entry import AnyEntry, Capsule, Event, Practitioner
from ..problems.findings import Finding
from . import (
    capsule_checks,
    contact_details,
    entry_checks,
    event_times,
    people_checks,
    remaining_signs,
    video_checks,
)
from .advised_fields import advised_fields
from .damaged_letters import damaged_letters
from .deceptive_links import deceptive_links
from .escaped_signs import escaped_signs
from .reserved_names import name_left_as_it_was, taken_name
from .typographic_advice import typographic_advice
from .weekdays import weekdays_of_entry

# What the file of an entry is enough to say, whatever the day and the other files.
OF_FILE: tuple[Callable[[AnyEntry], Iterable[Finding]], ...] = (
    entry_checks.repeated_values,
    entry_checks.text_left_to_write,
    entry_checks.pull_quote_of_another_text,
    advised_fields,
    capsule_checks.exercises_elsewhere,
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
)
OF_CAPSULE_FILE: tuple[Callable[[Capsule], Iterable[Finding]], ...] = (
    capsule_checks.unread_times,
    capsule_checks.duration_of_steps,
)


def said_by_file(
    entry: AnyEntry, own_names: tuple[str, ...], own_hosts: tuple[str, ...]
) -> Iterator[Finding]:
    """Yield what an entry's own file, and the site's own names and addresses, are enough to say."""
    for check in OF_FILE:
        yield from check(entry)
    yield from deceptive_links(entry, own_hosts)
    yield from typographic_advice(entry, own_names)
    for check_event in OF_EVENT_FILE if entry.folder == "agenda" else ():
        yield from check_event(cast("Event", entry))
    for check_profile in OF_PROFILE_FILE if entry.folder == "praticiens" else ():
        yield from check_profile(cast("Practitioner", entry))
    for check_capsule in OF_CAPSULE_FILE if entry.folder == "capsules" else ():
        yield from check_capsule(cast("Capsule", entry))
