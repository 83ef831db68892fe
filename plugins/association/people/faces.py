"""A few people to show where there is no room for all. Pure."""

from collections.abc import Set as AbstractSet
from itertools import groupby

from .facets import Value
from .lists import Directory
from .view import PublicPerson


def faces(directory: Directory, count: int) -> tuple[PublicPerson, ...]:
    """Return at most ``count`` people, one a region before anybody's second.

    Of a region, who has a portrait comes first, then the order of the directory counts; nobody is
    preferred for anything else.
    """
    people = directory.of(())
    ranked = [
        (rank, place, person)
        for place, (_, of_region) in enumerate(groupby(people, key=lambda one: one.region))
        for rank, person in enumerate(sorted(of_region, key=lambda one: one.portrait is None))
    ]
    ranked.sort(key=lambda one: (one[0], one[2].portrait is None, one[1]))
    return tuple(person for _, _, person in ranked[:count])


def faces_of(
    directory: Directory, values: AbstractSet[Value], count: int, *, but: str = ""
) -> tuple[PublicPerson, ...]:
    """Return at most ``count`` people whose work shares the most of ``values``, one at least.

    Among those who share as many, the order of the directory counts. ``but`` is the slug of
    somebody who is shown already.
    """
    shared = [
        (len(values & person.values), person)
        for person in directory.of(())
        if person.slug != but and values & person.values
    ]
    shared.sort(key=lambda one: -one[0])
    return tuple(person for _, person in shared[:count])
