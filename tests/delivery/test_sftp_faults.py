"""What goes wrong with a real server: visitors see whole pages, and the next run completes."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from paramiko import SSHException

from association.delivery.delivery import Site, publish, roll_back
from association.delivery.place import Place
from association.delivery.rsync_sending import rsync_target
from association.delivery.sftp_target import connected_target, sftp_target
from association.delivery.ssh_connection import Login, Secrets
from association.delivery.target import DeliveryError
from association.delivery.words import failure_message
from tests.delivery.sites import AFTER, BEFORE, broken_for_visitors, quiet, seen, site, terms
from tests.delivery.ssh_server import Server, make_key, may_chroot, ssh_server

ROOT = Path(__file__).parents[2]
WAYS = pytest.mark.parametrize("switch", [False, True], ids=["in place", "switch"])
CONNECTIONS = pytest.mark.parametrize("connect", [sftp_target, rsync_target])


def place_in(home: Path, *, switch: bool = False) -> Place:
    return Place(f"{home}/www", f"{home}/www.publication", switch)


def put_online(
    login: Login, place: Place, built: Site, show_progress: Any = quiet, **asked: Any
) -> None:
    with sftp_target(login) as target:
        publish(target, place, built, terms(whatever_changes=True, **asked), show_progress)


class Cutting:
    """Cuts the server's connections the ``at``-th time that it is told something of a kind."""

    def __init__(self, server: Server, kind: str, at: int = 1) -> None:
        self._server, self._kind, self._left = server, kind, at

    def __call__(self, text: str) -> None:
        self._left -= text.startswith(self._kind)
        if self._left == 0:
            self._server.cut_connections()


@WAYS
@pytest.mark.parametrize(
    ("kind", "at"), [("Envoi", 2), ("Mise en place", 1), ("Mise en place", 7), ("Rangement", 1)]
)
def test_a_connection_cut_in_the_middle(
    server: Server, tmp_path: Path, before: Site, after: Site, switch: bool, kind: str, at: int
) -> None:
    place = place_in(tmp_path, switch=switch)
    if kind == "Rangement":
        # There is a version to remove.
        put_online(server.login(), place, after, versions=1)
    put_online(server.login(), place, before)
    with pytest.raises((OSError, EOFError)) as cut:
        put_online(server.login(), place, after, Cutting(server, kind, at), versions=1)
    assert "la liaison avec l’hébergeur s’est interrompue" in failure_message(cut.value)
    assert broken_for_visitors(seen(place), BEFORE, AFTER) == []
    # Its lock is that of this very process, which lives.
    Path(place.lock).unlink(missing_ok=True)
    put_online(server.login(), place, after)
    assert seen(place) == AFTER
    with sftp_target(server.login()) as target:
        roll_back(target, place, terms(), quiet)
    assert seen(place) == BEFORE


@CONNECTIONS
def test_what_is_asked_after_a_cut_is_an_interruption_too(server: Server, connect: Any) -> None:
    def ask_on() -> None:
        with connect(server.login()) as target:
            server.cut_connections()
            while True:
                # The cut is seen where an answer is awaited; later acts find a closed channel.
                with suppress(EOFError, SSHException):
                    target.entry("n-importe-ou")

    with pytest.raises(ConnectionError) as cut:
        ask_on()
    assert "la liaison avec l’hébergeur s’est interrompue" in failure_message(cut.value)


def test_a_channel_that_closes_while_it_opens_is_a_cut(server: Server) -> None:
    def closed(transport: Any) -> Any:
        channel = transport.open_session()
        channel.close()
        channel.sendall(b"?")

    with pytest.raises(ConnectionError), connected_target(server.login(), closed):
        pass


@WAYS
@pytest.mark.parametrize("line", [1, 4, 9, 14])
def test_a_process_killed_at_any_moment(
    server: Server, tmp_path: Path, before: Site, after: Site, switch: bool, line: int
) -> None:
    place = place_in(tmp_path, switch=switch)
    put_online(server.login(), place, before)
    words = [str(server.folder), str(server.port), str(after.folder), str(tmp_path)]
    command = [sys.executable, "-m", "tests.delivery.one_publication", *words]
    command.append("switch" if switch else "place")
    path = os.pathsep.join(map(str, (ROOT, ROOT / "plugins")))
    env = {**os.environ, "PYTHONPATH": path}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(line):
            process.stdout.readline()
        process.kill()
    assert broken_for_visitors(seen(place), BEFORE, AFTER) == []
    # The same command on the same machine asks for nothing: whose lock that is, is dead.
    subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
    assert seen(place) == AFTER
    assert Path(place.staging).is_dir()
    assert not list(Path(place.staging).iterdir())
    assert not Path(place.lock).exists()


@CONNECTIONS
def test_a_host_that_shows_another_key_is_told_nothing(
    server: Server, tmp_path: Path, before: Site, connect: Any
) -> None:
    other = (server.folder / "inconnu.pub").read_text("ascii")
    login = server.login(host_keys=other)
    with pytest.raises(DeliveryError) as show_progress, connect(login):
        pass
    assert "n’est pas celle des réglages" in str(show_progress.value)
    [trusted] = server.login().host_keys
    assert trusted in str(show_progress.value)
    journal = (server.folder / "journal").read_text("utf-8")
    assert "authenticating user" not in journal


def test_the_key_of_a_host_may_be_of_any_family(server: Server, tmp_path: Path) -> None:
    keys = server.folder / "autres"
    keys.mkdir()
    make_key(keys / "rsa", "rsa")
    login = server.login(host_keys=(keys / "rsa.pub").read_text("ascii"))
    assert login.host_keys != server.login().host_keys
    with pytest.raises(DeliveryError, match="Clés montrées : SHA256:"), sftp_target(login):
        pass


@CONNECTIONS
def test_a_visitor_without_the_right_key_is_told_what_to_check(
    server: Server, connect: Any
) -> None:
    with pytest.raises(DeliveryError, match="PUBLICATION_CLE"), connect(server.login("inconnu")):
        pass


def test_a_key_that_cannot_be_read_is_said_so(server: Server) -> None:
    login = server.login()
    for key in ("/nulle/part", "-----BEGIN OPENSSH PRIVATE KEY-----\nx"):
        wrong = Login(login.host, login.port, login.user, login.host_keys, Secrets(key))
        with pytest.raises(DeliveryError, match="ne peut pas être lue"), sftp_target(wrong):
            pass


def test_the_text_of_a_key_does_as_well_as_its_path(
    server: Server, tmp_path: Path, before: Site
) -> None:
    login = server.login()
    text = (server.folder / "visiteur").read_text("ascii")
    by_text = Login(login.host, login.port, login.user, login.host_keys, Secrets(text))
    for connect in (sftp_target, rsync_target):
        home = tmp_path / connect.__name__
        home.mkdir()
        with connect(by_text) as target:
            publish(target, place_in(home), before, terms(), quiet)
        assert seen(place_in(home)) == BEFORE


def test_a_host_that_does_not_answer_is_said_so(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    login = server.login()
    with (
        pytest.raises(DeliveryError, match="ne répond pas"),
        sftp_target(Login("127.0.0.1", port, login.user, login.host_keys, login.secrets)),
    ):
        pass


class CuttingProxy:
    """Passes on what a server and its client say; hangs up after so many bytes of the server."""

    def __init__(self, port: int, most: int) -> None:
        self._server_port, self._most = port, most
        self.passed = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        client, _ = self._listening.accept()
        with client, socket.create_connection(("127.0.0.1", self._server_port)) as server:
            answers = Thread(target=self._pass_on, args=(client, server, False))
            answers.start()
            self._pass_on(server, client, True)
            for end in (client, server):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            answers.join()

    def _pass_on(self, source: socket.socket, to: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                if counted:
                    data = data[: self._most - self.passed]
                    self.passed += len(data)
                to.sendall(data)
                if counted and self.passed >= self._most:
                    return
            to.shutdown(socket.SHUT_WR)

    def end(self) -> None:
        """Wait until the connection has ended."""
        self._thread.join()
        self._listening.close()


def test_a_cut_while_logging_in_is_a_cut_and_no_wrong_key(server: Server) -> None:
    login = server.login()
    whole = CuttingProxy(server.port, 10**9)
    with sftp_target(replace(login, port=whole.port)):
        pass
    whole.end()
    # What follows the greeting: the keys of the session, the proof of who we are, the channel.
    for most in range(50, whole.passed, whole.passed // 25):
        proxy = CuttingProxy(server.port, most)
        with (
            pytest.raises((OSError, EOFError)) as cut,
            sftp_target(replace(login, port=proxy.port)) as target,
        ):
            target.entry("n-importe-ou")
        proxy.end()
        assert "la liaison avec l’hébergeur s’est interrompue" in failure_message(cut.value), most


def test_a_host_that_denies_some_acts_is_served_by_others(
    tmp_path: Path, before: Site, after: Site
) -> None:
    keys = tmp_path / "ssh"
    keys.mkdir()
    denied = "-P posix-rename,hardlink"
    with ssh_server(keys, sftp=denied) as shy:
        place = place_in(tmp_path)
        put_online(shy.login(), place, before)
        put_online(shy.login(), place, after)
        assert seen(place) == AFTER
        with sftp_target(shy.login()) as target:
            roll_back(target, place, terms(), quiet)
        assert seen(place) == BEFORE


@WAYS
def test_a_host_that_shows_one_folder_alone(
    tmp_path: Path, before: Site, after: Site, switch: bool
) -> None:
    keys, home = tmp_path / "ssh", tmp_path / "enclos"
    keys.mkdir()
    home.mkdir(mode=0o755)
    is_locked = may_chroot(home)
    place = (
        Place("/www", "/www.publication", switch) if is_locked else place_in(home, switch=switch)
    )
    # The web server sees the same folders below a path that the login does not.
    outside = place_in(home, switch=switch)
    with ssh_server(keys, chroot=home if is_locked else None) as server:
        put_online(server.login(), place, before)
        assert seen(outside) == BEFORE
        put_online(server.login(), place, after)
        assert seen(outside) == AFTER
        with sftp_target(server.login()) as target:
            roll_back(target, place, terms(), quiet)
        assert seen(outside) == BEFORE


def test_files_can_be_read_by_the_web_server_whatever_the_mask(
    tmp_path: Path, before: Site
) -> None:
    keys = tmp_path / "ssh"
    keys.mkdir()
    with ssh_server(keys, sftp="-u 0077") as strict:
        place = place_in(tmp_path)
        put_online(strict.login(), place, before)
    every = [Path(place.site), *Path(place.site).rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in every if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in every if path.is_dir()} == {0o755}


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Make ``folder`` a disk of 80 kB, where this may be done; say whether it was."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=80k", "none", str(folder)]
    may = shutil.which("mount") is not None
    if not may or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_site_and_room_completes_it(
    tmp_path: Path, before: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = {**BEFORE, "images/grande.svg": "x" * 50_000, "images/autre.svg": "y" * 50_000}
    heavy = site(tmp_path_factory.mktemp("lourd"), texts)
    keys, home = tmp_path / "ssh", tmp_path / "disque"
    keys.mkdir()
    home.mkdir()
    place = place_in(home)
    with small_disk(home) as mounted, ssh_server(keys, None if mounted else 40_000) as server:
        put_online(server.login(), place, before)
        with pytest.raises((OSError, DeliveryError)) as full:
            put_online(server.login(), place, heavy)
        assert "place" in failure_message(full.value)
        assert seen(place) == BEFORE
        # What did not arrive whole is of no use, and gives back its room.
        put_online(server.login(), place, before)
        assert seen(place) == BEFORE
        assert not [path for path in Path(place.store).iterdir() if path.stat().st_size > 1000]


def test_a_folder_that_cannot_be_written_changes_nothing(
    server: Server, tmp_path: Path, before: Site, after: Site
) -> None:
    place = place_in(tmp_path)
    put_online(server.login(), place, before)
    keys = tmp_path / "ssh"
    keys.mkdir()
    with ssh_server(keys, sftp="-R") as shut:
        with pytest.raises(OSError) as refused:  # noqa: PT011 — each system words it its way
            put_online(shut.login(), place, after)
        assert "l’écriture y est interdite" in failure_message(refused.value)
    assert seen(place) == BEFORE
    put_online(server.login(), place, after)
    assert seen(place) == AFTER


def test_two_publications_at_once_are_one_after_the_other(
    server: Server, tmp_path: Path, before: Site, after: Site
) -> None:
    place = place_in(tmp_path)
    under_way, go_on = Event(), Event()

    def wait(text: str) -> None:
        if text.startswith("Mise en place"):
            under_way.set()
            go_on.wait()

    first = Thread(target=put_online, args=(server.login(), place, before, wait))
    first.start()
    under_way.wait()
    with pytest.raises(DeliveryError, match=r"marie@portable.*est en cours"):
        put_online(server.login(), place, after, machine="ailleurs")
    go_on.set()
    first.join()
    assert seen(place) == BEFORE
    put_online(server.login(), place, after, machine="ailleurs")
    assert seen(place) == AFTER
