"""The life of events as git tells it: when each was written, how often it moved, what was lost.

An event keeps its identity through renames: the name of its first file, which ``uid`` carries on.
Reads the git log of the agenda's folder once; ``git_log`` runs git, ``lost_events`` judges.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from ..core import git_log
from ..core.git_log import (
    Change,
    Log,
    NoGitError,
    PartialCloneError,
    ShallowCloneError,
    Version,
)
from ..core.results_cache import NO_CACHE, ResultsCache
from ..problems.findings import Finding, Severity, Span
from ..source import source
from ..source.frontmatter import FrontMatter, Table
from .commit_times import CommitTimes, commit_times
from .entry import Entry
from .french_dates import day_in_words
from .reading import Content
from .report_times import report_times
from .revisions import Revision, identity_of
from .schema import WrittenEvent
from .times import Slot, utc

FOLDER = "agenda"
# The fields whose change SEQUENCE counts: dates, place, mode and state.
_COUNTED = (
    *("debut", "fin", "fuseau", "dates", "recurrence", "date_initiale"),
    *("lieu", "lieux", "mode", "mode_initial", "visio", "statut"),
)
_DEFAULTS = {"mode": "sur place", "statut": "prévu", "fuseau": "Europe/Paris"}
# Explanations around a date or a place are not the date or the place.
_ASIDE = {"motif", "acces", "complet", "completes", "programme"}
_NEVER = datetime(9000, 1, 1, tzinfo=UTC)
# An edit that is not committed has no time of its own; this one stays the same between builds.
_UNCOMMITTED = timedelta(seconds=1)


@dataclass(frozen=True)
class Former:
    """The last known version of an event that no file bears any more.

    ``slug`` was its file; ``now`` is the file that it seems to have become, or ``""``.
    """

    identity: str
    slug: str
    front: FrontMatter = field(default_factory=lambda: FrontMatter(Table(Span())))
    now: str = ""


@dataclass(frozen=True)
class History:
    """The revision of each event by slug, the events that were lost, and what hides the past.

    ``reported`` is when what the news say of an event last changed, in UTC, by its slug.
    """

    revisions: Mapping[str, Revision] = field(default_factory=dict)
    former: tuple[Former, ...] = ()
    findings: tuple[Finding, ...] = ()
    reported: Mapping[str, datetime] = field(default_factory=dict)


def history(content: Content, now: datetime = _NEVER, cache: ResultsCache = NO_CACHE) -> History:
    """Return the history of the events of a content's folder. Never raises for want of git.

    ``now`` is the real instant: what a clock dated later is not believed. ``cache`` holds what
    versions of files were found to say before.
    """
    folder = content.root / FOLDER
    events = content.events
    unknown = {
        slug: Revision(entry.written.revision, _said_creation(entry.written))
        for slug, entry in events.items()
    }
    try:
        log = git_log.log_of(folder, cache)
        if not log.changes:
            return History(unknown, (), (_WITHOUT_GIT,))
        told = _Past(folder, log, events, now, cache).told()
        return replace(told, reported=report_times(content.root, now, cache))
    except ShallowCloneError:
        return History(unknown, (), (_SHALLOW,))
    except PartialCloneError:
        return History(unknown, (), (_PARTIAL,))
    except NoGitError:
        return History(unknown, (), (_WITHOUT_GIT,))


_SHALLOW = Finding(
    Span(),
    "historique-tronque",
    "cette copie du dépôt git n’a pas tout l’historique : l’agenda aurait de fausses révisions",
    "lancez « git fetch --unshallow »",
    "sur une forge, demandez l’historique entier (par exemple « fetch-depth: 0 »)",
)


_PARTIAL = Finding(
    Span(),
    "historique-tronque",
    "il manque à cette copie du dépôt git des fichiers de l’historique : l’agenda aurait de "
    "fausses révisions",
    "refaites la copie avec « git clone », sans « --filter »",
)


_WITHOUT_GIT = Finding(
    Span(),
    "sans-historique",
    "sans l’historique git, les calendriers abonnés ne voient pas ce qui a changé",
    "construisez le site depuis un clone du dépôt, ou tenez « revision » à jour",
    severity=Severity.ADVICE,
)


def _wrong_clocks(times: CommitTimes) -> Iterator[Finding]:
    """Say which commits are dated as they cannot be; the site does without these dates."""
    for at, why in (
        *((at, "n’est pas encore venu") for at in times.ahead[-1:]),
        *((at, "vient avant l’enregistrement précédent") for at in times.behind[-1:]),
    ):
        yield Finding(
            Span(),
            "horloge",
            f"un enregistrement (git) est daté du {day_in_words(at.date())}, qui {why}",
            "mettez à l’heure l’ordinateur qui l’a fait",
            "le site ne tient pas compte de cette date",
            severity=Severity.ADVICE,
        )


@dataclass(frozen=True)
class _Told:
    """What one version says: who it is, and what SEQUENCE looks at."""

    identity: str
    counted: str
    front: FrontMatter


class _Past:
    """The changes of a folder, with what each version said."""

    def __init__(
        self,
        folder: Path,
        log: Log,
        events: Mapping[str, Entry[WrittenEvent]],
        now: datetime,
        cache: ResultsCache,
    ) -> None:
        self.folder = folder
        self.prefix = log.prefix
        self.cache = cache
        self.changes = [change for change in log.changes if _is_entry(change)]
        self.times = commit_times(log.commits, now)
        self.events = events

    def told(self) -> History:
        """Return the history of the events and of those that were lost."""
        present = {_identity(entry): slug for slug, entry in self.events.items()}
        revisions = self._committed()
        revisions = {
            slug: revisions.get(identity, Revision()) for identity, slug in present.items()
        }
        for slug in sorted(self._uncommitted_slugs()):
            revisions[slug] = self._edited(self.events[slug], revisions[slug])
        counted = {
            slug: _as_said(revision, self.events[slug].written)
            for slug, revision in revisions.items()
        }
        findings = tuple(_wrong_clocks(self.times))
        return History(counted, tuple(self._former(present)), findings)

    def _at(self, change: Change) -> datetime:
        return self.times.of[change.commit.name]

    @cached_property
    def versions(self) -> Mapping[Version, _Told]:
        """What each version of each file said."""
        versions = {version for change in self.changes for version in _versions(change)}
        contents = git_log.VersionContents(self.folder, (version.blob for version in versions))

        def told(version: Version) -> _Told:
            key = "version", version.name, version.blob
            return self.cache.get_or_compute(
                key, lambda: _read(version.name, contents.content(version.blob))
            )

        return {version: told(version) for version in versions}

    def _committed(self) -> dict[str, Revision]:
        """Return the revision of each identity that was ever committed."""
        found: dict[str, Revision] = {}
        for change in reversed(self.changes):
            if change.after is None:
                continue
            told = self.versions[change.after]
            found[told.identity] = self._revised(found.get(told.identity), change, told)
        return found

    def _revised(self, known: Revision | None, change: Change, told: _Told) -> Revision:
        at = self._at(change)
        if known is None or known.created is None or known.last_modified is None:
            return Revision(0, at, at)
        before = [self.versions[version] for version in change.before]
        same = {one.counted for one in before if one.identity == told.identity}
        return Revision(
            known.sequence + (told.counted not in same),
            min(known.created, at),
            max(known.last_modified, at),
        )

    def _uncommitted_slugs(self) -> set[str]:
        names = git_log.uncommitted_files(self.folder, self.prefix)
        return {name.removesuffix(".md") for name in names} & set(self.events)

    def _edited(self, entry: Entry[WrittenEvent], known: Revision) -> Revision:
        """Return the revision that committing the file as it stands would make, nearly."""
        if known.last_modified is None:
            latest = max(self._at(change) for change in self.changes)
            return Revision(0, latest, latest)
        name = f"{entry.slug}.md"
        content = git_log.file_at_head(self.folder, name)
        changed = _read(name, content).counted != _counted(entry.front)
        return Revision(known.sequence + changed, known.created, known.last_modified + _UNCOMMITTED)

    def _former(self, present: Mapping[str, str]) -> Iterator[Former]:
        """Yield the last version of each identity that no file bears any more."""
        seen = set(present)
        for change in self.changes:
            for version in _versions(change):
                told = self.versions[version]
                if told.identity not in seen:
                    seen.add(told.identity)
                    slug = version.name.removesuffix(".md")
                    now = self._became(version.name)
                    if now or not (self.folder / version.name).exists():
                        yield Former(told.identity, slug, told.front, now)

    def _became(self, name: str) -> str:
        """Return the slug of the present event that the file ``name`` is now, or ``""``."""
        for change in reversed(self.changes):
            if change.after and change.before and change.before[0].name == name:
                name = change.after.name
        slug = name.removesuffix(".md")
        return slug if slug in self.events else ""


def _as_said(known: Revision, event: WrittenEvent) -> Revision:
    """Return a revision with what the front matter knows better than git."""
    created = _said_creation(event) or known.created
    return replace(known, sequence=known.sequence + event.revision, created=created)


def _said_creation(event: WrittenEvent) -> datetime | None:
    return utc(Slot(event.created).starts_at) if event.created else None


def _identity(entry: Entry[WrittenEvent]) -> str:
    return identity_of(entry.slug, entry.written.uid)


def _is_entry(change: Change) -> bool:
    return all(
        version.name.endswith(".md") and "/" not in version.name for version in _versions(change)
    )


def _versions(change: Change) -> Iterator[Version]:
    """Yield the versions of a change, latest first."""
    if change.after is not None:
        yield change.after
    yield from change.before


def _read(name: str, text: bytes) -> _Told:
    front = source.read(text).front if text else FrontMatter(Table(Span()))
    uid = front.plain().get("uid")
    identity = identity_of(name.removesuffix(".md"), uid if isinstance(uid, str) else None)
    return _Told(identity, _counted(front), front)


def _counted(front: FrontMatter) -> str:
    """Return what SEQUENCE looks at in a front matter, in one way of writing it."""
    plain = front.plain()
    return repr([_simple(plain.get(key, _DEFAULTS.get(key))) for key in _COUNTED])


def _simple(value: object) -> object:
    if isinstance(value, dict):
        kept: Iterable[str] = sorted(set(value) - _ASIDE)
        return [(key, _simple(value[key])) for key in kept]
    if isinstance(value, list):
        return [_simple(item) for item in value]
    return re.sub(r"(?<=\d)T(?=\d)", " ", str(value).strip()) if value is not None else None
