"""What git remembers of one folder: each change of each file, and the text of each version.

Runs git and nothing else; what the versions mean is ``history``'s. Merges count only where their
result differs from all their parents, so that nothing is counted twice.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_NOTHING = "0"
_COMMIT = "\x01"


class NoGitError(Exception):
    """Git does not know this folder; the message is git's own."""


class ShallowCloneError(Exception):
    """This clone lacks the older commits."""


@dataclass(frozen=True)
class Version:
    """A file at a moment: its name in the folder and the object that holds its text."""

    name: str
    blob: str


@dataclass(frozen=True)
class Change:
    """A commit's change of one file: what it was for each parent, and what it became.

    ``before`` is empty for a new file, ``after`` is None for a deleted one. ``at`` is in UTC.
    """

    at: datetime
    before: tuple[Version, ...]
    after: Version | None


def changes(folder: Path) -> list[Change]:
    """Return every change of the files of a folder, latest first, in one pass over the log.

    Raises NoGitError where git does not know the folder, ShallowCloneError where the log is cut.
    """
    if not is_whole(folder):
        raise ShallowCloneError
    try:
        log = _git(folder, *_LOG, folder.name)
    except NoGitError:
        # A repository without any commit yet.
        return []
    return list(_read_log(log, _prefix(folder)))


def is_whole(folder: Path) -> bool:
    """Return whether the clone that holds a folder has all its commits.

    Raises NoGitError where git does not know the folder.
    """
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() != "true"


# Whatever an editor's own configuration says, the output is the same.
_LOG = (
    *("-c", "core.quotePath=false", "-c", "log.follow=false", "-c", "diff.renameLimit=1000"),
    *("log", "--date-order", "--full-history", "--raw", "-c", "--find-renames", "--no-abbrev"),
    *("--no-color", "--no-relative", "--no-show-signature", f"--format={_COMMIT}%ct", "--"),
)


def _prefix(folder: Path) -> str:
    """Return the path from the repository's root that the folder's files begin with."""
    above = _git(folder, "rev-parse", "--show-prefix").rstrip("\n")
    return f"{above}{folder.name}/"


def _read_log(log: str, prefix: str) -> Iterator[Change]:
    at = datetime.fromtimestamp(0, UTC)
    for line in log.split("\n"):
        if line.startswith(_COMMIT):
            at = datetime.fromtimestamp(int(line[1:]), UTC)
        elif line.startswith(":"):
            yield _change(line, at, prefix)


def _change(line: str, at: datetime, prefix: str) -> Change:
    """Read « :modes blobs status⇥path », with one colon a parent and two paths for a rename."""
    described, *paths = line.split("\t")
    parents = len(described) - len(described.lstrip(":"))
    blobs = described.split(" ")[parents + 1 : 2 * parents + 2]
    names = [path.removeprefix(prefix) for path in paths]
    *before, after = blobs
    return Change(
        at,
        tuple(Version(names[0], blob) for blob in before if blob.strip(_NOTHING)),
        Version(names[-1], after) if after.strip(_NOTHING) else None,
    )


def uncommitted(folder: Path) -> frozenset[str]:
    """Return the names of the folder's files that differ from the last commit, new ones too."""
    prefix = _prefix(folder)
    status = _git(
        folder,
        *("--no-optional-locks", "status", "--porcelain=v1", "-z", "--no-renames"),
        *("--untracked-files=all", "--", folder.name),
    )
    paths = (record[3:] for record in status.split("\0") if record)
    return frozenset(path.removeprefix(prefix) for path in paths)


def texts(folder: Path, objects: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of objects by their names; one that git does not have is left out."""
    wanted = list(dict.fromkeys(objects))
    answer = _run(folder, ("cat-file", "--batch"), "".join(f"{name}\n" for name in wanted))
    found: dict[str, bytes] = {}
    start = 0
    for name in wanted:
        line_end = answer.index(b"\n", start)
        header = answer[start:line_end].split(b" ")
        start = line_end + 1
        if header[-1] == b"missing":
            continue
        size = int(header[-1])
        found[name] = answer[start : start + size]
        start += size + 1
    return found


def committed(folder: Path, name: str) -> bytes:
    """Return a file of the folder as the last commit has it, empty when it has none."""
    revision = f"HEAD:./{folder.name}/{name}"
    return texts(folder, [revision]).get(revision, b"")


def _git(folder: Path, *arguments: str) -> str:
    return _run(folder, arguments).decode("utf-8", "surrogateescape")


def _run(folder: Path, arguments: tuple[str, ...], written: str = "") -> bytes:
    """Run git above the folder, which may be gone with its last file."""
    # In a hook, git points these at another index or folder than the one asked for.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        done = subprocess.run(
            ("git", *arguments),
            cwd=folder.parent,
            env=environment | {"LC_ALL": "C"},
            input=written.encode(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise NoGitError(str(error)) from error
    if done.returncode:
        raise NoGitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
