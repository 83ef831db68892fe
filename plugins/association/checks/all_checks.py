"""Checking the content without building: everything an editor can be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from ..content import reading
from ..content.entry import Entry
from ..content.french_dates import day_in_words
from ..content.history import History, history
from ..content.left_addresses import addresses_left
from ..content.policy import USUAL, Policy
from ..content.reading import Content
from ..content.schema import WrittenEntry, WrittenEvent, WrittenNews, WrittenPractitioner
from ..core import gc_pause
from ..core.results_cache import NOTHING_KEPT, Memory
from ..core.zone import today
from ..events.recurrence import unmatched_days
from ..pictures.workshop import Workshop
from ..problems.findings import Finding, Severity
from ..problems.report import Problem, in_reading_order, of_file
from ..source.prose import prose_lines
from . import (
    agenda_checks,
    days_to_come,
    entry_checks,
    people_checks,
    picture_checks,
    picture_uses,
    references,
    video_checks,
)
from . import redirection_checks as addresses_left_checks
from .lost_events import lost_events
from .reserved_names import taken_name
from .translations import behind
from .typographic_advice import typographic_advice
from .weekdays import wrong_weekdays


@dataclass(frozen=True)
class Verified:
    """The content of a folder, its events' past, and all problems in reading order."""

    content: Content
    history: History
    problems: tuple[Problem, ...]


@gc_pause.put_off()
def verified(
    root: Path,
    asof: datetime,
    policy: Policy = USUAL,
    workshop: Workshop | None = None,
    memory: Memory = NOTHING_KEPT,
    now: datetime | None = None,
) -> Verified:
    """Return the content of the folder ``root`` with everything that can be said of it.

    ``workshop`` remembers which pictures were read before, ``memory`` which texts; ``now`` is the
    real instant when the site is shown on another day, ``asof``.
    """
    now = now or asof
    content = reading.read(root, memory)
    past = history(content)
    problems = [
        *content.problems,
        *references.problems(content, memory),
        *picture_checks.problems(content, workshop),
        *picture_uses.problems(content),
        *people_checks.problems(content, policy, asof),
        *days_to_come.problems(content, now),
        *agenda_checks.problems(content, asof),
        *_past(content, past, now),
        *_addresses_left(content),
        *behind(content),
    ]
    for entry in content.all_entries():
        problems += [entry.problem(finding) for finding in of_entry(entry, content, asof, memory)]
    memory.keep()
    return Verified(content, past, tuple(in_reading_order(problems)))


def _past(content: Content, past: History, now: datetime) -> Iterator[Problem]:
    """Say what git's history tells: it is cut, or an announced event was lost."""
    for finding in past.findings:
        yield of_file(finding, f"{content.root.name}/agenda", ())
    for source, finding in lost_events(past, content, now=now):
        yield of_file(finding, source, ())


def _addresses_left(content: Content) -> Iterator[Problem]:
    left, unreadable = addresses_left(content)
    yield from unreadable
    yield from addresses_left_checks.problems(content, left)


def of_entry(
    entry: Entry[WrittenEntry],
    content: Content,
    asof: datetime,
    memory: Memory = NOTHING_KEPT,
) -> Iterator[Finding]:
    """Yield what is wrong with one entry on a day, its links to others apart."""
    text = "\n".join(entry.lines)
    yield from memory.recall(("alone", entry.path, text), lambda: [*_alone(entry)])
    yield from references.to_news_that_waits(entry, content, today(asof))
    written = entry.written
    if isinstance(written, WrittenNews):
        yield from _day_of_news(written, entry, asof)
    if isinstance(written, WrittenEvent):
        yield from _exceptions(written, entry)
    if isinstance(written, WrittenPractitioner):
        yield from _home(written, entry, content)


def _alone(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    """Yield what an entry's own text is enough to say."""
    if entry.folder == "praticiens":
        yield from people_checks.of_profile(cast("Entry[WrittenPractitioner]", entry))
    yield from _weekdays(entry)
    yield from entry_checks.findings(entry)
    yield from taken_name(entry)
    yield from video_checks.findings(entry)
    yield from typographic_advice(entry)


def _weekdays(entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    for key in ("titre", "resume", "motif"):
        span = entry.front.span_of((key,))
        value = entry.front.plain().get(key)
        if isinstance(value, str):
            for found in wrong_weekdays(value):
                yield Finding(span, found.code, found.says, found.fix)
    for line in prose_lines(entry.markdown):
        yield from wrong_weekdays(line.prose, line.number + entry.body_line - 1)


def _exceptions(event: WrittenEvent, entry: Entry[WrittenEntry]) -> Iterator[Finding]:
    for name, rank, day in unmatched_days(event):
        yield Finding(
            entry.front.span_of(("recurrence", name, rank)),
            "recurrence-exception",
            f"aucune date de la répétition ne tombe le {day.isoformat()}",
            "corrigez ce jour, ou retirez cette ligne",
        )


def _day_of_news(
    news: WrittenNews, entry: Entry[WrittenEntry], asof: datetime
) -> Iterator[Finding]:
    if news.status == "publié" and news.date > today(asof):
        yield Finding(
            entry.front.span_of(("date",)),
            "parution-a-venir",
            f"cette actualité paraîtra le {day_in_words(news.date, weekday=True)}",
            "le site ne la montrera pas avant ce jour",
            "pour qu’elle paraisse tout de suite, écrivez la date d’aujourd’hui",
            severity=Severity.REMINDER,
        )


def _home(
    person: WrittenPractitioner, entry: Entry[WrittenEntry], content: Content
) -> Iterator[Finding]:
    country = person.base.country.name if person.base.country else "France"
    regions = content.vocabulary.of_kind("regions").values()
    known = any(region.country == country for region in regions)
    if known and content.vocabulary.region_of(person.base.postal_code, country) is None:
        yield Finding(
            entry.front.span_of(("lieu", "code_postal")),
            "code-postal",
            f"« {person.base.postal_code} » n’est un code postal d’aucune région ({country})",
            "corrigez le code postal, ou ajoutez « pays » au lieu",
        )
