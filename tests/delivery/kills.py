"""Publications killed (SIGKILL) at each of their steps, one after the other; the next one heals.

Called as a program of its own, which has no threads and may fork: with how many steps there are
from one kill to the next, then « folder », « branch », or « sftp » or « rsync » and the server's
folder and port. A step is an act on the folder, a command of git, a packet of SFTP that leaves or
rsync. It ends with the number of kills; what a visitor would complain of ends it with an error.
"""

import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from paramiko.sftp import BaseSFTP

from association.delivery.branch import push
from association.delivery.delivery import Site, publish
from association.delivery.folder_target import FolderTarget
from association.delivery.guard import Consent
from association.delivery.lock import EXPIRY
from association.delivery.place import Place
from association.delivery.rsync_sending import RsyncTarget, rsync_target
from association.delivery.sftp_target import sftp_target
from tests.delivery.memory_host import Faulty
from tests.delivery.sites import broken_for_visitors, page, quiet, seen, site, terms
from tests.delivery.ssh_server import Server

_BEFORE = {
    "index.html": page("accueil", "theme/site.11111111.css"),
    "theme/site.11111111.css": "p { color: red }",
    "annuaire/zoe/index.html": page("Zoé"),
    "agenda.ics": "1",
}
_AFTER = {
    "index.html": page("bienvenue", "theme/site.22222222.css"),
    "theme/site.22222222.css": "p { color: green }",
    "agenda.ics": "2",
}
Connect = Callable[[], Any]


def main(stride: str, kind: str, *server: str) -> None:
    with TemporaryDirectory(prefix="publier-") as work:
        home = Path(work)
        if kind == "branch":
            sys.stdout.write(f"{_branch_kills(home)}\n")
            return
        before, after = site(home / "avant", _BEFORE), site(home / "après", _AFTER)
        start = home / "départ"
        start.mkdir()
        _publish(lambda: nullcontext(FolderTarget(start)), Place("www", "www.publication"), before)
        connect, step, hows = _way(kind, server)
        kills = 0
        for how in hows:
            for at in itertools.count(step=int(stride)):
                shutil.copytree(start, home / "hôte")
                place = Place(f"{home}/hôte/www", f"{home}/hôte/www.publication")
                if not _is_killed(connect, step, how, at, place, after):
                    break
                kills += 1
                _check(connect, place, after)
                shutil.rmtree(home / "hôte")
            shutil.rmtree(home / "hôte")
        sys.stdout.write(f"{kills}\n")


def _way(kind: str, server: tuple[str, ...]) -> tuple[Connect, Any, tuple[str, ...]]:
    if kind == "folder":
        return lambda: nullcontext(FolderTarget(Path("/"))), _acts, ("before", "half")
    login = Server(Path(server[0]), int(server[1]), 0).login()
    if kind == "rsync":
        return lambda: rsync_target(login), _packets, ("before",)
    return lambda: sftp_target(login), _packets, ("before",)


def _publish(connect: Connect, place: Place, built: Site) -> None:
    asked = terms(machine="une tâche de la forge", whatever_changes=True)
    with connect() as target:
        publish(target, place, built, asked, quiet)


def _is_killed(connect: Connect, step: Any, how: str, at: int, place: Place, built: Site) -> bool:
    """Publish in a process that dies at step ``at``; return False when it ended before."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)
    code = 1
    try:
        with step(connect, at, how) as killing:
            _publish(killing, place, built)
        code = 0
    finally:
        os._exit(code)


@contextmanager
def _acts(connect: Connect, at: int, how: str) -> Iterator[Connect]:
    def killing() -> Any:
        target = Faulty(connect().__enter__(), at, how)
        target.fault = _die
        return nullcontext(target)

    yield killing


@contextmanager
def _packets(connect: Connect, at: int, _how: str) -> Iterator[Connect]:
    """Die before a packet of SFTP leaves, before rsync or just after it."""
    numbers = itertools.count()
    send = BaseSFTP._send_packet  # type: ignore[attr-defined]

    def killing(self: Any, *given: Any) -> Any:
        if next(numbers) == at:
            _die()
        return send(self, *given)

    run = RsyncTarget._run

    def killing_rsync(self: Any, *given: Any) -> None:
        if next(numbers) == at:
            _die()
        run(self, *given)
        if next(numbers) == at:
            _die()

    BaseSFTP._send_packet = killing  # type: ignore[attr-defined]
    RsyncTarget._run = killing_rsync  # type: ignore[assignment, method-assign]
    yield connect


def _branch_kills(home: Path) -> int:
    """Push to a branch, killed before and after each command of git; return how many times."""
    before, after = site(home / "avant", _BEFORE), site(home / "après", _AFTER)
    kills = 0
    for how in ("before", "after"):
        for at in itertools.count():
            forge = home / f"forge-{how}-{at}.git"
            subprocess.run(["git", "init", "--quiet", "--bare", str(forge)], check=True)
            _push(forge, before)
            if not _is_killed_by_git(forge, after, at, how):
                break
            kills += 1
            served = _served(forge)
            assert served in (_BEFORE, _served_after(served)), served
            _push(forge, after)
            assert _served(forge) == _served_after(_served(forge))
    return kills


def _push(forge: Path, built: Site) -> None:
    push(built.folder, built.folder, str(forge), "pages", Consent(whatever_changes=True))


def _served(forge: Path) -> dict[str, str]:
    """Return the files of the branch, as a forge serves them."""
    git = ["git", f"--git-dir={forge}"]
    listed = subprocess.check_output([*git, "ls-tree", "-r", "-z", "--name-only", "pages"])
    paths = [path for path in listed.decode().split("\0") if path]
    return {
        path: subprocess.check_output([*git, "show", f"pages:{path}"]).decode() for path in paths
    }


def _served_after(served: dict[str, str]) -> dict[str, str]:
    """Return the new site whole, with the style sheet of the former one that may stay."""
    former = {path: text for path, text in _BEFORE.items() if path.endswith(".css")}
    return _AFTER | {path: text for path, text in former.items() if path in served}


def _is_killed_by_git(forge: Path, built: Site, at: int, how: str) -> bool:
    """Push in a process that dies before or after its command of git number ``at``."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
        return os.WIFSIGNALED(status)
    code, numbers, run = 1, itertools.count(), subprocess.run

    def killing(*given: Any, **named: Any) -> Any:
        is_now = next(numbers) == at
        if is_now and how == "before":
            _die()
        done = run(*given, **named)
        return _die() if is_now else done

    try:
        subprocess.run = killing
        _push(forge, built)
        code = 0
    finally:
        os._exit(code)


def _die() -> Exception:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _check(connect: Connect, place: Place, after: Site) -> None:
    complaints = broken_for_visitors(seen(place), _BEFORE, _AFTER)
    assert complaints == [], complaints
    lock = Path(place.lock)
    if lock.exists():
        # Ten minutes later.
        old = time.time() - EXPIRY - 60
        os.utime(lock, (old, old))
    _publish(connect, place, after)
    assert seen(place) == _AFTER
    assert not lock.exists()
    assert not list(Path(place.staging).iterdir())
    left = [path for path in Path(place.state).rglob("*") if path.is_file()]
    assert not [path for path in left if b"zoe" in path.read_bytes().lower()]


if __name__ == "__main__":
    main(*sys.argv[1:])
