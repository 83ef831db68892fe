"""The browser's filter names, shows and orders people as the pages do, over the names of Europe."""

import json
from dataclasses import replace
from typing import Any

import pytest

from association.core.french_stems import tokens
from association.core.person_names import initials, sort_key
from association.core.words import slug_of
from association.people.distances import Position, kilometres
from association.people.facets import BY_DISTANCE
from association.people.filter_index import filter_index
from association.people.view import PublicPerson
from tests.european_names import NAMES, made_names
from tests.people.test_qr import PERSON
from tests.theme_scripts import run_in_node, script_address

_AT = Position(46.5, 3.25)
_RADIUS = 300
_ASK = """
await import(%s).then(({ filtered, kilometres, people, places }) => {
  const { index, at, radius } = given;
  const everybody = people(index, 0);
  const town = { kind: "town", country: "FR", countryName: "-", codes: [], region: [] };
  const facets = index.facets.map(() => []);
  const wanted = { facets, said: { meanings: [], rest: [] }, traits: [], place: null, radius };
  const around = { ...wanted, place: { at, radius: 0, ...town } };
  const answer = (asked) => filtered(everybody, places(index), asked);
  const order = (found) => found.map(({ person }) => person.place);
  return {
    urls: everybody.map(({ url }) => url),
    initials: everybody.map(({ initials }) => initials),
    texts: everybody.map(({ text }) => text),
    kilometres: everybody.map((person) => kilometres(at, person.at)),
    order: order(answer(wanted).found),
    around: order(answer(around).found),
    beyond: order(answer(around).beyond),
  };
})
"""

Answer = dict[str, Any]


def _people() -> list[PublicPerson]:
    """Return ten thousand people in the order of their names, here and there in Europe."""
    known = [(given, family) for given, family, *_ in NAMES]
    made = [tuple(name.split(" ", 1)) for name in made_names(10_000)]
    names = {slug_of(f"{given} {family}"): (given, family) for given, family in known + made}
    names.pop("", None)
    in_order = sorted(names.items(), key=lambda item: sort_key(item[1][1], item[1][0]))
    return [
        replace(
            PERSON,
            slug=slug,
            name=f"{given} {family}",
            given_name=given,
            family_name=family,
            initials=initials(family, given),
            city="Une ville",
            # Towns that are not one as near as another, in the hundredths that browsers are told.
            position=Position(40 + (at * 37 % 1500) / 100, -4 + (at * 101 % 2000) / 100),
            values=frozenset({BY_DISTANCE} if at % 3 == 0 else ()),
            is_remote=at % 3 == 0,
        )
        for at, (slug, (given, family)) in enumerate(in_order)
    ]


@pytest.fixture(scope="module")
def people() -> list[PublicPerson]:
    return _people()


@pytest.fixture(scope="module")
def answer(people: list[PublicPerson]) -> Answer:
    asked = {
        "index": json.loads(filter_index("", people, ())),
        "at": [round(_AT.latitude * 100), round(_AT.longitude * 100)],
        "radius": _RADIUS,
    }
    found: Answer = run_in_node(_ASK % json.dumps(script_address("annuaire-filtre.js")), asked)
    return found


def test_every_name_leads_to_its_page_and_shows_its_initials(
    people: list[PublicPerson], answer: Answer
) -> None:
    assert len(people) > 9_000
    assert answer["urls"] == [f"/annuaire/{person.slug}/" for person in people]
    assert answer["initials"] == [person.initials for person in people]


def test_a_name_is_found_by_the_words_that_it_has_here(
    people: list[PublicPerson], answer: Answer
) -> None:
    for person, text in zip(people, answer["texts"], strict=True):
        assert text.startswith(f" {' '.join(tokens(person.name))} "), person.name


def test_without_a_place_people_keep_the_order_of_the_pages(
    people: list[PublicPerson], answer: Answer
) -> None:
    assert answer["order"] == [*range(len(people))]


def test_around_a_place_the_near_come_first_then_those_at_a_distance(
    people: list[PublicPerson], answer: Answer
) -> None:
    away = [kilometres(_AT, person.position) for person in people if person.position]
    assert answer["kilometres"] == pytest.approx(away, rel=1e-9)
    places = range(len(people))

    def by_distance(of: list[int]) -> list[int]:
        return sorted(of, key=lambda at: (answer["kilometres"][at], at))

    near = by_distance([at for at in places if away[at] <= _RADIUS])
    far = [at for at in places if away[at] > _RADIUS]
    remote = by_distance([at for at in far if people[at].is_remote])
    assert near
    assert remote
    assert answer["around"] == near + remote
    assert answer["beyond"] == by_distance([at for at in far if not people[at].is_remote])
