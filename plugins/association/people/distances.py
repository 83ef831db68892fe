"""Distances between places on Earth. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class Position:
    """A place on Earth, in degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


def kilometres(one: Position, other: Position) -> float:
    """Return the length of the shortest way between two places, as a bird flies (haversine)."""
    north = radians(other.latitude - one.latitude) / 2
    east = radians(other.longitude - one.longitude) / 2
    across = cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, sin(north) ** 2 + across)))


def middle(positions: Iterable[Position]) -> Position | None:
    """Return the middle of places, or None of none; sound for places of one region.

    It is the mean of the directions from the centre of the Earth, so that it holds at the date
    line too.
    """
    x = y = z = 0.0
    for place in positions:
        north, east = radians(place.latitude), radians(place.longitude)
        x += cos(north) * cos(east)
        y += cos(north) * sin(east)
        z += sin(north)
    if x == y == z == 0.0:
        return None
    return Position(_degrees(z, hypot(x, y)), _degrees(y, x))


def _degrees(opposite: float, adjacent: float) -> float:
    return degrees(atan2(opposite, adjacent))
