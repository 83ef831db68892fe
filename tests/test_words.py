"""Words are compared as a reader would, and become addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.core.words import fold, mistyped, slug_of, suggested_path, suggestion


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdeéèêàçœ’'- "))
def test_case_accents_and_apostrophes_do_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.replace("’", "'"))


@given(st.text())
def test_a_slug_can_stand_in_any_address(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Île-de-France", "ile-de-france"),
        ("Provence-Alpes-Côte d’Azur", "provence-alpes-cote-d-azur"),
        ("L’œuvre", "l-oeuvre"),
        ("intervenant·e", "intervenante"),
        ("Équipes éducatives", "equipes-educatives"),
        ("日本", ""),
    ],
)
def test_a_french_name_gives_a_readable_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_word_written_without_its_accents_is_recognised() -> None:
    assert suggestion("ile de france", ["Île-de-France", "Occitanie"]) == "Île-de-France"


def test_a_slip_of_one_letter_is_recognised() -> None:
    assert suggestion("Ocitanie", ["Île-de-France", "Occitanie"]) == "Occitanie"


def test_nothing_is_suggested_for_another_word() -> None:
    assert suggestion("Astronautes", ["Élus", "Jeunes"]) is None


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("jeanne-matrin", "jeanne-martin", True),
        ("martin-jeanne", "jeanne-martin", True),
        ("marie-dupont", "marc-dupont", False),
        ("journee-de-bordeaux", "journee-de-toulouse", False),
        ("journee-mars-2026", "journee-mars-2027", False),
        ("Rhône-Alpes", "Auvergne-Rhône-Alpes", True),
        ("Canton de Vaud", "Canton de Genève", False),
    ],
)
def test_names_are_alike_by_what_they_do_not_share(text: str, known: str, meant: bool) -> None:
    assert suggestion(text, [known]) == (known if meant else None)


@pytest.mark.parametrize(
    ("path", "known", "meant"),
    [
        ("metiers/intervenan.md", "metiers/intervenant.md", True),
        ("pages/intervenant.md", "metiers/intervenant.md", True),
        ("images/cercle.png", "images/cercle.svg", True),
        ("images/praticiens/jean-valjean.jpg", "images/praticiens/cosette.jpg", False),
        ("images/photo-1.jpg", "images/photo-2.jpg", False),
    ],
)
def test_of_two_paths_only_the_names_are_compared(path: str, known: str, meant: bool) -> None:
    assert suggested_path(path, [known]) == (known if meant else None)


@pytest.mark.parametrize(
    ("text", "known", "word"),
    [
        ("Mensuel", ("hebdomadaire", "mensuelle"), "mensuelle"),
        ("ebdomadaire", ("hebdomadaire", "mensuelle"), "hebdomadaire"),
        ("reportée", ("prévu", "reporté", "annulé"), "reporté"),
        ("annuelle", ("hebdomadaire", "mensuelle"), None),
        ("bimensuelle", ("hebdomadaire", "mensuelle"), None),
        ("hors ligne", ("sur place", "en ligne"), None),
        ("confirmé", ("prévu", "à confirmer", "annulé"), None),
        ("non publié", ("brouillon", "publié"), None),
    ],
)
def test_among_fixed_words_another_word_is_no_slip(
    text: str, known: tuple[str, ...], word: str | None
) -> None:
    assert mistyped(text, known) == word
