"""Publication on a forge: the built site as the only commit of a branch that the forge serves.

The branch has no history, so that who left the site does not stay in it. A push is at once: the
forge serves the former site or the new one; git refuses it when the branch has moved meanwhile.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.exit_code import ExitCode
from ..hosting.hosts import CNAME, DOMAINS
from .former_assets import former_assets
from .guard import Consent, refuse_vanishing
from .target import DeliveryError
from .versions import Content, Files

_MESSAGE = "Site publié"
_LASTING = "Reste de la version d’avant : "
# What a forge commits by itself, when its page of settings is given a domain.
_BY_FORGES = {CNAME, DOMAINS}
_DEPTH = 20
_AUTHOR = {
    "GIT_AUTHOR_NAME": "invoke publier",
    "GIT_AUTHOR_EMAIL": "publier@localhost",
    "GIT_COMMITTER_NAME": "invoke publier",
    "GIT_COMMITTER_EMAIL": "publier@localhost",
    "GIT_TERMINAL_PROMPT": "0",
}


def push(
    project: Path,
    output: Path,
    remote: str,
    branch: str,
    consent: Consent,
    *,
    forget: bool = False,
) -> bool:
    """Push the built site; return False when the branch holds it already.

    ``remote`` is a name in the project's clone, or an address. With ``forget``, nothing stays of
    the version before that holds words of pages. Raises DeliveryError.
    """
    with TemporaryDirectory(prefix="publier-") as work:
        git = _Git(Path(work), output)
        git("init", "--quiet")
        before = _fetch(git, _address(project, remote), branch)
        git("add", "--all", "--force", ".")
        after = _tree(git, git("write-tree"))
        lasting: Files = {}
        if before:
            _refuse_strangers(git, before, branch, consent)
            there = _site_on(git, before)
            _refuse_another_domain(git, before, there.keys() - after.keys(), branch, consent)
            refuse_vanishing(_without_domain(there), _without_domain(after), consent)
            if there == after:
                return False
            lasting = former_assets(there, after, forget=forget)
            for path, content in lasting.items():
                git("update-index", "--add", "--cacheinfo", f"100644,{content.digest},{path}")
        commit = git("commit-tree", "-m", _message(lasting), git("write-tree"))
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
    git("fetch", "--quiet", f"--depth={_DEPTH}", address, f"refs/heads/{branch}")
    return git("rev-parse", "FETCH_HEAD")


def _refuse_strangers(git: "_Git", commit: str, branch: str, consent: Consent) -> None:
    """Raise DeliveryError when the branch holds what neither a publication nor the forge wrote."""
    if not _is_ours(git, commit) and not consent.first_time:
        raise DeliveryError(
            f"La branche « {branch} » contient autre chose qu’un site publié par cette commande, "
            "qui la remplacerait sans en garder l’historique.\n"
            "Si c’est bien voulu, relancez avec « --premiere-fois ». Rien n’a été changé."
        )


def _is_ours(git: _Git, commit: str) -> bool:
    """Return whether only the forge's own files changed since a publication, or ever."""
    for line in git("log", "--first-parent", "--format=%H %s", commit).splitlines():
        one, _, subject = line.partition(" ")
        if subject == _MESSAGE:
            return True
        changed = git("diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", one)
        if not set(filter(None, changed.split("\0"))) <= _BY_FORGES:
            return False
    return True


def _refuse_another_domain(
    git: _Git, commit: str, leaving: Set[str], branch: str, consent: Consent
) -> None:
    """Raise DeliveryError when a file that would leave the branch names its domain."""
    for name in sorted(_BY_FORGES & leaving):
        domain = git("show", f"{commit}:{name}").strip().partition("\n")[0]
        if not consent.first_time:
            raise DeliveryError(
                f"La branche « {branch} » est servie au domaine « {domain} » ({name}), que le site "
                "ne nomme pas : le publier l’en détacherait.\n"
                f"Écrivez SITEURL=https://{domain} et HEBERGEMENT (github ou forgejo), ou retirez "
                "le domaine chez la forge ; si c’est bien voulu, relancez avec "
                "« --premiere-fois ». Rien n’a été changé."
            )


def _without_domain(files: Files) -> Files:
    return {path: content for path, content in files.items() if path not in _BY_FORGES}


def _message(lasting: Files) -> str:
    return "\n".join([_MESSAGE, "", *(f"{_LASTING}{path}" for path in lasting)]).strip()


def _site_on(git: _Git, commit: str) -> Files:
    """Return the files of the site that a commit holds, without what stayed of the one before."""
    body = git("log", "-1", "--format=%b", commit)
    lasting = {
        line.removeprefix(_LASTING) for line in body.splitlines() if line.startswith(_LASTING)
    }
    return {path: content for path, content in _tree(git, commit).items() if path not in lasting}


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
