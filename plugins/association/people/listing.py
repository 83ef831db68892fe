"""People as facets see them, and which lists of them exist. Pure.

A list exists for each value of each facet; a pair of values only within a region and only when it
holds somebody, so that the number of lists is bounded by the vocabulary, never by the people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .distances import Position, kilometres
from .facets import REGION, WITHIN_A_REGION, Value

# Fewer people are read at a glance: a choice among them would help nobody.
FEWEST_TO_NARROW = 4
# About a hundred printed pages, five sheets: nobody reads more people one after the other.
MOST_TOGETHER = 300
# The part of the directory from which the files of a list would copy the directory’s.
NEARLY_ALL = 0.9
_FAR = 1e6


@dataclass(frozen=True)
class Listed:
    """Somebody, by what they are found: ``order`` places them in lists, ``home`` is a region."""

    slug: str
    order: tuple[int, int, tuple[str, ...]]
    home: Value
    values: frozenset[Value]
    position: Position | None = None


Lists = Mapping[tuple[Value, ...], Sequence[Listed]]


def lists(people: Iterable[Listed], known: Iterable[Value], lasting: Iterable[Value]) -> Lists:
    """Return the people of each list by its values: single ones, then pairs.

    ``known`` are all values there may be, in the order of lists. The ``lasting`` ones have a list
    even when nobody is in it, which keeps their addresses alive. Everybody is in the fair order:
    by country, region, then name.
    """
    found: dict[tuple[Value, ...], list[Listed]] = {(value,): [] for value in known}
    rank = {value: place for place, (value,) in enumerate(found)}
    for person in sorted(people, key=lambda person: person.order):
        for value in person.values:
            found[value,].append(person)
    regions = [
        key[0]
        for key, of in found.items()
        if key[0].facet is REGION and len(of) >= FEWEST_TO_NARROW
    ]
    pairs: dict[tuple[Value, ...], list[Listed]] = {}
    for region in regions:
        for person in found[region,]:
            for value in person.values:
                if value.facet in WITHIN_A_REGION:
                    pairs.setdefault((region, value), []).append(person)
    kept = set(lasting)
    singles = {key: of for key, of in found.items() if of or key[0] in kept}
    return singles | {
        key: pairs[key] for key in sorted(pairs, key=lambda key: [rank[value] for value in key])
    }


def from_near_to_far(people: Iterable[Listed], region: Value, at: Position | None) -> list[Listed]:
    """Return the people of a region's list: who is based there, then the others, nearest first."""
    return sorted(
        people,
        key=lambda person: (
            person.home != region,
            0.0 if person.home == region else _kilometres(person.position, at),
            person.order,
        ),
    )


def nearest(
    at: Position | None, places: Mapping[Value, Position | None], inhabited: Iterable[Value]
) -> list[Value]:
    """Return the ``inhabited`` values by the distance of their ``places`` from ``at``."""
    return sorted(inhabited, key=lambda value: (_kilometres(places.get(value), at), value.slug))


def _kilometres(one: Position | None, other: Position | None) -> float:
    return kilometres(one, other) if one and other else _FAR
