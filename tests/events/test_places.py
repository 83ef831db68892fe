"""Where an event takes place, in a word and on a map."""

from dataclasses import replace

import pytest

from association.events.places import EventPlace, where

HALL = EventPlace(
    name="Salle des fêtes",
    address="1 rue de la Paix",
    postal_code="62170",
    city="Montreuil-sur-Mer",
    country="France",
    country_code="FR",
    latitude=50.46,
    longitude=1.76,
    access="",
)
TOWER = replace(
    HALL, name="Phare", city="Berck", postal_code="62600", latitude=None, longitude=None
)


@pytest.mark.parametrize(
    ("mode", "places", "words"),
    [
        ("sur place", [HALL], "Montreuil-sur-Mer"),
        ("mixte", [HALL], "Montreuil-sur-Mer et en ligne"),
        ("en ligne", [HALL], "en ligne"),
        ("mixte", [], "en ligne"),
        ("sur place", [], ""),
        ("sur place", [HALL, TOWER], "Montreuil-sur-Mer et Berck"),
        ("mixte", [HALL, TOWER], "Montreuil-sur-Mer, Berck et en ligne"),
        ("sur place", [HALL, replace(HALL, name="Mairie")], "Montreuil-sur-Mer"),
    ],
)
def test_places_are_said_in_a_word(mode: str, places: list[EventPlace], words: str) -> None:
    assert where(mode, places) == words


def test_a_map_shows_the_point_that_is_known_else_looks_for_the_address() -> None:
    assert HALL.map_url.endswith("?mlat=50.46&mlon=1.76#map=17/50.46/1.76")
    by_address = replace(HALL, latitude=None, longitude=None)
    assert "query=1+rue+de+la+Paix%2C+62170+Montreuil-sur-Mer" in by_address.map_url
    assert replace(by_address, address="").map_url == ""
