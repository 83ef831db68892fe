"""The map: each region of France and each neighbouring country is one cell of equal weight. Pure.

The cells are hexagons in rows that interlock, as in a honeycomb: each touches those it touches on
the ground, as far as six sides allow. Overseas regions stand below, and so does a country that has
no place here but somebody in it. The drawing is the project's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Half the width of a cell, the side of a cell, and the way from one row to the next.
HALF = 52
SIDE = 60
ROW = 90
_GAP_ROWS = 0.6
_COLUMNS = 10


@dataclass(frozen=True)
class Spot:
    """Where a cell stands: its column in half cells, its row, its name in short and on lines.

    The lines joined are the whole name.
    """

    column: int
    row: int
    code: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A cell drawn: the slug of what it stands for, its centre, its outline, its words."""

    slug: str
    is_country: bool
    x: int
    y: int
    points: str
    code: str
    lines: tuple[str, ...]


_REGIONS = {
    "hauts-de-france": Spot(4, 1, "HDF", ("Hauts-", "de-France")),
    "grand-est": Spot(6, 1, "GES", ("Grand Est",)),
    "normandie": Spot(2, 1, "NOR", ("Normandie",)),
    "bretagne": Spot(0, 1, "BRE", ("Bretagne",)),
    "pays-de-la-loire": Spot(1, 2, "PDL", ("Pays de ", "la Loire")),
    "ile-de-france": Spot(3, 2, "IDF", ("Île-de-", "France")),
    "bourgogne-franche-comte": Spot(5, 2, "BFC", ("Bourgogne-", "Franche-", "Comté")),
    "centre-val-de-loire": Spot(2, 3, "CVL", ("Centre-Val ", "de Loire")),
    "auvergne-rhone-alpes": Spot(4, 3, "ARA", ("Auvergne-", "Rhône-", "Alpes")),
    "nouvelle-aquitaine": Spot(1, 4, "NAQ", ("Nouvelle-", "Aquitaine")),
    "occitanie": Spot(3, 4, "OCC", ("Occitanie",)),
    "provence-alpes-cote-d-azur": Spot(5, 4, "PAC", ("Provence-", "Alpes-Côte ", "d’Azur")),
    "corse": Spot(6, 5, "COR", ("Corse",)),
    "guadeloupe": Spot(0, 6, "GUA", ("Guadeloupe",)),
    "martinique": Spot(2, 6, "MTQ", ("Martinique",)),
    "guyane": Spot(4, 6, "GUY", ("Guyane",)),
    "la-reunion": Spot(6, 6, "REU", ("La Réunion",)),
    "mayotte": Spot(8, 6, "MAY", ("Mayotte",)),
}
_COUNTRIES = {
    "royaume-uni": Spot(3, 0, "GB", ("Royaume-", "Uni")),
    "belgique": Spot(5, 0, "BE", ("Belgique",)),
    "luxembourg": Spot(7, 0, "LU", ("Luxembourg",)),
    "allemagne": Spot(8, 1, "DE", ("Allemagne",)),
    "suisse": Spot(7, 2, "CH", ("Suisse",)),
    "italie": Spot(6, 3, "IT", ("Italie",)),
    "monaco": Spot(7, 4, "MC", ("Monaco",)),
    "andorre": Spot(4, 5, "AD", ("Andorre",)),
    "espagne": Spot(2, 5, "ES", ("Espagne",)),
}
_OVERSEAS_ROW = 6


def cells(
    regions: Iterable[str], countries: Iterable[str], elsewhere: Sequence[tuple[str, str, str]]
) -> list[Cell]:
    """Return the cells of the ``regions`` and ``countries`` that have a place, from north to south.

    ``elsewhere`` are countries with somebody in them, as slug, code and name: those without a place
    follow in rows of their own.
    """
    spots = [
        *((slug, False, _REGIONS[slug]) for slug in regions if slug in _REGIONS),
        *((slug, True, _COUNTRIES[slug]) for slug in countries if slug in _COUNTRIES),
        *_further([item for item in elsewhere if item[0] not in _COUNTRIES]),
    ]
    spots.sort(key=lambda item: (item[2].row, item[2].column))
    return [_cell(*item) for item in spots]


def size(drawn: Sequence[Cell]) -> tuple[int, int]:
    """Return the width and the height of a map of these cells."""
    return _COLUMNS * HALF, max((cell.y for cell in drawn), default=0) + SIDE


def _further(countries: Sequence[tuple[str, str, str]]) -> Iterable[tuple[str, bool, Spot]]:
    a_row = _COLUMNS // 2 - 1
    for rank, (slug, code, name) in enumerate(countries):
        down = 1 + rank // a_row
        # The rows interlock: every other one begins half a cell further.
        column = 2 * (rank % a_row) + down % 2
        yield slug, True, Spot(column, _OVERSEAS_ROW + down, code, (name,))


def _cell(slug: str, is_country: bool, spot: Spot) -> Cell:
    x = (spot.column + 1) * HALF
    y = round(SIDE + spot.row * ROW + (_GAP_ROWS * ROW if spot.row >= _OVERSEAS_ROW else 0))
    corners = (
        (x, y - SIDE),
        (x + HALF, y - SIDE // 2),
        (x + HALF, y + SIDE // 2),
        (x, y + SIDE),
        (x - HALF, y + SIDE // 2),
        (x - HALF, y - SIDE // 2),
    )
    points = " ".join(f"{across},{down}" for across, down in corners)
    return Cell(slug, is_country, x, y, points, spot.code, spot.lines)
