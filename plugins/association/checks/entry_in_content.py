"""What is said of one entry on a day, among the other files.

None of it opens a picture or a document: a browser runs it too. ``all_checks`` adds what the files
say together.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..content.entry import AnyEntry
from ..content.silenced_advice import heard
from ..problems.findings import Finding
from . import contact_details, entry_checks, event_times, references
from .check_context import CheckContext
from .since_publication import changes_since_publication

OF_ENTRY: tuple[Callable[[AnyEntry, CheckContext], Iterable[Finding]], ...] = (
    references.unknown_entries,
    references.unknown_files,
    references.broken_links,
    references.links_to_what_waits,
    contact_details.contacts_in_texts,
    entry_checks.news_to_come,
    entry_checks.unknown_region,
    entry_checks.creation_to_come,
    changes_since_publication,
    event_times.missing_ends,
)


def of_entry(entry: AnyEntry, context: CheckContext) -> Iterator[Finding]:
    """Yield what is wrong with one entry on a day, its own file included."""
    own_names = context.content.vocabulary.own_names
    own_hosts = context.policy.own_hosts

    def said_alone() -> tuple[Finding, ...]:
        from .file_checks import said_by_file  # noqa: PLC0415 — slow to load, and mostly remembered

        return (*said_by_file(entry, own_names, own_hosts),)

    # What fields are read as is the vocabulary's: the towns of a region, a word's other names.
    key = ("alone", entry.path, entry.text_key, repr(own_hosts), context.vocabulary_key)
    alone = context.cache.get_or_compute(key, said_alone)
    among_others = chain.from_iterable(check(entry, context) for check in OF_ENTRY)
    yield from heard(chain(among_others, alone), entry.written.silenced_advice)
