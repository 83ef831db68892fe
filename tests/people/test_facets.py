"""Addresses and sentences of the lists."""

import pytest

from association.people.facets import (
    AUDIENCE,
    BY_DISTANCE,
    FORM,
    METIER,
    REGION,
    Value,
    file_name,
    list_path,
    sentence,
    title,
)

OCCITANIE = Value(REGION, "occitanie", "Occitanie", "en Occitanie")
SCHOOLS = Value(AUDIENCE, "equipes-educatives", "Équipes éducatives", "pour les équipes éducatives")
METIER_TST = Value(METIER, "intervenant", "Intervenant·e TST", "")
TRAINING = Value(FORM, "formation", "Formation", "« Formation »")


@pytest.mark.parametrize(
    ("values", "path", "name", "words"),
    [
        ((), "annuaire/", "annuaire", "Annuaire des praticiens"),
        ((OCCITANIE,), "annuaire/regions/occitanie/", "occitanie", "Praticiens en Occitanie"),
        ((BY_DISTANCE,), "annuaire/a-distance/", "a-distance", "Praticiens à distance"),
        (
            (OCCITANIE, SCHOOLS),
            "annuaire/regions/occitanie/publics/equipes-educatives/",
            "occitanie-equipes-educatives",
            "Praticiens en Occitanie pour les équipes éducatives",
        ),
        (
            (OCCITANIE, METIER_TST),
            "annuaire/regions/occitanie/metiers/intervenant/",
            "occitanie-intervenant",
            "Intervenant·e TST en Occitanie",
        ),
        (
            (TRAINING,),
            "annuaire/accompagnements/formation/",
            "formation",
            "Praticiens proposant « Formation »",
        ),
    ],
)
def test_a_list_has_one_address_one_file_name_and_one_title(
    values: tuple[Value, ...], path: str, name: str, words: str
) -> None:
    assert (list_path(values), file_name(values), title(values)) == (path, name, words)


@pytest.mark.parametrize(
    ("values", "count", "words"),
    [
        ((OCCITANIE,), 0, "Personne n’intervient en Occitanie pour le moment."),
        ((OCCITANIE,), 1, "1 personne intervient en Occitanie."),
        ((METIER_TST,), 2, "2 personnes exercent ce métier."),
        ((OCCITANIE, METIER_TST), 2, "2 personnes exercent ce métier en Occitanie."),
        ((TRAINING,), 3, "3 personnes proposent « Formation »."),
        ((TRAINING,), 0, "Personne ne propose « Formation » pour le moment."),
    ],
)
def test_a_sentence_says_who_is_in_a_list(
    values: tuple[Value, ...], count: int, words: str
) -> None:
    assert sentence(values, count) == words
