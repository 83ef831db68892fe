"""When what the news say of events changed, as git tells it: a report is news of its event.

An event's own file does not change when a report is added, moved to another event or deleted; its
VEVENT does.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from ..core import git_log
from ..core.git_log import Change, Version, VersionContents
from ..core.results_cache import NO_CACHE, ResultsCache
from ..source import source
from .commit_times import commit_times

FOLDER = "actualites"
# A version that reports on an event: its file, the event, the title that the event shows.
_Report = tuple[str, str, str]


def report_times(
    content_folder: Path, now: datetime, cache: ResultsCache = NO_CACHE
) -> dict[str, datetime]:
    """Return the last change, in UTC, of what the news say of each event, by the event's slug.

    ``now`` is the real instant. Drafts say nothing yet; what is not committed has no time. Raises
    NoGitError where git does not know the folder, ShallowCloneError in a shallow clone,
    PartialCloneError where a version is missing.
    """
    folder = content_folder / FOLDER
    log = git_log.log_of(folder, cache)
    times = commit_times(log.commits, now)
    reports = _reports(folder, log.changes, cache)
    found: dict[str, datetime] = {}
    for change in log.changes:
        before = {reports[version] for version in change.before if version in reports}
        after = {reports[version] for version in (change.after,) if version and version in reports}
        for _, slug, _ in before ^ after:
            at = times.of[change.commit.name]
            found[slug] = max(found.get(slug, at), at)
    return found


def _reports(
    folder: Path, changes: Iterable[Change], cache: ResultsCache
) -> Mapping[Version, _Report]:
    """Return what each version that reports on an event says."""
    versions = {version for change in changes for version in _versions(change)}
    contents = VersionContents(folder, (version.blob for version in versions))
    found: dict[Version, _Report] = {}
    for version in versions:
        said = partial(_event_and_title, contents, version.blob)
        event, title = cache.get_or_compute(("report", version.blob), said)
        if event:
            found[version] = version.name, event, title
    return found


def _event_and_title(contents: VersionContents, blob: str) -> tuple[str, str]:
    """Return the event that a version reports on, and the version's title, else ``""`` twice.

    Raises PartialCloneError.
    """
    text = contents.content(blob)
    plain = source.read(text).front.plain() if b"evenement" in text else {}
    if not plain.get("evenement") or plain.get("statut") == "brouillon":
        return "", ""
    return str(plain["evenement"]), str(plain.get("titre"))


def _versions(change: Change) -> Iterator[Version]:
    yield from change.before
    if change.after is not None:
        yield change.after
