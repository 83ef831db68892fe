"""« Votre sélection »: what an address tells, and the table of some people, read back by csv."""

import csv
import io
from dataclasses import replace

import pytest

from association.people.directory_csv import COLUMNS, people_csv, person_row
from tests.people.test_people import entry
from tests.theme_scripts import run_in_node, script_address

ADDRESS = script_address("selection-adresse.js")
FILES = script_address("selection-fichiers.js")
FIVE = "jean-valjean.emma-rouault.nell-trent.yann-gaos.heidi-aebi"


def chosen_in(fragments: list[str]) -> list[dict[str, object]]:
    read: list[dict[str, object]] = run_in_node(
        f"given.map((await import({ADDRESS!r})).chosenIn)", fragments
    )
    return read


@pytest.mark.parametrize(
    ("fragment", "slugs"),
    [
        ("choix=jean-valjean", ["jean-valjean"]),
        (f"choix={FIVE}", FIVE.split(".")),
        ("region=occitanie&choix=emma-rouault.nell-trent", ["emma-rouault", "nell-trent"]),
        ("choix=nell-trent.emma-rouault.nell-trent", ["nell-trent", "emma-rouault"]),
        ("choix=nell-trent&choix=emma-rouault", ["nell-trent", "emma-rouault"]),
        ("choix=Nell-Trent,+EMMA-ROUAULT", ["nell-trent", "emma-rouault"]),
        ("choix=nell-trent%2Cemma-rouault%20", ["nell-trent", "emma-rouault"]),
        ("choix=nell-trent).", ["nell-trent"]),
        ("choix%3Dnell-trent.emma-rouault", ["nell-trent", "emma-rouault"]),
        ("choix%253Dnell-trent", ["nell-trent"]),
        ("region=bretagne&amp;choix=nell-trent", ["nell-trent"]),
        ("!choix=nell-trent", ["nell-trent"]),
        ("choix=nell-trent?utm_source=lettre", ["nell-trent"]),
        ("choix=nell-trent#choix=emma-rouault", ["nell-trent", "emma-rouault"]),
        ("choix=félix", ["félix"]),
        ("choix=%E9", []),
        ("choix", []),
        ("choix=", []),
        ("", []),
        ("contenu", []),
        ("%C2%", []),
        ("b=%%2a", []),
        ("=choix", []),
    ],
)
def test_an_address_tells_who_was_chosen_however_it_was_passed_on(
    fragment: str, slugs: list[str]
) -> None:
    assert chosen_in([fragment]) == [{"slugs": slugs, "isCut": False}]


def test_an_address_of_too_many_keeps_the_first_and_says_so() -> None:
    names = [f"personne-{number}" for number in range(500)]
    assert chosen_in([f"choix={'.'.join(names)}"]) == [{"slugs": names[:20], "isCut": True}]


def test_a_selection_leaves_what_the_filter_keeps_and_comes_back_the_same() -> None:
    whole = run_in_node(
        f"(await import({ADDRESS!r})).withChoice(...given)",
        ["region=occitanie&texte=l%E2%80%99%C3%A9quipe+%26+co&choix=x", ["a-b", "c"]],
    )
    assert whole == "region=occitanie&texte=l%E2%80%99%C3%A9quipe+%26+co&choix=a-b.c"


@pytest.mark.parametrize(
    ("fragment", "is_anchor"),
    [("contenu", True), ("region-occitanie", True), ("choix=a", False), ("", False)],
)
def test_a_place_of_the_page_is_no_selection(fragment: str, is_anchor: bool) -> None:
    assert run_in_node(f"(await import({ADDRESS!r})).isAnchor(given)", fragment) is is_anchor


def test_the_table_of_some_is_lines_of_the_whole_table_as_they_are() -> None:
    people = [
        replace(
            entry(family_name=name, slogan="…"), website=site, page_url=f"https://a.example/{at}/"
        )
        for at, (name, site) in enumerate(
            [
                ("Quénault", ""),
                ('d’Aguerre ; dite "Miette"', "https://a.example/0/"),
                ("=1+1", "https://x.example/?a=1;b=2"),
                ("\t@SOMME(A1)", ""),
                ("Ærø", ""),
            ]
        )
    ]
    whole = people_csv(map(person_row, people)).decode()
    wanted = ["https://a.example/3/", "https://a.example/0/", "https://a.example/1/", "parti"]
    text = run_in_node(
        f"(await import({FILES!r})).linesOf(given[0], 'fiche', given[1])", [whole, wanted]
    )
    assert text.startswith("\ufeff")
    assert set(text.split("\r\n")) <= set(whole.split("\r\n"))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert [row[0] for row in rows[1:]] == ["'@SOMME(A1)", "Quénault", 'd’Aguerre ; dite "Miette"']
