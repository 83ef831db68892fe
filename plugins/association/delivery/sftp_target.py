"""A host reached by SFTP (protocol 3, with OpenSSH's extensions where it has them) as a target."""

import errno
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISLNK, S_ISREG
from typing import TypeVar

import paramiko
from paramiko.sftp import (
    CMD_CLOSE,
    CMD_EXTENDED,
    CMD_FSETSTAT,
    CMD_FSTAT,
    CMD_HANDLE,
    CMD_MKDIR,
    CMD_OPEN,
    CMD_OPENDIR,
    CMD_READ,
    CMD_READDIR,
    CMD_REMOVE,
    CMD_RENAME,
    CMD_SETSTAT,
    CMD_STAT,
    CMD_STATUS,
    CMD_WRITE,
    SFTP_FLAG_CREATE,
    SFTP_FLAG_READ,
    SFTP_FLAG_TRUNC,
    SFTP_FLAG_WRITE,
    SFTP_OP_UNSUPPORTED,
    int64,
)

from .inventory import Entry, Kind, Listing
from .sftp_pipeline import Conversation, Reply, hold
from .site_files import read_verified
from .ssh_connection import Login, connect
from .target import DeliveryError, OnDone, Put

_PATIENCE = 60.0
# What every server takes in one packet (draft-ietf-secsh-filexfer-02 §3).
_PART = 32768
_PARTS = 32
_FILE, _FOLDER = 0o644, 0o755
_Result = TypeVar("_Result")
_Target = TypeVar("_Target", bound="SftpTarget")


class Client(paramiko.SFTPClient):
    """Paramiko's client, with one extension and one error that it has no word for."""

    def check(self, reply: Reply) -> paramiko.Message:
        """Return the fields of a reply; raise what its status means when that is a failure."""
        kind, message = reply
        if kind == CMD_STATUS:
            self._convert_status(message)
        return message

    def _convert_status(self, message: paramiko.Message) -> None:
        """Raise what a status means; an act that the host does not know says so by its number."""
        code = int.from_bytes(message.get_remainder()[:4], "big")
        if code == SFTP_OP_UNSUPPORTED:
            raise OSError(errno.EOPNOTSUPP, "not supported by the host")
        super()._convert_status(message)  # type: ignore[misc]


class SftpTarget:
    """The acts of a target (each is described there) over one channel of a connection."""

    def __init__(self, transport: paramiko.Transport) -> None:
        self._client = _open_client(transport)
        # Known after the first file: whether the host gives files the modes that they are opened
        # with, and whether it replaces a file by a rename.
        self._keeps_modes: bool | None = None
        self._replaces = True

    @property
    def has_ended(self) -> bool:
        """Whether the channel was closed, by the host or with the connection."""
        channel = self._client.get_channel()
        return channel is None or channel.closed

    def entry(self, path: str) -> Entry | None:
        try:
            return _entry(self._client.lstat(path))
        except FileNotFoundError:
            return None

    def listing(self, folder: str) -> Listing:
        found: dict[str, Entry] = {}
        waiting: deque[Conversation[None]] = deque()
        waiting.append(self._listing(folder, "", found, waiting))
        self._hold_all(waiting)
        return found

    def read(self, path: str) -> bytes | None:
        return self._talk(self._reading(path))

    def read_all(self, paths: Sequence[str]) -> Mapping[str, bytes | None]:
        def one(path: str) -> Conversation[tuple[str, bytes | None]]:
            return path, (yield from self._reading(path))

        return dict(hold(self._client, deque(map(one, paths))))

    def write(self, path: str, content: bytes) -> None:
        self._talk(self._writing(path, content))

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
        self._talk(self._renaming(old, new))

    def remove(self, path: str) -> None:
        self._talk(self._removing(path))

    def remove_all(self, paths: Sequence[str], on_done: OnDone) -> None:
        self._hold_all(map(self._removing, paths), on_done)

    def make_folder(self, path: str) -> None:
        self._talk(self._making_folder(path))

    def make_folders(self, paths: Sequence[str]) -> None:
        # A folder is made in one that exists.
        by_depth: dict[int, list[str]] = {}
        for path in paths:
            by_depth.setdefault(path.count("/"), []).append(path)
        for _, level in sorted(by_depth.items()):
            self._hold_all(map(self._making_folder, level))

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

    def put_all(self, puts: Sequence[Put], spare: str, on_done: OnDone) -> None:
        talks = (self._placing(put, f"{spare}-{number}") for number, put in enumerate(puts))
        self._hold_all(talks, on_done)

    def send(self, sources: Mapping[str, Path], folder: str, spare: str, on_done: OnDone) -> None:
        def one(digest: str, source: Path) -> Conversation[None]:
            aside = f"{spare}-{digest}"
            yield from self._writing(aside, read_verified(source, digest))
            yield from self._renaming(aside, f"{folder}/{digest}")

        talks = (one(digest, source) for digest, source in sources.items())
        self._hold_all(talks, on_done)

    def _talk(self, conversation: Conversation[_Result]) -> _Result:
        [result] = hold(self._client, deque([conversation]))
        return result

    def _hold_all(
        self, conversations: Iterable[Conversation[None]], on_done: OnDone = lambda _: None
    ) -> None:
        """Hold conversations, and say of each how many have ended."""
        waiting = conversations if isinstance(conversations, deque) else deque(conversations)
        for count, _ in enumerate(hold(self._client, waiting), 1):
            on_done(count)

    def _opened(self, reply: Reply) -> bytes:
        message = self._client.check(reply)
        if reply[0] != CMD_HANDLE:
            raise OSError("no handle from the host")
        return message.get_binary()

    def _writing(self, path: str, content: bytes) -> Conversation[None]:
        """Write a file; each status is read, that of its closing too."""
        modes = _with_mode(_FILE)
        flags = SFTP_FLAG_WRITE | SFTP_FLAG_CREATE | SFTP_FLAG_TRUNC
        [reply] = yield [(CMD_OPEN, path, flags, modes)]
        handle = self._opened(reply)
        try:
            if self._keeps_modes is None:
                [reply] = yield [(CMD_FSTAT, handle)]
                status = _attributes(self._client.check(reply))
                self._keeps_modes = S_IMODE(status.st_mode or 0) == _FILE
            parts = [
                (CMD_WRITE, handle, int64(at), content[at : at + _PART])
                for at in range(0, len(content), _PART)
            ]
            for at in range(0, len(parts), _PARTS):
                for reply in (yield parts[at : at + _PARTS]):
                    self._client.check(reply)
            last = [] if self._keeps_modes else [(CMD_FSETSTAT, handle, modes)]
            *replies, closed = yield [*last, (CMD_CLOSE, handle)]
        except OSError:
            yield [(CMD_CLOSE, handle)]
            raise
        for reply in (*replies, closed):
            self._client.check(reply)

    def _reading(self, path: str) -> Conversation[bytes | None]:
        """Read a file; its parts are asked for together until one is short."""
        [reply] = yield [(CMD_OPEN, path, SFTP_FLAG_READ, paramiko.SFTPAttributes())]
        try:
            handle = self._opened(reply)
        except FileNotFoundError:
            return None
        content, is_whole, parts = b"", False, 2
        while not is_whole:
            ahead = range(len(content), len(content) + parts * _PART, _PART)
            replies = yield [(CMD_READ, handle, int64(at), _PART) for at in ahead]
            parts = min(2 * parts, _PARTS)
            for at, reply in zip(ahead, replies, strict=True):
                try:
                    message = self._client.check(reply)
                except EOFError:
                    is_whole = True
                    break
                if at == len(content):
                    content += message.get_binary()
        yield [(CMD_CLOSE, handle)]
        return content

    def _renaming(self, old: str, new: str) -> Conversation[None]:
        """Rename a file, replacing one that exists."""
        if self._replaces:
            [reply] = yield [(CMD_EXTENDED, "posix-rename@openssh.com", old, new)]
            try:
                self._client.check(reply)
            except OSError as error:
                if error.errno not in (errno.EOPNOTSUPP, errno.EACCES):
                    raise
                self._replaces = False
            else:
                return
        # A host that cannot replace a file at once, or denies it, does it in two acts.
        yield from self._removing(new)
        [reply] = yield [(CMD_RENAME, old, new)]
        self._client.check(reply)

    def _removing(self, path: str) -> Conversation[None]:
        [reply] = yield [(CMD_REMOVE, path)]
        with suppress(FileNotFoundError):
            self._client.check(reply)

    def _making_folder(self, path: str) -> Conversation[None]:
        [reply] = yield [(CMD_MKDIR, path, _with_mode(_FOLDER))]
        try:
            self._client.check(reply)
        except OSError:
            [found] = yield [(CMD_STAT, path)]
            with suppress(OSError):
                if S_ISDIR(_attributes(self._client.check(found)).st_mode or 0):
                    return
            raise
        if not self._keeps_modes:
            [reply] = yield [(CMD_SETSTAT, path, _with_mode(_FOLDER))]
            self._client.check(reply)

    def _placing(self, put: Put, spare: str) -> Conversation[None]:
        """Give a content of the store a path of the site."""
        if not put.replaces and (yield from self._linking(put.source, put.path)):
            return
        if not (yield from self._linking(put.source, spare)):
            yield from self._copying(put.source, spare)
        yield from self._renaming(spare, put.path)
        if put.replaces:
            # Renaming one of two names of the same file does nothing (POSIX).
            yield from self._removing(spare)

    def _linking(self, old: str, new: str) -> Conversation[bool]:
        """Give a file a second path (OpenSSH's PROTOCOL, « hardlink@openssh.com »)."""
        [reply] = yield [(CMD_EXTENDED, "hardlink@openssh.com", old, new)]
        try:
            self._client.check(reply)
        except FileNotFoundError:
            raise
        except OSError:
            return False
        return True

    def _copying(self, old: str, new: str) -> Conversation[None]:
        """Copy a file, where there are no hard links: the bytes go there and back."""
        content, entry = (yield from self._reading(old)), self.entry(old)
        if content is None or entry is None:
            raise FileNotFoundError(errno.ENOENT, old)
        yield from self._writing(new, content)
        self._client.utime(new, (entry.time, entry.time))

    def _listing(
        self,
        folder: str,
        above: str,
        found: dict[str, Entry],
        waiting: deque[Conversation[None]],
    ) -> Conversation[None]:
        """Note the entries of one folder, by their paths from ``folder``; those in it wait."""
        [reply] = yield [(CMD_OPENDIR, f"{folder}/{above}")]
        try:
            handle = self._opened(reply)
        except FileNotFoundError:
            return
        is_whole, turns = False, 2
        while not is_whole:
            for reply in (yield [(CMD_READDIR, handle)] * turns):
                try:
                    message = self._client.check(reply)
                except EOFError:
                    is_whole = True
                    continue
                for one in _names(message, f"{folder}/{above}"):
                    path = f"{above}{one.filename}"
                    found[path] = _entry(one)
                    if found[path].kind is Kind.FOLDER:
                        waiting.append(self._listing(folder, f"{path}/", found, waiting))
            turns = min(2 * turns, _PARTS)
        yield [(CMD_CLOSE, handle)]


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
    transport: paramiko.Transport | None = None
    target: _Target | None = None
    try:
        transport = connect(login)
        target = make(transport)
        yield target
    except (paramiko.SSHException, EOFError) as error:
        raise ConnectionError(str(error)) from error
    except OSError as error:
        # What is asked on a closed channel fails as on a closed socket, without a number.
        if error.errno is None and transport and (target is None or target.has_ended):
            raise ConnectionError(str(error)) from error
        raise
    finally:
        if transport:
            transport.close()


def _open_client(transport: paramiko.Transport) -> Client:
    client = Client.from_transport(transport)
    if not isinstance(client, Client):
        raise EOFError("no channel for SFTP")
    channel = client.get_channel()
    if channel:
        channel.settimeout(_PATIENCE)
    return client


def _names(message: paramiko.Message, folder: str) -> Iterable[paramiko.SFTPAttributes]:
    """Yield the entries of an answer, but for the folder itself and the one above."""
    for _ in range(message.get_int()):
        try:
            name, _ = message.get_text(), message.get_string()
        except UnicodeDecodeError as error:
            raise DeliveryError(
                f"« {folder} » contient un fichier dont le nom n’est pas en UTF-8 : "
                "renommez-le ou effacez-le chez l’hébergeur."
            ) from error
        one = _attributes(message, name)
        if name not in (".", ".."):
            yield one


def _attributes(message: paramiko.Message, name: str = "") -> paramiko.SFTPAttributes:
    found: paramiko.SFTPAttributes = paramiko.SFTPAttributes._from_msg(message, name)  # type: ignore[attr-defined]
    return found


def _with_mode(mode: int) -> paramiko.SFTPAttributes:
    attributes = paramiko.SFTPAttributes()
    attributes.st_mode = mode
    return attributes


def _entry(status: paramiko.SFTPAttributes) -> Entry:
    mode = status.st_mode or 0
    if S_ISDIR(mode):
        return Entry(Kind.FOLDER)
    if S_ISREG(mode):
        return Entry(Kind.FILE, status.st_size or 0, int(status.st_mtime or 0))
    return Entry(Kind.OTHER)
