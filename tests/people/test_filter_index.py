"""What the browser's filter reads says what the lists say, and no more than was agreed to."""

import json
import re
from pathlib import Path
from typing import Any

from association.pages.context import Context
from tests.calendar_context import files_of
from tests.people_context import context

ROOT = Path(__file__).resolve().parent.parent.parent


def index(made: Context) -> dict[str, Any]:
    files = files_of(made)
    [path] = [path for path in files if re.fullmatch(r"annuaire/index-\w{10}\.json", path)]
    read: dict[str, Any] = json.loads(files[path])
    return read


def words(read: dict[str, Any], key: str, person: int) -> list[str]:
    """The names of the words that somebody has in a facet."""
    [(place, facet)] = [pair for pair in enumerate(read["facets"]) if pair[1][0] == key]
    return [facet[2][word][1] for word in read["values"][place][person]]


def test_the_filter_finds_somebody_by_what_the_profile_says(tmp_path: Path) -> None:
    read = index(context(tmp_path, {"a_distance": "oui", "regions": "[Normandie]"}))
    assert read["names"] == ["Zéphyrine Quénault"]
    assert words(read, "region", 0) == ["Hauts-de-France", "Normandie"]
    assert words(read, "public", 0) == ["Travailleurs sociaux"]
    assert words(read, "distance", 0) == ["À distance"]
    assert read["regions"][read["homes"][0]][1] == "Hauts-de-France"


def test_the_address_of_a_page_is_the_name_unless_it_is_given(tmp_path: Path) -> None:
    people = ({"slug": "zephyrine-quenault"}, {"slug": "autre", "nom": "Zola"})
    assert index(context(tmp_path, *people))["slugs"] == {"1": "autre"}


def test_a_certificate_lapses_at_the_end_of_its_last_day_in_paris(tmp_path: Path) -> None:
    [[title, until]] = index(context(tmp_path, {}))["certificates"]
    assert title == 0
    assert until * 60 == 1_813_356_000  # 2027-06-18T22:00Z


def test_without_consent_the_filter_knows_neither_town_nor_place(tmp_path: Path) -> None:
    agreed = index(context(tmp_path / "oui", {"pour": "ville"}))
    refused = index(context(tmp_path / "non", {"pour": ""}))
    assert agreed["towns"] == ["Quiévrechain"]
    assert refused["towns"] == [""]
    assert refused["at"] != agreed["at"]


def test_the_files_are_named_by_their_content(tmp_path: Path) -> None:
    def named(*people: dict[str, str]) -> set[str]:
        made = context(tmp_path / str(len(list(tmp_path.iterdir()))), *people)
        return {path for path in files_of(made) if re.match(r"annuaire/(index|lieux)-", path)}

    tmp_path.mkdir(exist_ok=True)
    one, same, other = named({}), named({}), named({"nom": "Zola"})
    assert one == same
    assert len(one & other) == 1  # the places


def test_the_guide_names_every_field_of_the_data(tmp_path: Path) -> None:
    listed = json.loads(files_of(context(tmp_path, {}))["annuaire/annuaire.json"])
    guide = (ROOT / "docs" / "annuaire-json.md").read_text("utf-8")
    fields = {*listed, *listed["people"][0], *listed["people"][0]["certificates"][0]}
    assert [field for field in sorted(fields) if f"`{field}`" not in guide] == []
