"""Numbers of companies as their owners publish them: read by their keys, or told with a mend."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from association.content import reading
from association.content.company import TrainingAction
from association.content.company_numbers import (
    names_one_department,
    numbers_of_firm,
    parse_declaration,
    parse_siret,
    spaced_declaration,
    spaced_siret,
)
from association.content.starting_price import PriceUnit
from tests.people_builders import folder, profile


def words(parse: object, text: str) -> dict[str, str]:
    """Return the words in which a text is refused."""
    with pytest.raises(PydanticCustomError) as error:
        parse(text)  # type: ignore[operator]
    return dict(error.value.context or {})


@pytest.mark.parametrize(
    "text",
    [
        "418 166 096 00051",
        "732 829 320 00074",
        "123\u00a0456\u202f782\u00a000010",
        # La Poste: its head office by the usual key, its offices by their own.
        "356 000 000 00048",
        "356 000 000 09075",
    ],
)
def test_a_published_siret_is_read_however_it_is_spaced(text: str) -> None:
    assert parse_siret(text) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        # The whole fits its key; its first nine digits do not fit theirs.
        ("11122233344455", "corrigez-le d’après l’avis de situation de l’Insee"),
        ("00000000000000", "corrigez-le d’après l’avis de situation de l’Insee"),
        ("356 000 000 09076", "corrigez-le d’après l’avis de situation de l’Insee"),
        ("12345678901234", "corrigez-le d’après l’avis de situation de l’Insee"),
        # So do separators change nothing about keys.
        ("123-456-782-00011", "corrigez-le d’après l’avis de situation de l’Insee"),
        ("SIRET 123.456.728.00010", "corrigez-le d’après l’avis de situation de l’Insee"),
        (
            "28 50 01234 50",
            "remplacez cette ligne par « declaration_activite: 28 50 01234 50 »",
        ),
        (
            "NDA 94-2A-01234-2A",
            "remplacez cette ligne par « declaration_activite: 94 2A 01234 2A »",
        ),
        ("123.456.782.00010", "écrivez 123 456 782 00010"),
        ("SIRET n° 12345678200010", "écrivez 123 456 782 00010"),
        ("N° SIRET : 123 456 782 000 10 - APE 8559A", "écrivez 123 456 782 00010"),
        ("12345678200O1O", "écrivez 123 456 782 00010 si c’est bien lui"),
        (
            "RCS Paris B 732 829 320",
            "ajoutez les cinq chiffres de l’établissement après 732 829 320",
        ),
        ("FR44732829320", "ajoutez les cinq chiffres de l’établissement après 732 829 320"),
        ("1234567890", "vérifiez-le : un SIRET a quatorze chiffres"),
        (
            "CHE-123.456.788 TVA",
            "remplacez cette ligne par « numero_etranger: CHE-123.456.788 TVA »",
        ),
        (
            "BCE 0123.456.749",
            "remplacez cette ligne par « numero_etranger: BCE 0123.456.749 »",
        ),
        (
            "en cours",
            "écrivez ses quatorze chiffres, par exemple 123 456 782 00010, ou retirez ce champ",
        ),
    ],
)
def test_what_is_no_siret_is_told_with_what_to_do(text: str, fix: str) -> None:
    assert words(parse_siret, text)["fix"] == fix


@pytest.mark.parametrize(
    ("siret", "numbers"),
    [
        ("73282932000074", ("FR44732829320", "732829320")),
        ("35600000000048", ("FR39356000000", "356000000")),
    ],
)
def test_a_siret_gives_the_numbers_of_its_firm(siret: str, numbers: tuple[str, str]) -> None:
    assert numbers_of_firm(siret) == numbers


@given(st.integers(0, 10**14 - 1), st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number: int, place: int, by: int) -> None:
    """Outside La Poste, whose offices have a sum instead of a key."""
    digits = f"{number:014}"
    changed = f"{(int(digits[place]) + by) % 10}"
    other = digits[:place] + changed + digits[place + 1 :]
    assert not (_passes(digits) and _passes(other)) or "356000000" in (digits[:9], other[:9])


def _passes(digits: str) -> bool:
    try:
        return parse_siret(digits) == digits
    except PydanticCustomError:
        return False


@pytest.mark.parametrize(
    "text",
    ["11922912592", "11 75 52797 75", "04 97 01234 97", "94 2a 01234 2a"],
)
def test_a_published_declaration_is_read_and_names_one_department(text: str) -> None:
    read = parse_declaration(text)
    assert read == "".join(text.split()).upper()
    assert names_one_department(read)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("93.13.12345.13", "écrivez 93 13 12345 13"),
        ("NDA : 11 75 52797 75", "écrivez 11 75 52797 75"),
        (
            "Déclaration d’activité enregistrée sous le numéro 93 13 12345 13",
            "écrivez 93 13 12345 13",
        ),
        ("94-2A-01234-2A", "écrivez 94 2A 01234 2A"),
        ("n° 94.2b.01234.2b (Bastia)", "écrivez 94 2B 01234 2B"),
        ("11-75-52797-75 Bordeaux", "écrivez 11 75 52797 75"),
        ("418 166 096 00051", "remplacez cette ligne par « siret: 418 166 096 00051 »"),
        ("11755279", "vérifiez-le sur le récépissé de la préfecture : il a onze chiffres"),
        (
            "demande en cours",
            "écrivez ses onze chiffres, par exemple 32 62 01234 62, ou retirez ce champ",
        ),
    ],
)
def test_what_is_no_declaration_is_told_with_what_to_do(text: str, fix: str) -> None:
    assert words(parse_declaration, text)["fix"] == fix


@pytest.mark.parametrize(
    ("text", "length"), [("11-75-5279-75", 10), ("94-2A-0123-2A", 10), ("1", 1)]
)
def test_a_length_that_is_told_is_the_one_that_people_count(text: str, length: int) -> None:
    assert words(parse_declaration, text)["help"] == f"celui-ci en a {length}"


@pytest.mark.parametrize("parse", [parse_siret, parse_declaration])
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_mend(parse: object, text: str) -> None:
    try:
        parse(text)  # type: ignore[operator]
    except PydanticCustomError as error:
        said = error.context or {}
        assert said["message"]
        assert said["fix"]
        assert "celui-ci en a 14" not in said["help"] or parse is parse_declaration
        assert "celui-ci en a 11" not in said["help"] or parse is parse_siret


def test_what_a_mend_gives_is_right() -> None:
    for text in ("SIRET 123.456.782.00010", "n° 12345678200010"):
        instead = words(parse_siret, text)["instead"]
        assert spaced_siret(parse_siret(instead)) == instead
    instead = words(parse_declaration, "NDA 93.13.12345.13")["instead"]
    assert spaced_declaration(parse_declaration(instead)) == instead


@pytest.mark.parametrize(
    ("said", "fix"),
    [
        ("VAE", "écrivez « validation des acquis »"),
        ("Validation des acquis de l’expérience", "écrivez « validation des acquis »"),
        ("bilan de compétences", "écrivez « bilans de compétences »"),
        ("Action de formation", "écrivez « actions de formation »"),
        ("CFA", "écrivez « apprentissage »"),
    ],
)
def test_what_qualiopi_is_given_for_is_told_in_its_one_form(said: str, fix: str) -> None:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(TrainingAction).validate_python(said)
    assert error.value.errors()[0]["ctx"]["fix"] == fix


def test_what_a_price_is_for_is_told_in_its_one_form() -> None:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(PriceUnit).validate_python("TJM")
    assert error.value.errors()[0]["ctx"]["fix"] == "écrivez « journée »"


def test_a_french_number_for_vat_is_not_taken_for_a_foreign_one(tmp_path: Path) -> None:
    champs = "entreprise: {forme: SCOP, tva: FR44732829320}\n"
    text = profile(champs=champs, pour="entreprise")
    [problem] = reading.read(folder(tmp_path, praticiens__zephyrine_quenault=text)).problems
    assert problem.code == "champ-inconnu"
    assert "numero_etranger" not in problem.fix
