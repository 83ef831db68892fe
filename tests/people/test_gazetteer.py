"""Towns and postal codes, in a few lines and as shipped."""

import pytest

from association.people.distances import Position
from association.people.gazetteer import gazetteer, read

PLACES = """\
05100 4490 664 Briançon3,Villar-Saint-Pancrace0
05600 4467 661
=BE wallonie
5047 487 Namur6
5064 557 Liège7
=CH -
4738 854 Zurich8
"""
VILLAGES = "05600 Eygliers,Guillestre\n"


def test_a_french_postal_code_decides_where_a_town_is() -> None:
    assert read(PLACES, VILLAGES).locate("FR", "05 100", "Paris") == Position(44.90, 6.64)


def test_abroad_the_name_decides_without_accents_or_case() -> None:
    assert read(PLACES, VILLAGES).locate("BE", "4000", "LIEGE") == Position(50.64, 5.57)


def test_a_town_is_looked_for_in_its_own_country() -> None:
    assert read(PLACES, VILLAGES).locate("CH", "5000", "Namur") is None


def test_a_postal_code_knows_its_towns_and_its_villages() -> None:
    names = read(PLACES, VILLAGES).names
    assert names == {
        "05100": ("Briançon", "Villar-Saint-Pancrace"),
        "05600": ("Eygliers", "Guillestre"),
    }


def test_the_middle_of_a_region_is_that_of_its_towns_or_of_its_postal_codes() -> None:
    read_back = read(PLACES, VILLAGES)
    wallonie = read_back.middle_of("wallonie", ["4", "5"])
    alps = read_back.middle_of("alpes", ["05"])
    assert wallonie is not None
    assert wallonie.latitude == pytest.approx(50.56, abs=0.01)
    assert alps is not None
    assert alps.latitude == pytest.approx(44.785, abs=0.001)


def test_a_region_without_a_known_place_has_no_middle() -> None:
    assert read(PLACES, VILLAGES).middle_of("quebec", ["G", "H"]) is None


@pytest.mark.parametrize(
    ("country", "code", "town", "near"),
    [
        ("FR", "31000", "Toulouse", Position(43.60, 1.44)),
        ("FR", "20090", "Ajaccio", Position(41.92, 8.74)),
        ("FR", "97400", "Saint-Denis", Position(-20.88, 55.45)),
        ("FR", "97600", "Mamoudzou", Position(-12.78, 45.23)),
        ("FR", "97133", "Saint-Barthélemy", Position(17.90, -62.83)),
        ("BE", "1050", "Ixelles", Position(50.85, 4.35)),
        ("CH", "1200", "Genève", Position(46.20, 6.15)),
        ("LU", "L-1111", "Luxembourg", Position(49.61, 6.13)),
        ("MC", "98000", "Monaco", Position(43.73, 7.42)),
    ],
)
def test_the_shipped_places_are_where_they_are(
    country: str, code: str, town: str, near: Position
) -> None:
    found = gazetteer().locate(country, code, town)
    assert found is not None
    assert found.latitude == pytest.approx(near.latitude, abs=0.06)
    assert found.longitude == pytest.approx(near.longitude, abs=0.06)


def test_every_shipped_postal_code_lies_where_france_is() -> None:
    for code, at in gazetteer().postal_codes.items():
        if not code.startswith(("97", "98")):
            assert 41 < at.latitude < 51.2, code
            assert -5.3 < at.longitude < 9.7, code
