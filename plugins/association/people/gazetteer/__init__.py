"""Towns, postal codes and areas: where they are, and how people call them.

``places.txt`` and ``villages.txt`` are made by ``tools/communes.py`` and shipped with the site, so
that a browser reads the very same files. Their format:

``places.txt``: French postal codes in order, a line each: the code, latitude and longitude in
hundredths of a degree, then the towns of 1,000 people or more, separated by commas, each followed
by one digit for its size (0 for 1,000 people, doubled at each step). Then the towns abroad: a line
``=BE wallonie`` names the country and the region of those below (« - » for a region the site does
not know), each with latitude, longitude, name and size.

``villages.txt``: the smaller communes of each French postal code, and those that are now part of
another.

``areas.txt`` and ``codes.txt`` are made by ``tools/areas.py``, and only browsers read them:

``areas.txt``: a line each, of a kind (``c`` country, ``r`` region, ``z`` former region or area of
a usual name, ``d`` département, ``p`` canton, province or part of another country, ``t`` town that
``places.txt`` has not, ``n`` further names of one that it has), a country, the beginnings of its
French postal codes or its slugs among our regions (« - » for none), its size as above, latitude and
longitude, its radius in kilometres, then its names, separated by bars, the first to be shown.

``codes.txt``: under a line for their country, postal codes of Belgium, Switzerland and Luxembourg,
or the first and the last of several, with latitude, longitude and town.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...core.words import fold
from ..distances import Position, middle

PLACES = "places.txt"
VILLAGES = "villages.txt"
# The files that browsers read, by the name that theme/static/js/lieux.js has for each.
SERVED = {"lieux": PLACES, "zones": "areas.txt", "villages": VILLAGES, "codes": "codes.txt"}
FRANCE = "FR"
_NO_REGION = "-"
_CODE = re.compile(r"(?P<code>\d{5}) (?P<at>-?\d+ -?\d+)(?: (?P<towns>.+))?")
_TOWN = re.compile(r"(?P<at>-?\d+ -?\d+) (?P<name>.+)\d")


@dataclass(frozen=True)
class Gazetteer:
    """Positions by French postal code, and by country code and folded name of a town abroad.

    ``names`` are the communes of each French postal code, ``names_abroad`` the towns abroad by
    their folded name. ``regions`` holds the positions of the
    towns of each region abroad, by slug.
    """

    postal_codes: Mapping[str, Position]
    towns_abroad: Mapping[tuple[str, str], Position]
    names: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[Position, ...]]
    names_abroad: Mapping[str, str]

    def locate(self, country: str, postal_code: str, town: str) -> Position | None:
        """Return where a town is, or None when it is not known.

        ``country`` is an ISO 3166 code. In France the postal code decides, elsewhere the name.
        """
        if country == FRANCE:
            return self.postal_codes.get(postal_code.replace(" ", ""))
        return self.towns_abroad.get((country, fold(town)))

    def middle_of(self, slug: str, postal_prefixes: Iterable[str]) -> Position | None:
        """Return the middle of a region: of its towns abroad, else of its French postal codes."""
        if slug in self.regions:
            return middle(self.regions[slug])
        prefixes = tuple(postal_prefixes)
        return middle(at for code, at in self.postal_codes.items() if code.startswith(prefixes))


def read(places: str, villages: str) -> Gazetteer:
    """Return the gazetteer written in both files."""
    postal_codes: dict[str, Position] = {}
    names: dict[str, tuple[str, ...]] = {}
    towns: dict[tuple[str, str], Position] = {}
    regions: dict[str, list[Position]] = {}
    abroad: dict[str, str] = {}
    country = region = ""
    for line in places.splitlines():
        if line.startswith("="):
            country, region = line[1:].split(" ")
        elif found := _CODE.fullmatch(line):
            postal_codes[found["code"]] = _position(found["at"])
            marked = found["towns"].split(",") if found["towns"] else ()
            names[found["code"]] = tuple(name[:-1] for name in marked)
        elif found := _TOWN.fullmatch(line):
            towns[country, fold(found["name"])] = _position(found["at"])
            abroad.setdefault(fold(found["name"]), found["name"])
            if region != _NO_REGION:
                regions.setdefault(region, []).append(_position(found["at"]))
    for line in villages.splitlines():
        code, _, listed = line.partition(" ")
        names[code] = (*names.get(code, ()), *listed.split(","))
    return Gazetteer(
        postal_codes,
        towns,
        names,
        {slug: tuple(positions) for slug, positions in regions.items()},
        abroad,
    )


def _position(hundredths: str) -> Position:
    latitude, longitude = hundredths.split(" ")
    return Position(int(latitude) / 100, int(longitude) / 100)


@cache
def shipped(name: str) -> bytes:
    """Return one of the files as it is served."""
    return (Path(__file__).parent / name).read_bytes()


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer shipped with the site."""
    return read(shipped(PLACES).decode(), shipped(VILLAGES).decode())
