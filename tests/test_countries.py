"""The countries of the world in French: every one is known, however its name is written."""

from importlib.resources import files

import pytest

from association.content.countries import country_names, in_country
from association.content.schema import WrittenEvent
from association.content.validation import validated
from association.content.vocabulary import Word
from association.core.words import slug_of
from association.problems.findings import Finding
from tests.builders import EVENT, base, front, vocabulary


def _read(written: str) -> Word | Finding:
    """Return the country of an event whose front matter says ``pays: …``, or what is wrong."""
    text = base(EVENT).replace("lieu:\n", f"lieu:\n  pays: {written}\n", 1)
    event, findings = validated(WrittenEvent, front(text.split("---\n")[1]), vocabulary())
    if event is None:
        (finding,) = findings
        return finding
    assert event.place is not None
    assert event.place.country is not None
    return event.place.country


def _codes_of_iso_3166() -> set[str]:
    """Return the codes in the list that comes with the time zones, which is not Unicode's."""
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text("utf-8")
    return {line[:2] for line in table.splitlines() if not line.startswith("#")}


def test_every_country_of_iso_3166_has_a_french_name_and_kosovo_too() -> None:
    assert set(country_names()) == _codes_of_iso_3166() | {"XK"}


def test_every_country_is_read_by_its_name_and_by_its_code() -> None:
    for code, name in country_names().items():
        for written in (name, f'"{code}"'):
            found = _read(written)
            assert isinstance(found, Word), written
            assert found.code == code, written


def test_no_two_countries_have_one_name_or_one_address() -> None:
    names = country_names().values()
    assert len(set(names)) == len({slug_of(name) for name in names}) == len(country_names())


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("suisse", "Suisse"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("CÔTE-D’IVOIRE", "Côte d’Ivoire"),
        ("Royaume Uni", "Royaume-Uni"),
        ("Angleterre", "Royaume-Uni"),
        ("Écosse", "Royaume-Uni"),
        ("Grande Bretagne", "Royaume-Uni"),
        ("UK", "Royaume-Uni"),
        ("USA", "États-Unis"),
        ("U.S.A.", "États-Unis"),
        ("etats unis d'Amérique", "États-Unis"),
        ("les Pays-Bas", "Pays-Bas"),
        ("L’Italie", "Italie"),
        ("Réunion", "La Réunion"),
        ("Vietnam", "Viêt Nam"),
        ("République tchèque", "Tchéquie"),
        ("CHE", "Suisse"),
        ("RDC", "République démocratique du Congo"),
    ],
)
def test_a_country_is_shown_by_one_name_however_it_is_written(written: str, name: str) -> None:
    found = _read(written)
    assert isinstance(found, Word)
    assert found.name == name


@pytest.mark.parametrize(
    ("written", "name", "mend"),
    [
        ("Germany", "Allemagne", "Allemagne"),
        ("Deutschland", "Allemagne", "Allemagne"),
        ("Switzerland", "Suisse", "Suisse"),
        ("Alemagne", "Allemagne", ""),
        ("Belgiqe", "Belgique", ""),
        ("Angletere", "Royaume-Uni", ""),
    ],
)
def test_the_nearest_country_is_proposed_and_a_foreign_name_is_mended(
    written: str, name: str, mend: str
) -> None:
    found = _read(written)
    assert isinstance(found, Finding)
    assert found.fix == f"vouliez-vous dire « {name} » ?"
    assert [replacement.text for replacement in found.replacements] == ([mend] if mend else [])


@pytest.mark.parametrize("written", ["Bavière", "Paris", "Europe", "…", "12", "YU"])
def test_what_is_no_country_is_told_without_a_guess(written: str) -> None:
    found = _read(written)
    assert isinstance(found, Finding)
    assert found.code == "valeur-inconnue"
    assert "vouliez-vous" not in found.fix


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("BE", "en Belgique"),
        ("JP", "au Japon"),
        ("US", "aux États-Unis"),
        ("CU", "à Cuba"),
        ("IL", "en Israël"),
        ("IM", "à l’Île de Man"),
        ("FO", "aux Îles Féroé"),
        ("DM", "à la Dominique"),
    ],
)
def test_one_is_in_a_country_as_french_says(code: str, said: str) -> None:
    assert in_country(code, country_names()[code]) == said
