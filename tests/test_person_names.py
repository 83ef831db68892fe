"""People's names are compared, sorted and shortened as a French directory does, wherever."""

import json

import pytest

from association.core.person_names import filed_letter, filed_name, initials, sort_key, sort_name
from association.core.words import fold, slug_of
from tests.european_names import NAMES, made_names
from tests.theme_scripts import run_in_node, script_address

# Of the letters that do not decompose, those that ICU sorts with the basic letter too.
_ICU_TOO = "ŒœÆæßøØłŁ"
_COLLATOR = "new Intl.Collator('fr', { sensitivity: 'base' })"


@pytest.mark.parametrize(
    ("given", "family", "indexed", "letter"),
    [
        ("Éléonore", "de Bouärd", "Bouärd, Éléonore de", "B"),
        ("Marie", "d’Aguerre", "Aguerre, Marie d’", "A"),
        ("Yann", "Le Goff", "Le Goff, Yann", "L"),
        ("Zoé", "Œuvrard", "Œuvrard, Zoé", "O"),
        ("Łucja", "Łącka", "Łącka, Łucja", "L"),
        ("", "Ulenspiegel", "Ulenspiegel", "U"),
        ("Vincent", "van den Berg", "Berg, Vincent van den", "B"),
        ("Ada", "«1»", "«1», Ada", "«"),
    ],
)
def test_an_index_says_the_name_that_somebody_is_filed_under(
    given: str, family: str, indexed: str, letter: str
) -> None:
    assert filed_name(family, given) == indexed
    assert filed_letter(family) == letter


@pytest.mark.parametrize(("given", "family", "bare", "filed", "letters"), NAMES)
def test_a_name_has_a_bare_form_a_place_and_initials(
    given: str, family: str, bare: str, filed: str, letters: str
) -> None:
    assert fold(f"{given} {family}") == bare
    assert sort_name(family) == filed
    assert initials(family, given) == letters


def test_names_come_in_the_order_of_a_french_directory() -> None:
    names = [
        *("Ægir", "d’Aguerre", "van den Berg", "de Bouärd", "Đilas", "du Bellay", "L’Œuvre"),
        *("Le Goff", "Leveque", "Lévêque", "Łukasz", "Oder", "Œdipe", "Ørsted", "Van Damme"),
    ]
    assert sorted({*names}, key=lambda name: sort_key(name, "Anne")) == names


def test_the_order_is_that_of_unicode_for_french() -> None:
    """ICU, which node holds, sorts the same letters alike: its base letters decide first."""
    in_order = sorted(made_names(2000, _ICU_TOO), key=fold)
    signs = run_in_node(
        f"given.slice(1).map((name, at) => ({_COLLATOR}).compare(given[at], name))", in_order
    )
    assert [in_order[at : at + 2] for at, sign in enumerate(signs) if sign == 1] == []


def test_browsers_compare_ten_thousand_names_alike() -> None:
    names = [f"{given} {family}" for given, family, *_ in NAMES] + made_names(10_000)
    folded = f"(await import({json.dumps(script_address('racines.js'))})).folded"
    assert run_in_node(f"given.map({folded})", names) == [fold(name) for name in names]
    assert all(slug_of(name) for name in made_names(100))
