"""The map: one cell a place, none over another."""

from itertools import combinations

from association.people.cartogram import _COUNTRIES, _REGIONS, HALF, ROW, SIDE, cells, size

ELSEWHERE = [("canada", "CA", "Canada"), ("pologne", "PL", "Pologne"), ("belgique", "BE", "")]
FURTHER = [(f"pays-{n}", f"P{n}", f"Pays {n}") for n in range(11)]


def test_no_cell_lies_on_another() -> None:
    for one, other in combinations(cells(_REGIONS, _COUNTRIES, [*ELSEWHERE, *FURTHER]), 2):
        across, down = abs(one.x - other.x), abs(one.y - other.y)
        assert across >= 2 * HALF or down >= 2 * SIDE or (across >= HALF and down >= ROW), (
            one.slug,
            other.slug,
        )


def test_every_cell_is_within_the_map() -> None:
    drawn = cells(_REGIONS, _COUNTRIES, [*ELSEWHERE, *FURTHER])
    width, height = size(drawn)
    for cell in drawn:
        for corner in cell.points.split(" "):
            x, y = map(int, corner.split(","))
            assert 0 <= x <= width
            assert 0 <= y <= height


def test_a_country_with_somebody_and_no_place_of_its_own_follows_below() -> None:
    drawn = {cell.slug: cell for cell in cells(_REGIONS, _COUNTRIES, ELSEWHERE)}
    assert drawn["canada"].y > drawn["mayotte"].y
    assert [cell.slug for cell in cells((), (), ELSEWHERE)] == ["canada", "pologne"]


def test_a_region_the_site_does_not_have_is_not_drawn() -> None:
    assert [cell.slug for cell in cells(["bretagne", "atlantide"], (), ())] == ["bretagne"]
