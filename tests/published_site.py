"""What a published site said of some events: written and read back as the program does."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from association.checks.all_checks import verified
from association.checks.former_agenda import FormerAgenda
from association.content.addresses import Addresses
from association.content.entry import Entry
from association.content.history import history
from association.content.reading import Content, entry_of
from association.content.revisions import Revision
from association.content.schema import Vocabulary, WrittenEvent
from association.editing.fixes.corrections import corrections
from association.events.agenda_json import agenda_json
from association.events.next_change import next_change_json
from association.events.public_event import PublicEvent, public_event
from association.events.published_agenda import published_agenda
from association.problems.report import Problem
from association.runner.former_site import AGENDA, NEXT_CHANGE
from association.source import source
from tests.git_content import GitContent

BUILT_FOR = datetime(2027, 2, 20, 12, tzinfo=UTC)
SITE = Addresses("https://asso.example")
SOON = datetime(2026, 12, 1, tzinfo=UTC)
_TOLD = {
    "brouillon-publie",
    "date-changee",
    "date-disparue",
    "historique-perdu",
    "revision-en-arriere",
    "site-publie-inconnu",
}


def published_text(text: str, slug: str, words: Vocabulary, revision: Revision) -> PublicEvent:
    """Return an event as a site published it, from the text of its file."""
    found = entry_of("agenda", slug, f"content/agenda/{slug}.md", source.read(text.encode()), words)
    assert found.entry is not None, found.findings
    return public_event(cast("Entry[WrittenEvent]", found.entry), revision, SITE)


def files_of(events: list[PublicEvent]) -> Mapping[str, bytes]:
    """Return the two files of a published site that the next build reads."""
    return {
        AGENDA: agenda_json("Asso", SITE.absolute("agenda/"), events),
        NEXT_CHANGE: next_change_json(None, BUILT_FOR),
    }


def former(events: list[PublicEvent]) -> FormerAgenda:
    """Return the agenda of a published site, read from its files."""
    files = files_of(events)
    return FormerAgenda(published_agenda(files[AGENDA], files[NEXT_CHANGE]))


def published(content: Content) -> FormerAgenda:
    """Return the agenda of the site that a content, under git or not, makes today."""
    past = history(content)
    return former(
        [
            public_event(event, past.revisions[slug], SITE)
            for slug, event in content.events.items()
            if not event.written.is_draft
        ]
    )


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a published site into a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def told(content: GitContent, site: FormerAgenda, now: datetime = SOON) -> list[Problem]:
    """Return what is said of a content against a published site."""
    found = verified(content.root, now, former_agenda=site).problems
    return [problem for problem in found if problem.code in _TOLD]


def codes(content: GitContent, site: FormerAgenda, now: datetime = SOON) -> list[str]:
    """Return the codes of what is said."""
    return [problem.code for problem in told(content, site, now)]


def correct(content: GitContent, site: FormerAgenda) -> None:
    """Write the sure mends, and commit nothing."""
    for found in corrections(content.read(), SOON, site):
        (content.root / found.path).write_text(found.after, encoding="utf-8")
