"""Two publications never meet; one that died is told from one that lives."""

import itertools
from contextlib import suppress
from copy import deepcopy

import pytest

from association.delivery.lock import EXPIRY, Holder, hold_lock
from association.delivery.target import DeliveryError
from tests.delivery.memory_host import CutError, Faulty, MemoryHost
from tests.delivery.sites import IN_PLACE

MARIE = Holder("marie@portable", "le 21 novembre 2026 à 9 h", "portable", 10)
ANNE = Holder("anne@atelier", "le 21 novembre 2026 à 10 h", "atelier", 30)
PAUL = Holder("paul@bureau", "le 21 novembre 2026 à 9 h 5", "bureau", 20)


@pytest.fixture
def host() -> MemoryHost:
    host = MemoryHost()
    for folder in (IN_PLACE.state, IN_PLACE.staging):
        host.make_folder(folder)
    return host


def left_by(host: MemoryHost, holder: Holder, seconds: int = 0) -> None:
    """Leave a lock behind, as a killed process does, so many seconds ago."""
    with hold_lock(host, IN_PLACE, holder):
        content = host.read(IN_PLACE.lock)
    assert content
    host.write(IN_PLACE.lock, content)
    host.wait(seconds)


def test_a_second_publication_is_told_who_publishes(host: MemoryHost) -> None:
    with (
        hold_lock(host, IN_PLACE, MARIE),
        pytest.raises(DeliveryError) as show_progress,
        hold_lock(host, IN_PLACE, PAUL),
    ):
        pass
    assert "marie@portable, commencée le 21 novembre 2026 à 9 h" in str(show_progress.value)
    assert host.entry(IN_PLACE.lock) is None


def test_a_lock_that_may_live_is_left_alone(host: MemoryHost) -> None:
    left_by(host, MARIE, EXPIRY - 10)
    with (
        pytest.raises(DeliveryError, match=r"est en cours.*dans 1 min"),
        hold_lock(host, IN_PLACE, PAUL),
    ):
        pass
    assert b"marie" in (host.read(IN_PLACE.lock) or b"")
    assert not host.listing(IN_PLACE.staging)


def test_a_lock_given_up_lifts_itself_and_the_reason_is_said(host: MemoryHost) -> None:
    left_by(host, MARIE, EXPIRY + 60)
    said: list[str] = []
    with hold_lock(host, IN_PLACE, PAUL, tell=said.append):
        assert b"paul" in (host.read(IN_PLACE.lock) or b"")
    [told] = said
    assert "marie@portable" in told
    assert "11 min sans être renouvelé" in told


def test_who_waits_gets_the_lock_when_it_expires(host: MemoryHost) -> None:
    left_by(host, MARIE)
    pauses = []

    def pause() -> None:
        pauses.append(1)
        host.wait(120)

    with hold_lock(host, IN_PLACE, PAUL, pause=pause):
        assert b"paul" in (host.read(IN_PLACE.lock) or b"")
    assert 4 <= len(pauses) <= 5


@pytest.mark.parametrize("how", ["before", "after", "half"])
def test_a_kill_at_any_act_leaves_a_lock_that_expires(host: MemoryHost, how: str) -> None:
    for at in itertools.count():
        tried = deepcopy(host)
        left_by(tried, MARIE, EXPIRY + 60)
        faulty = Faulty(tried, at, how)
        # Cut too while it takes over, renews and gives back.
        with suppress(CutError), hold_lock(faulty, IN_PLACE, PAUL) as lock:
            lock.renew()
            lock.write_file(IN_PLACE.marker, b"au milieu")
        tried.wait(EXPIRY + 1)
        with hold_lock(tried, IN_PLACE, ANNE) as mine:
            mine.renew()
        assert tried.entry(IN_PLACE.lock) is None
        if faulty.acts <= at:
            break
    assert at > 8


def test_a_process_of_this_machine_that_died_asks_for_nothing(host: MemoryHost) -> None:
    left_by(host, MARIE)
    again = Holder(MARIE.who, MARIE.since, MARIE.machine, 11)
    said: list[str] = []
    with hold_lock(host, IN_PLACE, again, tell=said.append, alive=lambda process: process != 10):
        assert host.entry(IN_PLACE.lock)
    assert "son processus est mort" in said[0]


UNREADABLE = [b"", b'{"qui": "mar', b"[]", b"{}", b'{"qui": 1, "machine": "bureau"}', b"\xff"]


@pytest.mark.parametrize("content", UNREADABLE)
def test_an_unreadable_lock_expires_like_any_other(host: MemoryHost, content: bytes) -> None:
    host.write(IN_PLACE.lock, content)
    with pytest.raises(DeliveryError, match="d’on ne sait qui"), hold_lock(host, IN_PLACE, PAUL):
        pass
    host.wait(EXPIRY + 60)
    said: list[str] = []
    with hold_lock(host, IN_PLACE, PAUL, tell=said.append):
        pass
    assert "d’on ne sait qui" in said[0]


def test_who_lost_the_lock_stops_and_leaves_it_to_the_other(host: MemoryHost) -> None:
    with hold_lock(host, IN_PLACE, MARIE) as lock:
        host.remove(IN_PLACE.lock)
        with hold_lock(host, IN_PLACE, PAUL):
            with pytest.raises(DeliveryError, match="a pris le relais"):
                lock.renew()
            lock.release()
            assert b"paul" in (host.read(IN_PLACE.lock) or b"")


def test_a_lock_that_is_kept_is_young(host: MemoryHost) -> None:
    with hold_lock(host, IN_PLACE, MARIE) as lock:
        host.wait(EXPIRY + 60)
        lock.renew()
        with (
            pytest.raises(DeliveryError, match="est en cours"),
            hold_lock(host, IN_PLACE, PAUL),
        ):
            pass


def test_the_host_clock_may_have_turned_back(host: MemoryHost) -> None:
    left_by(host, MARIE)
    host.clock = itertools.count(5)
    with hold_lock(host, IN_PLACE, PAUL):
        assert host.entry(IN_PLACE.lock)
