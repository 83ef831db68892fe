"""Two publications never meet; one that died is told from one that lives."""

import itertools

import pytest

from association.delivery.lock import EXPIRY, Holder, hold_lock
from association.delivery.target import DeliveryError
from tests.delivery.memory_host import MemoryHost
from tests.delivery.sites import IN_PLACE

MARIE = Holder("marie@portable", "le 21 novembre 2026 à 9 h", "portable", 10)
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
    host.clock = itertools.count(next(host.clock) + seconds)


def test_a_second_publication_is_told_who_publishes(host: MemoryHost) -> None:
    with (
        hold_lock(host, IN_PLACE, MARIE),
        pytest.raises(DeliveryError) as show_progress,
        hold_lock(host, IN_PLACE, PAUL),
    ):
        pass
    assert "marie@portable, commencée le 21 novembre 2026 à 9 h" in str(show_progress.value)
    assert host.entry(IN_PLACE.lock) is None


def test_consent_does_not_break_a_lock_that_lives(host: MemoryHost) -> None:
    left_by(host, MARIE, EXPIRY - 10)
    with (
        pytest.raises(DeliveryError, match="est en cours"),
        hold_lock(host, IN_PLACE, PAUL, resume=True),
    ):
        pass


def test_a_lock_given_up_asks_for_consent(host: MemoryHost) -> None:
    left_by(host, MARIE, EXPIRY + 60)
    with (
        pytest.raises(DeliveryError, match=r"11 minutes.*--reprendre"),
        hold_lock(host, IN_PLACE, PAUL),
    ):
        pass
    with hold_lock(host, IN_PLACE, PAUL, resume=True):
        assert b"paul" in (host.read(IN_PLACE.lock) or b"")


def test_a_process_of_this_machine_that_died_asks_for_nothing(host: MemoryHost) -> None:
    left_by(host, MARIE)
    again = Holder(MARIE.who, MARIE.since, MARIE.machine, 11)
    with hold_lock(host, IN_PLACE, again, alive=lambda process: process != 10):
        assert host.entry(IN_PLACE.lock)


def test_a_lock_cut_while_it_was_written_expires_too(host: MemoryHost) -> None:
    host.write(IN_PLACE.lock, b'{"qui": "mar')
    with pytest.raises(DeliveryError, match="d’on ne sait qui"), hold_lock(host, IN_PLACE, PAUL):
        pass
    host.clock = itertools.count(next(host.clock) + EXPIRY + 60)
    with hold_lock(host, IN_PLACE, PAUL, resume=True):
        pass


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
        host.clock = itertools.count(next(host.clock) + EXPIRY + 60)
        lock.renew()
        with (
            pytest.raises(DeliveryError, match="est en cours"),
            hold_lock(host, IN_PLACE, PAUL, resume=True),
        ):
            pass


def test_the_host_clock_may_have_turned_back(host: MemoryHost) -> None:
    left_by(host, MARIE)
    host.clock = itertools.count(5)
    with hold_lock(host, IN_PLACE, PAUL, resume=True):
        assert host.entry(IN_PLACE.lock)
