"""The git history of one folder: each change of each file, and the content of each version.

This only runs git; ``history`` interprets the versions. A merge counts only where its result
differs from all its parents, so that no change is counted twice. What a commit's name determines is
kept in a cache: most commands run on the commit that the one before ran on.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from .results_cache import NO_CACHE, ResultsCache

_NOTHING = "0"
_COMMIT = "\x01"


class NoGitError(Exception):
    """Git does not know this folder; the message is git's own."""


class ShallowCloneError(Exception):
    """This clone does not have the older commits."""


class PartialCloneError(Exception):
    """This clone does not have all files of the past, and cannot get them."""


@dataclass(frozen=True)
class Version:
    """A version of a file: its name in the folder, and the git object with its content."""

    name: str
    blob: str


@dataclass(frozen=True)
class Commit:
    """A commit that touches the folder, or merges: when, by its computer's clock, in UTC.

    ``parents`` are the nearest ones that touch the folder too.
    """

    name: str
    at: datetime
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """A commit's change of one file: its version in each parent, and the new one.

    ``before`` is empty for a new file, ``after`` is None for a deleted one.
    """

    commit: Commit
    before: tuple[Version, ...]
    after: Version | None


@dataclass(frozen=True)
class Log:
    """The commits of a folder and the changes of its files, latest first.

    ``prefix`` is the path of the folder from the repository's root, with a final slash.
    """

    commits: tuple[Commit, ...] = ()
    changes: tuple[Change, ...] = ()
    prefix: str = ""


def log_of(folder: Path, cache: ResultsCache = NO_CACHE) -> Log:
    """Return every change of the files of a folder, latest first.

    Raises NoGitError where git does not know the folder, ShallowCloneError in a shallow clone,
    PartialCloneError where what renames are told by is missing.
    """
    place = _place(folder)
    if not place[0]:
        return Log()
    try:
        return _log_at(place, folder, folder.name, _LOG, cache)
    except NoGitError as error:
        raise PartialCloneError from error


def _place(folder: Path) -> tuple[str, str]:
    """Return the last commit, ``""`` before the first, and the prefix of a folder.

    Raises NoGitError where git does not know the folder, ShallowCloneError in a shallow clone.
    """
    try:
        said = _git(folder, "rev-parse", "--is-shallow-repository", "HEAD", "--show-prefix")
    except NoGitError:
        # There may be no commit yet.
        has_all_commits(folder)
        return "", ""
    is_shallow, head, above = said.removesuffix("\n").split("\n", 2)
    if is_shallow == "true":
        raise ShallowCloneError
    return head, f"{above}{folder.name}/"


def _bytes(name: str) -> bytes:
    """Return a name of a file as git wrote it."""
    return name.encode("utf-8", "surrogateescape")


def has_all_commits(folder: Path) -> bool:
    """Return whether the clone that contains a folder has all commits.

    Raises NoGitError where git does not know the folder.
    """
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() != "true"


# The output must not depend on the user's git configuration.
_PLAIN = ("-c", "core.quotePath=false")
_AS_READ = (
    *("--raw", "--no-abbrev", "--no-color", "--no-relative", "--no-show-signature"),
    *(f"--format={_COMMIT}%H %ct %P", "--"),
)
_LOG = (
    *(*_PLAIN, "-c", "log.follow=false", "-c", "diff.renameLimit=1000"),
    *("log", "--date-order", "--full-history", "--parents", "-c", "--find-renames", *_AS_READ),
)
_LOG_OF_FILE = (
    *(*_PLAIN, "log", "--first-parent", "--diff-merges=first-parent", "--follow", *_AS_READ),
)


def log_of_file(folder: Path, name: str, cache: ResultsCache = NO_CACHE) -> Log:
    """Return what each commit of the branch itself made of one file, latest first.

    What a merge brings in is dated by the merge; the file is followed through its renames. Raises
    NoGitError where git does not know the folder, ShallowCloneError in a shallow clone.
    """
    return _log_at(_place(folder), folder, f"{folder.name}/{name}", _LOG_OF_FILE, cache)


def _log_at(
    place: tuple[str, str], folder: Path, path: str, options: tuple[str, ...], cache: ResultsCache
) -> Log:
    """Return the log of a path beside the folder, up to the commit and from the prefix given."""
    head, prefix = place
    return cache.get_or_compute(
        ("git log", head, _bytes(prefix), _bytes(path), *options),
        lambda: _read_log(_git(folder, *options, path), prefix),
    )


def _read_log(log: str, prefix: str) -> Log:
    commits: list[Commit] = []
    changes: list[Change] = []
    for line in log.split("\n"):
        if line.startswith(_COMMIT):
            name, at, *parents = line[1:].split()
            commits.append(Commit(name, datetime.fromtimestamp(int(at), UTC), tuple(parents)))
        elif line.startswith(":"):
            changes.append(_change(line, commits[-1], prefix))
    return Log(tuple(commits), tuple(changes), prefix)


def _change(line: str, commit: Commit, prefix: str) -> Change:
    """Parse « :modes blobs status⇥path »: one colon for each parent, two paths for a rename."""
    fields, *paths = line.split("\t")
    parents = len(fields) - len(fields.lstrip(":"))
    blobs = fields.split(" ")[parents + 1 : 2 * parents + 2]
    names = [path.removeprefix(prefix) for path in paths]
    *before, after = blobs
    return Change(
        commit,
        tuple(Version(names[0], blob) for blob in before if blob.strip(_NOTHING)),
        Version(names[-1], after) if after.strip(_NOTHING) else None,
    )


def uncommitted_files(folder: Path, prefix: str) -> frozenset[str]:
    """Return the names of the folder's files that differ from the last commit, or are new.

    ``prefix`` is that of the folder's log.
    """
    status = _git(
        folder,
        *("--no-optional-locks", "status", "--porcelain=v1", "-z", "--no-renames"),
        *("--untracked-files=all", "--", folder.name),
    )
    paths = (record[3:] for record in status.split("\0") if record)
    return frozenset(path.removeprefix(prefix) for path in paths)


class VersionContents:
    """The contents of git objects of a folder, read together once one of them is asked for."""

    def __init__(self, folder: Path, objects: Iterable[str]) -> None:
        """Read nothing yet; ``objects`` are the names of those that may be asked for."""
        self._folder = folder
        self._objects = tuple(objects)

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        return contents_of(self._folder, self._objects)

    def content(self, name: str) -> bytes:
        """Return the content of an object.

        Raises PartialCloneError where git does not have it, or knows of one of all that it cannot
        get.
        """
        try:
            return self._contents[name]
        except KeyError as error:
            raise PartialCloneError from error


def contents_of(folder: Path, objects: Iterable[str]) -> Mapping[str, bytes]:
    """Return the content of git objects by their names, without those that do not exist.

    Raises PartialCloneError where git knows of one that it does not have.
    """
    names = list(dict.fromkeys(objects))
    asked = "".join(f"{name}\n" for name in names)
    try:
        output = _run(folder, ("cat-file", "--batch"), asked)
    except NoGitError as error:
        raise PartialCloneError from error
    contents: dict[str, bytes] = {}
    start = 0
    for name in names:
        line_end = output.index(b"\n", start)
        header = output[start:line_end].split(b" ")
        start = line_end + 1
        if header[-1] == b"missing":
            continue
        size = int(header[-1])
        contents[name] = output[start : start + size]
        start += size + 1
    return contents


def file_at_head(folder: Path, name: str) -> bytes:
    """Return a file of the folder as of the last commit, ``b""`` if it is not in it."""
    revision = f"HEAD:./{folder.name}/{name}"
    return contents_of(folder, [revision]).get(revision, b"")


def _git(folder: Path, *arguments: str) -> str:
    return _run(folder, arguments).decode("utf-8", "surrogateescape")


# What a commit's name determines: no replacement that one clone alone has, in neither of two ways.
_SAME_EVERYWHERE = {
    "LC_ALL": "C",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}


def _run(folder: Path, arguments: tuple[str, ...], stdin: str = "") -> bytes:
    """Run git in the parent folder: git deletes the folder itself with its last file."""
    # In a hook, git sets variables that point to another index or work tree.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        result = subprocess.run(
            ("git", *arguments),
            cwd=folder.parent,
            env=environment | _SAME_EVERYWHERE,
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise NoGitError(str(error)) from error
    if result.returncode:
        raise NoGitError(result.stderr.decode("utf-8", "replace").strip())
    return result.stdout
