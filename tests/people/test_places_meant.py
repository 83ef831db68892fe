"""What place the browser takes a text for, on what people type and on every name there is."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from association.people.gazetteer import gazetteer
from tests.programs import need

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = ROOT / "theme" / "static" / "js"
PLACES = ROOT / "plugins" / "association" / "people" / "gazetteer"
CASES = Path(__file__).with_name("lieux.tsv")
TOWN = re.compile(r"T (?P<country>[A-Z]{2})(?:-(?P<code>\d+))? (?P<name>.+)")

Answer = dict[str, Any]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts where Node takes them for modules, as browsers do."""
    need("node", "apt install nodejs")
    folder = tmp_path_factory.mktemp("scripts")
    for path in SCRIPTS.glob("*.js"):
        shutil.copy(path, folder)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


def answers(scripts: Path, texts: Sequence[str]) -> list[Answer]:
    run = subprocess.run(
        ["node", Path(__file__).with_name("places_meant.mjs"), scripts, PLACES],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    found: list[Answer] = json.loads(run.stdout)
    return found


def is_meant(place: Answer, wanted: str) -> bool:
    kind, _, rest = wanted.partition(" ")
    same_name = str(place["name"]).replace("’", "'") == rest.replace("’", "'")
    if kind == "Z":
        return place["kind"] in ("region", "part") and same_name
    if kind == "D":
        return place["kind"] == "departement" and str(place["label"]).endswith(f"({rest})")
    if kind == "C":
        return place["kind"] == "country" and bool(place["country"] == rest)
    if kind == "A":
        return place["kind"] == "arrondissement" and bool(place["codes"] == [rest])
    town = TOWN.fullmatch(wanted)
    assert town, wanted
    codes = place["codes"] or [""]
    return (
        place["kind"] == "town"
        and bool(place["country"] == town["country"])
        and place["name"].replace("’", "'") == town["name"].replace("’", "'")
        and any(code.startswith(town["code"] or "") for code in codes)
    )


def is_right(answer: Answer, wanted: str) -> bool:
    places, certainty = answer["places"], answer["certainty"]
    if wanted == "!":
        return bool(certainty == "none") and not places
    if wanted.startswith("? "):
        every = wanted.removeprefix("? ").split(" / ")
        return bool(certainty == "ask") and all(
            any(is_meant(place, one) for place in places) for one in every
        )
    state = "guess" if wanted.startswith("~ ") else "sure"
    return bool(certainty == state) and is_meant(places[0], wanted.removeprefix("~ "))


def test_a_place_is_found_as_people_name_it(scripts: Path) -> None:
    lines = CASES.read_text("utf-8").splitlines()
    cases = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found = answers(scripts, [text for text, _ in cases])
    wrong = [
        f"{text}: {wanted}, not {answer['certainty']} {[p['label'] for p in answer['places']]}"
        for (text, wanted), answer in zip(cases, found, strict=True)
        if not is_right(answer, wanted)
    ]
    assert wrong == []


def test_every_commune_is_found_by_its_name_and_code(scripts: Path) -> None:
    typed = [
        (f"{name.lower().replace('-', ' ')} {code}", name, code)
        for code, names in gazetteer().names.items()
        for name in names
        # One commune in forty, spread over the country.
        if (int(code) + len(name)) % 40 == 0
    ]
    assert len(typed) > 500
    found = answers(scripts, [text for text, _, _ in typed])
    wrong = [
        (text, answer["certainty"], [place["label"] for place in answer["places"]])
        for (text, name, code), answer in zip(typed, found, strict=True)
        if not any(code in place["codes"] and name == place["name"] for place in answer["places"])
    ]
    assert wrong == []


def test_a_label_means_the_place_it_names(scripts: Path) -> None:
    texts = ["Saint-Denis", "Luxembourg", "Boulogne", "Jura", "1000", "Kehl", "974", "XIe arr"]
    labels = [place["label"] for answer in answers(scripts, texts) for place in answer["places"]]
    again = answers(scripts, labels)
    assert [answer["places"][0]["label"] for answer in again if answer["places"]] == labels
