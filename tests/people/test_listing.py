"""Which lists there are, and in which order people stand in them."""

from hypothesis import given
from hypothesis import strategies as st

from association.people.distances import Position
from association.people.facets import AUDIENCE, LANGUAGE, REGION, Facet, Value
from association.people.listing import FEWEST_TO_NARROW, Listed, from_near_to_far, lists, nearest


def value(facet: Facet, slug: str) -> Value:
    return Value(facet, slug, slug, slug)


NORTH, SOUTH = value(REGION, "nord"), value(REGION, "sud")
TEAMS, YOUNG = value(AUDIENCE, "equipes"), value(AUDIENCE, "jeunes")
FRENCH = value(LANGUAGE, "francais")
KNOWN = (NORTH, SOUTH, TEAMS, YOUNG, FRENCH)


def somebody(slug: str, *values: Value, at: Position | None = None) -> Listed:
    return Listed(slug, (0, KNOWN.index(values[0]), (slug,)), values[0], frozenset(values), at)


def slugs(people: object) -> list[str]:
    return [person.slug for person in people]  # type: ignore[attr-defined]


def test_somebody_is_in_the_list_of_each_of_their_values() -> None:
    found = lists([somebody("a", NORTH, TEAMS), somebody("b", SOUTH, TEAMS)], KNOWN, ())
    assert slugs(found[TEAMS,]) == ["a", "b"]
    assert slugs(found[SOUTH,]) == ["b"]


def test_a_list_of_nobody_exists_when_its_address_must_last() -> None:
    found = lists([somebody("a", NORTH)], KNOWN, [SOUTH])
    assert found[SOUTH,] == []
    assert (YOUNG,) not in found


def test_a_choice_is_offered_only_within_a_region_too_full_to_read_at_a_glance() -> None:
    few = [somebody(f"p{n}", NORTH, YOUNG, FRENCH) for n in range(FEWEST_TO_NARROW - 1)]
    one_more = [*few, somebody("z", NORTH, TEAMS)]
    assert all(len(key) == 1 for key in lists(few, KNOWN, KNOWN))
    found = lists(one_more, KNOWN, KNOWN)
    assert {key for key in found if len(key) == 2} == {(NORTH, TEAMS), (NORTH, YOUNG)}


@given(st.lists(st.sets(st.sampled_from(KNOWN[1:]), min_size=1), max_size=30))
def test_more_people_never_take_a_list_away(sets: list[set[Value]]) -> None:
    people = [
        Listed(f"p{n}", (0, 0, (f"p{n}",)), SOUTH, frozenset(values))
        for n, values in enumerate(sets)
    ]
    before, after = lists(people[:-1], KNOWN, ()), lists(people, KNOWN, ())
    assert set(before) <= set(after)


@given(st.permutations([somebody(slug, NORTH, TEAMS) for slug in "abcde"]))
def test_the_order_of_files_changes_nothing(people: list[Listed]) -> None:
    found = lists(people, KNOWN, KNOWN)
    assert list(found) == list(lists(sorted(people, key=lambda p: p.slug), KNOWN, KNOWN))
    assert slugs(found[TEAMS,]) == list("abcde")


def test_those_based_in_a_region_come_first_then_the_nearest() -> None:
    at = Position(43, 1)
    people = [
        somebody("loin", NORTH, at=Position(50, 3)),
        somebody("inconnu", NORTH),
        somebody("ici", SOUTH, at=Position(44, 2)),
        somebody("pres", NORTH, at=Position(45, 1)),
    ]
    assert slugs(from_near_to_far(people, SOUTH, at)) == ["ici", "pres", "loin", "inconnu"]


def test_the_nearest_region_is_offered_first() -> None:
    places = {NORTH: Position(50, 3), SOUTH: Position(43, 5)}
    assert nearest(Position(42, 9), places, [NORTH, SOUTH]) == [SOUTH, NORTH]
