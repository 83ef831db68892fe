"""Distances on Earth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.people.distances import Position, kilometres, middle

PARIS, MARSEILLE = Position(48.86, 2.35), Position(43.30, 5.37)
positions = st.builds(
    Position, st.floats(-89, 89, allow_nan=False), st.floats(-179, 179, allow_nan=False)
)


def test_marseille_is_660_kilometres_from_paris() -> None:
    assert kilometres(PARIS, MARSEILLE) == pytest.approx(661, abs=3)


def test_the_shortest_way_may_cross_the_date_line() -> None:
    assert kilometres(Position(-17, 179.5), Position(-17, -179.5)) < 120


@given(positions, positions)
def test_a_distance_is_the_same_both_ways_and_within_half_the_earth(
    one: Position, other: Position
) -> None:
    there = kilometres(one, other)
    assert 0 <= there <= 20_016
    assert there == pytest.approx(kilometres(other, one), abs=1e-6)


@given(positions)
def test_the_middle_of_one_place_is_that_place(place: Position) -> None:
    found = middle([place])
    assert found is not None
    assert kilometres(found, place) < 0.01


def test_nothing_has_no_middle() -> None:
    assert middle([]) is None
