"""When the files of a folder last changed, as git tells it: the date of what is printed of them."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from ..core import git_log
from ..core.git_log import NoGitError, PartialCloneError, ShallowCloneError
from ..core.results_cache import NO_CACHE, ResultsCache
from .commit_times import commit_times


def last_changes(
    folder: Path, now: datetime, cache: ResultsCache = NO_CACHE
) -> Mapping[str, datetime]:
    """Return the last change, in UTC, of each file of a folder by its name without ending.

    What a clock dated after ``now`` is not believed. Nothing is known where git knows nothing, or
    not all.
    """
    try:
        log = git_log.log_of(folder, cache)
    except (NoGitError, ShallowCloneError, PartialCloneError):
        return {}
    times = commit_times(log.commits, now)
    found: dict[str, datetime] = {}
    # Latest first.
    for change in log.changes:
        if change.after:
            slug = PurePosixPath(change.after.name).stem
            found.setdefault(slug, times.of[change.commit.name])
    return found
