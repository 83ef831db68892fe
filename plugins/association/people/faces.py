"""A few people to show where there is no room for all. Pure."""

from itertools import groupby

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
