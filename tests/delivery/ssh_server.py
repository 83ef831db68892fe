"""OpenSSH's own server on loopback, with keys of its own, for whoever runs the tests."""

import os
import resource
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

from association.delivery.ssh_connection import Login, Secrets, fingerprints
from tests.programs import need

_CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/hote
AuthorizedKeysFile {folder}/visiteur.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
Subsystem sftp internal-sftp {sftp}
"""
# What hosts of many sites add: nobody sees more than a folder of their own.
_CHROOT = """ChrootDirectory /mnt/{name}
ForceCommand internal-sftp
"""
# OpenSSH wants every folder above to be nobody else's, and a temporary one lies below /tmp.
_IN_A_ROOT_OF_ITS_OWN = (
    'mount -t tmpfs -o mode=755 none /mnt && mkdir "/mnt/$2" && mount --bind "$1" "/mnt/$2"'
)


@dataclass(frozen=True)
class Server:
    """A server that runs; its keys are in ``folder``."""

    folder: Path
    port: int
    process: int

    def login(self, key: str = "visiteur", host_keys: str = "") -> Login:
        """Return how to connect with a key of the folder."""
        trusted = fingerprints(host_keys or (self.folder / "hote.pub").read_text("ascii"))
        secrets = Secrets(str(self.folder / key))
        return Login("127.0.0.1", self.port, getuser(), trusted, secrets)

    def cut_connections(self) -> None:
        """Kill the processes that serve the connections; the server goes on."""
        for child in _children(self.process):
            for one in [*_children(child), child]:
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)


@contextmanager
def ssh_server(
    folder: Path, largest: int | None = None, sftp: str = "", chroot: Path | None = None
) -> Iterator[Server]:
    """Start a server; without OpenSSH's the test is skipped, unless CI is set.

    ``largest`` is the size in bytes past which it can write no file, as past a quota; ``sftp`` are
    options of its part that speaks SFTP (« -R »: nothing may be written). ``chroot`` is all that
    visitors see, as « / »; ``may_chroot`` says whether this machine lets us.
    """
    sshd = need("sshd", "apt install openssh-server")
    for name in ("hote", "visiteur", "inconnu"):
        make_key(folder / name)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "sshd_config").write_text(
        _CONFIG.format(port=port, folder=folder, sftp=sftp)
        + (_CHROOT.format(name=chroot.name) if chroot else ""),
        "utf-8",
    )
    if os.geteuid() == 0:
        # Where the server of Debian goes without its rights.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with (folder / "journal").open("wb") as log:
        command = [sshd, "-D", "-e", "-f", str(folder / "sshd_config")]
        if chroot:
            command = [*_apart(chroot, 'exec "$@"'), *command]
        # Python ignores SIGXFSZ, and so does what it starts unless it is restored.
        server = subprocess.Popen(command, stderr=log, restore_signals=False)
    try:
        _wait_until_it_listens(folder / "journal", server)
        if largest is not None:
            resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (largest, largest))
        yield Server(folder, port, server.pid)
    finally:
        server.terminate()
        server.wait()


def may_chroot(folder: Path) -> bool:
    """Return whether this machine lets a server be locked into a folder."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    done = subprocess.run([*_apart(folder, "true")], capture_output=True, check=False)
    return done.returncode == 0


def _apart(folder: Path, then: str) -> list[str]:
    """Return a command that sees ``folder`` below /mnt too, and does ``then`` with what follows."""
    script = f"{_IN_A_ROOT_OF_ITS_OWN} && shift 2 && {then}"
    return ["unshare", "--mount", "sh", "-c", script, "sh", str(folder), folder.name]


def make_key(path: Path, family: str = "ed25519") -> None:
    """Make a key pair without a passphrase."""
    program = need("ssh-keygen", "apt install openssh-client")
    quiet = [program, "-q", "-t", family, "-N", "", "-C", path.name, "-f", str(path)]
    subprocess.run(quiet, check=True)


def _wait_until_it_listens(log: Path, server: "subprocess.Popen[bytes]") -> None:
    while "Server listening" not in log.read_text("utf-8", "replace"):
        assert server.poll() is None, log.read_text("utf-8", "replace")


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in listed.read_text("ascii").split()] if listed.exists() else []
