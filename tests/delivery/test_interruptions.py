"""A publication cut at any moment leaves every page whole, and the same command completes it."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from association.delivery.delivery import Report, Site, publish, roll_back
from association.delivery.lock import EXPIRY
from association.delivery.place import Place
from association.delivery.target import DeliveryError
from tests.delivery.memory_host import CutError, Faulty, MemoryHost
from tests.delivery.sites import (
    AFTER,
    BEFORE,
    IN_PLACE,
    INSIDE,
    SWITCH,
    broken_for_visitors,
    everything_served,
    served,
    site,
    terms,
)

PLACES = pytest.mark.parametrize(
    "place", [IN_PLACE, SWITCH, INSIDE], ids=["in place", "switch", "inside"]
)
HOW = pytest.mark.parametrize("how", ["before", "after", "half"])


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site(tmp_path_factory.mktemp("avant"), BEFORE)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site(tmp_path_factory.mktemp("après"), AFTER)


def put_online(host: object, place: Place, built: Site, **consent: bool) -> Report:
    return publish(host, place, built, terms(**consent), lambda _: None)  # type: ignore[arg-type]


def back(host: object, place: Place) -> Report | None:
    """Go back; None when that is done and only the tidying was cut."""
    try:
        return roll_back(host, place, terms(), lambda _: None)  # type: ignore[arg-type]
    except DeliveryError as show_progress:
        assert "La version d’avant est en ligne" in str(show_progress)  # noqa: PT017
        return None


def host_with(place: Place, *sites: Site) -> MemoryHost:
    host = MemoryHost()
    for built in sites:
        put_online(host, place, built, whatever_changes=True)
    return host


def cut_everywhere(
    start: MemoryHost,
    how: str,
    attempt: Callable[[object], object],
    check: Callable[[MemoryHost, bool], None],
) -> int:
    """Cut ``attempt`` at each of its acts, from a fresh copy; ``check`` sees it cut and completed.

    Returns how many moments there were.
    """
    at = 0
    while True:
        host = deepcopy(start)
        try:
            attempt(Faulty(host, at, how))
        except CutError:
            at += 1
        else:
            return at
        check(host, False)
        host.wait(EXPIRY + 1)
        attempt(host)
        check(host, True)


@PLACES
@HOW
def test_a_first_publication_cut_anywhere_completes(place: Place, how: str, before: Site) -> None:
    def check(host: MemoryHost, whole: bool) -> None:
        assert broken_for_visitors(everything_served(host, place), BEFORE, always=False) == []
        assert not whole or served(host, place) == BEFORE

    moments = cut_everywhere(MemoryHost(), how, lambda host: put_online(host, place, before), check)
    assert moments > 2 * len(BEFORE)


@PLACES
@HOW
def test_a_publication_cut_anywhere_shows_whole_pages_and_completes(
    place: Place, how: str, before: Site, after: Site
) -> None:
    def check(host: MemoryHost, whole: bool) -> None:
        assert broken_for_visitors(everything_served(host, place), BEFORE, AFTER) == []
        assert not whole or served(host, place) == AFTER
        if place.switch:
            assert served(host, place) in (BEFORE, AFTER)

    start = host_with(place, before)
    attempt = lambda host: put_online(host, place, after, whatever_changes=True)  # noqa: E731
    assert cut_everywhere(start, how, attempt, check) > len(AFTER)


@PLACES
@HOW
def test_going_back_cut_anywhere_shows_whole_pages_and_completes(
    place: Place, how: str, before: Site, after: Site
) -> None:
    def check(host: MemoryHost, whole: bool) -> None:
        assert broken_for_visitors(everything_served(host, place), BEFORE, AFTER) == []
        assert not whole or served(host, place) == BEFORE

    start = host_with(place, before, after)
    at, cut = 0, True
    while cut:
        host = deepcopy(start)
        try:
            done = back(Faulty(host, at, how), place)
        except CutError:
            check(host, False)
            host.wait(EXPIRY + 1)
            done = back(host, place)
        else:
            cut = done is None
        check(host, True)
        at += 1
    assert at > 5
