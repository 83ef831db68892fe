"""When the commits of a folder were made, where computers' clocks were wrong. Pure.

A commit is no younger than its parents, and none is of the future. What a clock says against that
is set aside, so that no calendar dates a revision wrongly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from ..core.git_log import Commit

# Clocks differ by a little, and old mistakes help nobody any more.
_AHEAD, _BEHIND, _RECENT = timedelta(hours=1), timedelta(days=1), timedelta(days=366)


@dataclass(frozen=True)
class CommitTimes:
    """The credible UTC instant of each commit by its name, and the clocks that were wrong.

    ``ahead`` and ``behind`` are what the clocks said, where that is worth telling.
    """

    of: Mapping[str, datetime]
    ahead: tuple[datetime, ...] = ()
    behind: tuple[datetime, ...] = ()


def commit_times(commits: Sequence[Commit], now: datetime) -> CommitTimes:
    """Return when the commits, latest first, were made, as far as it can be true at ``now``."""
    credible = [commit.at for commit in commits if commit.at <= now]
    earliest = min(credible, default=datetime.combine(now.date(), time(), now.tzinfo))
    found: dict[str, datetime] = {}
    ahead, behind = [], []
    for commit in reversed(commits):
        above = max((found[name] for name in commit.parents if name in found), default=None)
        is_ahead = commit.at > now
        found[commit.name] = max(earliest if is_ahead else commit.at, above or earliest)
        if commit.at > now + _AHEAD:
            ahead.append(commit.at)
        elif above and commit.at < above - _BEHIND and above > now - _RECENT:
            behind.append(commit.at)
    return CommitTimes(found, tuple(sorted(ahead)), tuple(sorted(behind)))
