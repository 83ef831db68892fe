"""One publication at a time: a file on the host that says who publishes and since when.

The file is written aside and appears whole, in one act. Its age is measured by the host's own
clock, with another file: ours may be wrong. A running publication renews its lock; one that is not
renewed, readable or not, is that of an interrupted publication, and the next one lifts it.
"""

import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from socket import gethostname
from typing import Any

from ..core.exit_code import ExitCode
from .place import Place
from .target import DeliveryError, Target

EXPIRY = 600
"""Seconds without renewal after which a lock is lifted."""
_RENEWAL = 60
_FIELDS = {"qui": str, "depuis": str, "machine": str, "processus": int, "jeton": str}

Tell = Callable[[str], None]
"""Tells in French what somebody should know, once."""


@dataclass(frozen=True)
class Holder:
    """Who publishes: words for people, then what recognises this very process."""

    who: str
    since: str
    machine: str
    process: int

    @classmethod
    def of_this_process(cls, since: str) -> "Holder":
        """Return this process; ``since`` is an instant in French words."""
        try:
            user = getuser()
        except (KeyError, OSError):
            user = "?"
        return cls(f"{user}@{gethostname()}", since, _machine(), os.getpid())


class Lock:
    """The lock of a running publication; renewing it reveals when another one has taken it."""

    def __init__(self, target: Target, place: Place, holder: Holder) -> None:
        token = secrets.token_hex(8)
        self.spare = f"{place.staging}/{token}"
        self.text = _text(holder, token)
        self.holder = holder
        self._target, self._place = target, place
        self._renewed_at = _uptime()

    def take(self, alive: Callable[[int], bool], tell: Tell) -> DeliveryError | None:
        """Take the lock, lifting that of an interrupted publication; return why it cannot be."""
        target, place = self._target, self._place
        target.write(self.spare, self.text)
        if (found := target.read(place.lock)) is not None:
            if refusal := _lift(target, self, place, found, alive, tell):
                return refusal
            target.write(self.spare, self.text)
        # The running publication may sweep our file away, with those of interrupted ones.
        with suppress(FileNotFoundError):
            if target.rename_new(self.spare, place.lock):
                self._renewed_at = _uptime()
                return None
        return _busy(_parse(target.read(place.lock)), 0)

    def write_file(self, path: str, content: bytes) -> None:
        """Write a small file of the publication, replacing the former one atomically."""
        self._target.write(self.spare, content)
        self._target.rename(self.spare, path)

    def renew_if_due(self) -> None:
        """Renew the lock once a minute; raise DeliveryError when another publication has it."""
        if _uptime() - self._renewed_at > _RENEWAL:
            self.renew()

    def renew(self) -> None:
        """Renew the lock now; raise DeliveryError when another publication has it."""
        if self._target.read(self._place.lock) != self.text:
            raise DeliveryError(
                "Une autre publication a pris le relais de celle-ci, qui s’arrête là. "
                "Attendez qu’elle finisse, puis relancez « invoke publier » si besoin."
            )
        self.write_file(self._place.lock, self.text)
        self._renewed_at = _uptime()

    def sweep(self) -> None:
        """Delete the temporary files of a publication that failed."""
        token = self.spare.rpartition("/")[2]
        for name in self._target.listing(self._place.staging):
            if name.startswith(token):
                self._target.remove(f"{self._place.staging}/{name}")

    def release(self) -> None:
        """Let others publish."""
        if self._target.read(self._place.lock) == self.text:
            self._target.remove(self._place.lock)


@contextmanager
def hold_lock(
    target: Target,
    place: Place,
    holder: Holder,
    *,
    tell: Tell = lambda _: None,
    pause: Callable[[], None] | None = None,
    alive: Callable[[int], bool] | None = None,
) -> Iterator[Lock]:
    """Hold the lock; raise DeliveryError, in French, while another publication has it.

    With ``pause``, wait for it, so long each time. ``tell`` hears of a lock that is lifted: one not
    renewed since EXPIRY, or left by a dead process of this machine, as ``alive`` tells by its
    number.
    """
    lock = Lock(target, place, holder)
    try:
        while refusal := lock.take(alive or _is_alive, tell):
            if pause is None:
                raise refusal
            pause()
        yield lock
    except BaseException:
        # On a broken connection this fails too; its cause is the error to report.
        with suppress(Exception):
            lock.sweep()
        raise
    finally:
        with suppress(Exception):
            lock.release()


def _text(holder: Holder, token: str) -> bytes:
    fields = {
        "qui": holder.who,
        "depuis": holder.since,
        "machine": holder.machine,
        "processus": holder.process,
        "jeton": token,
    }
    return json.dumps(fields, ensure_ascii=False).encode()


def _lift(
    target: Target,
    lock: Lock,
    place: Place,
    found: bytes,
    alive: Callable[[int], bool],
    tell: Tell,
) -> DeliveryError | None:
    """Remove the lock that was found, unless its publication may still run: return that refusal."""
    said = _parse(found)
    dead = bool(said) and said["machine"] == lock.holder.machine and not alive(said["processus"])
    age = _age(target, place, lock.spare)
    if not dead and age <= EXPIRY:
        return _busy(said, age)
    # Of two that lift it at once, the second gets the lock of the first, and gives it back.
    with suppress(FileNotFoundError):
        target.rename(place.lock, lock.spare)
        if target.read(lock.spare) != found:
            target.rename(lock.spare, place.lock)
            return _busy(_parse(target.read(place.lock)), 0)
        reason = "son processus est mort" if dead else f"{age // 60} min sans être renouvelé"
        tell(
            f"Une publication {_by(said)} s’est interrompue sans finir : son verrou est levé "
            f"({reason})."
        )
    return None


def _age(target: Target, place: Place, spare: str) -> int:
    """Return the seconds since the lock was renewed, by the host's clock, which may be set back.

    ``spare`` is a file that was just written.
    """
    now, then = target.entry(spare), target.entry(place.lock)
    return abs(now.time - then.time) if now and then else 0


def _parse(text: bytes | None) -> dict[str, Any]:
    """Return the fields of a lock; none when it is unreadable."""
    try:
        said = json.loads(text or b"")
    except ValueError:
        return {}
    if not isinstance(said, dict) or not _FIELDS.keys() <= said.keys():
        return {}
    return said if all(isinstance(said[key], kind) for key, kind in _FIELDS.items()) else {}


def _busy(said: dict[str, Any], age: int) -> DeliveryError:
    rest = max(1, (EXPIRY - age + 59) // 60)
    return DeliveryError(
        f"Une publication {_by(said)} est en cours : attendez qu’elle finisse, puis relancez "
        "(« --attendre » le fait). Si elle s’est interrompue, son verrou se lèvera de lui-même "
        f"dans {rest} min.",
        ExitCode.FAULT,
    )


def _by(said: dict[str, Any]) -> str:
    return f"de {said['qui']}, commencée {said['depuis']}," if said else "d’on ne sait qui"


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        # There, a signal that only asks does not exist: it would interrupt.
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _uptime() -> float:
    """Return a monotonic time in seconds that includes sleep, where the machine provides one."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def _machine() -> str:
    """Return what identifies this machine, its boot and its namespace of processes."""
    parts = [gethostname()]
    with suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip())
        parts.append(str(Path("/proc/self/ns/pid").readlink()))
    return " ".join(parts)
