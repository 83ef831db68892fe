"""Publication on a forge: the built site as the only commit of a branch that the forge serves.

The branch has no history, so that who left the site does not stay in it. A push is at once: the
forge serves the former site or the new one; git refuses it when the branch has moved meanwhile.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.exit_code import ExitCode
from .guard import Consent, refuse_vanishing
from .target import DeliveryError
from .versions import Content, Files

_MESSAGE = "Site publié"
_AUTHOR = {
    "GIT_AUTHOR_NAME": "invoke publier",
    "GIT_AUTHOR_EMAIL": "publier@localhost",
    "GIT_COMMITTER_NAME": "invoke publier",
    "GIT_COMMITTER_EMAIL": "publier@localhost",
    "GIT_TERMINAL_PROMPT": "0",
}


def push(project: Path, output: Path, remote: str, branch: str, consent: Consent) -> bool:
    """Push the built site; return False when the branch holds it already.

    ``remote`` is a name in the project's clone, or an address. Raises DeliveryError.
    """
    with TemporaryDirectory(prefix="publier-") as work:
        git = _Git(Path(work), output)
        git("init", "--quiet")
        before = _fetch(git, _address(project, remote), branch)
        git("add", "--all", "--force", ".")
        after = _tree(git, git("write-tree"))
        if before:
            _refuse_strangers(git, before, branch, consent)
            refuse_vanishing(_tree(git, before), after, consent)
            if git("rev-parse", f"{before}^{{tree}}") == git("write-tree"):
                return False
        commit = git("commit-tree", "-m", _MESSAGE, git("write-tree"))
        lease = f"--force-with-lease=refs/heads/{branch}:{before}"
        git("push", "--quiet", lease, _address(project, remote), f"{commit}:refs/heads/{branch}")
    return True


def files_on(project: Path, remote: str, branch: str, names: Iterable[str]) -> Mapping[str, bytes]:
    """Return those of some files that the branch has. Raises DeliveryError."""
    with TemporaryDirectory(prefix="publier-") as work:
        git = _Git(Path(work), project)
        git("init", "--quiet")
        commit = _fetch(git, _address(project, remote), branch)
        there = _tree(git, commit) if commit else {}
        return {name: git("show", f"{commit}:{name}").encode() for name in names if name in there}


class _Git:
    """Git with a repository of its own and the built site as its work tree."""

    def __init__(self, repository: Path, output: Path) -> None:
        self._where = [f"--git-dir={repository}", f"--work-tree={output}"]
        self._folder = output
        self._environment = {**os.environ, **_AUTHOR, **_dates()}

    def __call__(self, *words: str, may_fail: bool = False) -> str:
        """Return what git answers; raise DeliveryError when it cannot."""
        done = subprocess.run(
            ["git", *self._where, "-c", "core.autocrlf=false", *words],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode and not may_fail:
            raise DeliveryError(_failure_message(done.stderr), ExitCode.FAULT)
        return "" if done.returncode else done.stdout.rstrip("\n")


def _dates() -> Mapping[str, str]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return {"GIT_AUTHOR_DATE": f"@{epoch}", "GIT_COMMITTER_DATE": f"@{epoch}"} if epoch else {}


def _address(project: Path, remote: str) -> str:
    """Return the address of a remote of the project, or ``remote`` when it is no remote's name."""
    found = subprocess.run(
        ["git", "-C", str(project), "remote", "get-url", "--push", remote],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return found.stdout.strip() or remote


def _fetch(git: _Git, address: str, branch: str) -> str:
    """Return the commit that the branch has, fetched; an empty text when there is no branch."""
    if not git("ls-remote", address, f"refs/heads/{branch}"):
        return ""
    git("fetch", "--quiet", "--depth=1", address, f"refs/heads/{branch}")
    return git("rev-parse", "FETCH_HEAD")


def _refuse_strangers(git: "_Git", commit: str, branch: str, consent: Consent) -> None:
    """Raise DeliveryError when what the branch holds was not put there by a publication."""
    if git("log", "-1", "--format=%s", commit) != _MESSAGE and not consent.first_time:
        raise DeliveryError(
            f"La branche « {branch} » contient autre chose qu’un site publié par cette commande, "
            "qui la remplacerait sans en garder l’historique.\n"
            "Si c’est bien voulu, relancez avec « --premiere-fois ». Rien n’a été changé."
        )


def _tree(git: _Git, tree: str) -> Files:
    """Return the files of a tree; git's own digests tell contents apart as well."""
    lines = git("ls-tree", "-r", "-z", "--long", tree).split("\0")
    files = {}
    for line in filter(None, lines):
        about, _, path = line.partition("\t")
        _mode, _kind, digest, size = about.split()
        files[path] = Content(digest, int(size))
    return files


def _failure_message(words: str) -> str:
    said = [line for line in words.strip().splitlines() if line.strip()]
    return (
        f"git n’a pas pu publier la branche : {said[0] if said else 'sans un mot'}\n"
        "Le site en ligne n’a pas changé. Vérifiez l’adresse (« depot »), vos droits sur la "
        "branche, et qu’aucune autre publication n’est en cours, puis relancez."
    )
