"""A host reached by SFTP (protocol 3, with OpenSSH's extensions where it has them) as a target."""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TypeVar

import paramiko
from paramiko.sftp import CMD_EXTENDED, SFTP_OP_UNSUPPORTED

from .inventory import Entry, Kind, Listing
from .site_files import read_verified
from .ssh_connection import Login, connect
from .target import DeliveryError, OnSent

_PATIENCE = 60.0
_AT_ONCE = 4
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Target = TypeVar("_Target", bound="SftpTarget")


class Client(paramiko.SFTPClient):
    """Paramiko's client, with one extension and one error that it has no word for."""

    def hardlink(self, old: str, new: str) -> None:
        """Give a file a second path (OpenSSH's PROTOCOL, « hardlink@openssh.com »)."""
        self._request(CMD_EXTENDED, "hardlink@openssh.com", old, new)  # type: ignore[attr-defined]

    def _convert_status(self, message: paramiko.Message) -> None:
        """Raise what a status means; an act that the host does not know says so by its number."""
        code = int.from_bytes(message.get_remainder()[:4], "big")
        if code == SFTP_OP_UNSUPPORTED:
            raise OSError(errno.EOPNOTSUPP, "not supported by the host")
        super()._convert_status(message)  # type: ignore[misc]


class SftpTarget:
    """The acts of a target (each is described there) over one connection.

    What takes many small answers (listing, sending) uses several channels, where the host lets
    us have them: a distant host answers slowly, but answers several at once.
    """

    def __init__(self, transport: paramiko.Transport) -> None:
        self._transport = transport
        self._client = _open_client(transport)
        self._helpers: list[Client] = []

    @property
    def has_ended(self) -> bool:
        """Whether a channel was closed, by the host or with the connection."""
        channels = (client.get_channel() for client in (self._client, *self._helpers))
        return any(channel is None or channel.closed for channel in channels)

    def entry(self, path: str) -> Entry | None:
        try:
            return _entry(self._client.lstat(path))
        except FileNotFoundError:
            return None

    def listing(self, folder: str) -> Listing:
        found: dict[str, Entry] = {}
        above = [""]
        while above:
            lists = self._in_parallel(lambda client, at: _list_folder(client, folder, at), above)
            level = [entry for entries in lists for entry in entries]
            found.update(level)
            above = [f"{path}/" for path, entry in level if entry.kind is Kind.FOLDER]
        return found

    def read(self, path: str) -> bytes | None:
        try:
            with self._client.open(path, "rb") as file:
                file.prefetch()
                return bytes(file.read())
        except FileNotFoundError:
            return None

    def write(self, path: str, content: bytes) -> None:
        _write(self._client, path, content)

    def rename_new(self, old: str, new: str) -> bool:
        try:
            self._client.rename(old, new)
        except FileNotFoundError:
            raise
        except OSError:
            # The protocol has no word for « already there ».
            if self.entry(new) is None:
                raise
            return False
        return True

    def rename(self, old: str, new: str) -> None:
        _rename(self._client, old, new)

    def duplicate(self, old: str, new: str) -> None:
        try:
            self._client.hardlink(old, new)
        except FileNotFoundError:
            raise
        except OSError:
            # A host or a disk without hard links: the bytes go there and back.
            content, entry = self.read(old), self.entry(old)
            if content is None or entry is None:
                raise
            self.write(new, content)
            self._client.utime(new, (entry.time, entry.time))

    def remove(self, path: str) -> None:
        with suppress(FileNotFoundError):
            self._client.remove(path)

    def make_folder(self, path: str) -> None:
        try:
            self._client.mkdir(path, 0o755)
        except OSError:
            with suppress(FileNotFoundError):
                if S_ISDIR(self._client.stat(path).st_mode or 0):
                    return
            raise
        self._client.chmod(path, 0o755)

    def remove_folder(self, path: str) -> None:
        with suppress(FileNotFoundError):
            self._client.rmdir(path)

    def link(self, path: str, to: str) -> None:
        self._client.symlink(to, path)

    def read_link(self, path: str) -> str | None:
        try:
            is_link = S_ISLNK(self._client.lstat(path).st_mode or 0)
        except FileNotFoundError:
            return None
        return self._client.readlink(path) if is_link else None

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, on_sent: OnSent) -> None:
        def one(client: Client, item: tuple[str, Path]) -> None:
            digest, source = item
            _write(client, f"{spare}-{digest}", read_verified(source, digest))
            _rename(client, f"{spare}-{digest}", f"{folder}/{digest}")

        for count, _ in enumerate(self._in_parallel(one, list(sources.items())), 1):
            on_sent(count)

    def _in_parallel(
        self, act: Callable[[Client, _Item], _Result], items: Sequence[_Item]
    ) -> Iterator[_Result]:
        """Yield what an act gives for each item, in order, over several channels."""
        self._open_helpers(len(items))
        if not self._helpers or len(items) == 1:
            yield from (act(self._client, item) for item in items)
            return
        free: SimpleQueue[Client] = SimpleQueue()
        for helper in self._helpers:
            free.put(helper)

        def borrowed(item: _Item) -> _Result:
            client = free.get()
            try:
                return act(client, item)
            finally:
                free.put(client)

        pool = ThreadPoolExecutor(len(self._helpers))
        try:
            yield from pool.map(borrowed, items)
        finally:
            pool.shutdown(cancel_futures=True)

    def _open_helpers(self, useful: int) -> None:
        """Open more channels, as many as are useful and as the host allows."""
        while len(self._helpers) < min(useful, _AT_ONCE) and useful > 1:
            try:
                self._helpers.append(_open_client(self._transport))
            except (paramiko.SSHException, EOFError, OSError):
                return


@contextmanager
def sftp_target(login: Login) -> Iterator[SftpTarget]:
    """Give the host as a target while connected; a connection that ends is a ConnectionError."""
    with connected_target(login, SftpTarget) as target:
        yield target


@contextmanager
def connected_target(
    login: Login, make: Callable[[paramiko.Transport], _Target]
) -> Iterator[_Target]:
    """Give the target that ``make`` makes of a connection to the host.

    Whatever paramiko raises because the connection or a channel has ended becomes ConnectionError.
    """
    transport = connect(login)
    target: _Target | None = None
    try:
        target = make(transport)
        yield target
    except (paramiko.SSHException, EOFError) as error:
        raise ConnectionError(str(error)) from error
    except OSError as error:
        # What is asked on a closed channel fails as on a closed socket, without a number.
        if error.errno is None and target is not None and target.has_ended:
            raise ConnectionError(str(error)) from error
        raise
    finally:
        transport.close()


def _open_client(transport: paramiko.Transport) -> Client:
    client = Client.from_transport(transport)
    if not isinstance(client, Client):
        raise EOFError("no channel for SFTP")
    channel = client.get_channel()
    if channel:
        channel.settimeout(_PATIENCE)
    return client


def _list_folder(client: Client, folder: str, above: str) -> list[tuple[str, Entry]]:
    """Return the entries of one folder, by their path from where the listing began."""
    try:
        listed: Iterable[paramiko.SFTPAttributes] = client.listdir_attr(f"{folder}/{above}")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise DeliveryError(
            f"« {folder}/{above} » contient un fichier dont le nom n’est pas en UTF-8 : "
            "renommez-le ou effacez-le chez l’hébergeur."
        ) from error
    return [(f"{above}{one.filename}", _entry(one)) for one in listed]


def _entry(status: paramiko.SFTPAttributes) -> Entry:
    mode = status.st_mode or 0
    if S_ISDIR(mode):
        return Entry(Kind.FOLDER)
    if S_ISREG(mode):
        return Entry(Kind.FILE, status.st_size or 0, int(status.st_mtime or 0))
    return Entry(Kind.OTHER)


def _write(client: Client, path: str, content: bytes) -> None:
    """Write a file, each part acknowledged: pipelined, paramiko loses the errors of writing."""
    with client.open(path, "wb") as file:
        file.write(content)
    client.chmod(path, 0o644)


def _rename(client: Client, old: str, new: str) -> None:
    try:
        client.posix_rename(old, new)
    except OSError as error:
        if error.errno != errno.EOPNOTSUPP:
            raise
        # A host that cannot replace a file at once does it in two acts.
        with suppress(FileNotFoundError):
            client.remove(new)
        client.rename(old, new)
