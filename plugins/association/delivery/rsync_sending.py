"""A host reached by SSH that has rsync: contents travel by it, in one stream and compressed.

All the rest (what is there, what goes where, the lock) is done over SFTP as elsewhere, so that an
interruption, a return or two publications at once are no different.
"""

import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

import paramiko

from ..core.exit_code import ExitCode
from .sftp_target import SftpTarget, connected_target
from .site_files import read_verified
from .ssh_connection import Login, Secrets, known_hosts_line
from .target import DeliveryError, OnDone

_PATIENCE = 20.0


class RsyncTarget(SftpTarget):
    """The acts of SFTP, but for sending."""

    def __init__(self, transport: paramiko.Transport, login: Login) -> None:
        super().__init__(transport)
        self._login = login
        self._known_hosts = known_hosts_line(transport, login)

    def send(
        self,
        sources: Mapping[str, Path],
        folder: str,
        spare: str,  # noqa: ARG002 — rsync writes aside by itself
        on_done: OnDone,
    ) -> None:
        with TemporaryDirectory(prefix="publier-") as work:
            batch = Path(work, "lot")
            batch.mkdir()
            for digest, source in sources.items():
                (batch / digest).write_bytes(read_verified(source, digest))
            self._run(_rsync(self._login, self._known_hosts, batch, folder), on_done)
        on_done(len(sources))

    def _run(self, command: list[str], on_done: OnDone) -> None:
        """Run rsync to its end; now and then a moment for the lock."""
        with TemporaryFile() as words, _running(command, words) as rsync:
            while True:
                try:
                    code = rsync.wait(_PATIENCE)
                    break
                except subprocess.TimeoutExpired:
                    on_done(0)
            if code:
                words.seek(0)
                said = words.read().decode(errors="replace").strip().splitlines()
                raise DeliveryError(_failure_message(code, said[0] if said else ""), ExitCode.FAULT)


@contextmanager
def rsync_target(login: Login) -> Iterator[RsyncTarget]:
    """Give the host as a target while connected; raise DeliveryError when rsync is missing here."""
    _refuse_what_rsync_cannot(login)
    with connected_target(login, lambda transport: RsyncTarget(transport, login)) as target:
        yield target


def _refuse_what_rsync_cannot(login: Login) -> None:
    if not shutil.which("rsync") or not shutil.which("ssh"):
        raise DeliveryError(
            "Le programme « rsync » (ou « ssh ») manque sur cette machine. Installez-le "
            "(Debian, Ubuntu : apt install rsync openssh-client ; macOS : brew install rsync), ou "
            "écrivez « vers » : « sftp » dans les réglages, qui n’en a pas besoin."
        )
    if login.secrets.passphrase or (login.secrets.password and not login.secrets.key):
        raise DeliveryError(
            "rsync ne sait entrer ni par mot de passe ni par une clé qui demande une phrase : "
            "confiez la clé à un agent (ssh-add), ou écrivez « vers » : « sftp » dans les réglages."
        )


def _rsync(login: Login, known_hosts: str, batch: Path, folder: str) -> list[str]:
    """Return the command; what ssh needs is written beside the batch, which nobody else reads."""
    hosts = batch.with_name("known_hosts")
    hosts.write_text(known_hosts, "ascii")
    ssh = [
        *("ssh", "-p", str(login.port), "-l", login.user, "-o", "BatchMode=yes"),
        *("-o", f"UserKnownHostsFile={hosts}", "-o", "GlobalKnownHostsFile=/dev/null"),
        *("-o", "StrictHostKeyChecking=yes", "-F", "/dev/null"),
    ]
    if login.secrets.key:
        key = _key_file(login.secrets, batch.with_name("cle"))
        ssh += ["-i", str(key), "-o", "IdentitiesOnly=yes"]
    return [
        *("rsync", "--recursive", "--compress", "--protect-args", "--chmod=F644"),
        *("--timeout=60", f"--rsh={shlex.join(ssh)}"),
        f"{batch}/",
        f"{login.host}:{folder}/",
    ]


def _key_file(secrets: Secrets, written: Path) -> Path:
    """Return the file of the private key; one given as a text is written where it is asked."""
    if not secrets.key_is_text:
        return Path(secrets.key).expanduser()
    written.touch(0o600)
    written.write_text(f"{secrets.key.strip()}\n", "ascii")
    return written


@contextmanager
def _running(command: list[str], words: IO[bytes]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program that does not outlive this block."""
    program = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=words
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def _failure_message(code: int, said: str) -> str:
    return (
        f"rsync s’est arrêté (code {code}) : {said or 'sans un mot'}.\n"
        "Le site en ligne n’a pas changé. Relancez la même commande : elle reprend où elle en "
        "était. Si l’hébergeur n’a pas rsync, écrivez « vers » : « sftp » dans les réglages."
    )
