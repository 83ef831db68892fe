"""« Votre sélection »: what an address tells, what buyers compare, and the table of some people."""

import csv
import io
import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from association.content.company_numbers import spaced_declaration, spaced_siret
from association.content.money import amount_in_words
from association.people.directory_csv import COLUMNS, people_csv, person_row
from tests.people.test_buyers_needs import VISITS
from tests.people.test_people import entry
from tests.theme_scripts import run_in_node, script_address

ADDRESS = script_address("selection-adresse.js")
FILES = script_address("selection-fichiers.js")
BUYERS = script_address("selection-acheteur.js")
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
    ("fragment", "has_choice", "has_filter"),
    [
        ("choix=nell-trent", True, False),
        ("choix=", True, False),
        ("choix%3Dnell-trent", True, False),
        ("region=occitanie&choix=nell-trent", True, True),
        ("region%3Doccitanie%26choix%3Dnell-trent", True, True),
        ("!region=occitanie", False, True),
        ("texte=choix", False, True),
        ("texte=%C3%A9cole&lieu=", False, True),
        ("choix", False, False),
        ("region-occitanie", False, False),
        ("", False, False),
    ],
)
def test_an_address_wakes_what_it_tells_of(
    fragment: str, has_choice: bool, has_filter: bool
) -> None:
    read = f"import({ADDRESS!r}).then((it) => [it.hasChoice(given), it.hasFilter(given)])"
    assert run_in_node(f"await {read}", fragment) == [has_choice, has_filter]


@pytest.mark.parametrize(
    ("fragment", "is_anchor"),
    [("contenu", True), ("region-occitanie", True), ("choix=a", False), ("", False)],
)
def test_a_place_of_the_page_is_no_selection(fragment: str, is_anchor: bool) -> None:
    assert run_in_node(f"(await import({ADDRESS!r})).isAnchor(given)", fragment) is is_anchor


def told_to_buyers(of: str, person: dict[str, Any], now: str = "2026-11-21T12:00Z") -> list[str]:
    """Return the lines of a row, each the values of its words by their names."""
    words = {
        "demandes": "oui {jour}",
        "sansDemandes": "non {jour}",
        "prix": "{prix} par {unite}",
        "gratuit": "gratuit",
        "indique": "{prix}, le {jour}",
        "siret": "siret {numero}",
        "numero": "ailleurs {numero}",
        "declaration": "formation {numero}",
        "qualiopi": "qualiopi {pour}",
        "assurance": "assurance {assureur}",
        "jusque": " jusqu’au {jour}",
    }
    lines: list[str] = run_in_node(
        f"(await import({BUYERS!r})).{of}(given[0], given[1], new Date(given[2]))",
        [person, words, now],
    )
    return [re.sub(r"\s", " ", line) for line in lines]


@pytest.mark.parametrize(("last_day", "visit", "is_claimed"), VISITS)
def test_buyers_are_told_what_is_claimed_to_the_end_of_its_day_in_paris(
    last_day: str, visit: str, is_claimed: bool
) -> None:
    now = datetime.fromisoformat(visit).isoformat()
    requests = {"new_requests": {"accepts": True, "until": last_day}}
    assert bool(told_to_buyers("requests", requests, now)) == is_claimed
    company = {
        "legal_form": "Association",
        "siret": None,
        "foreign_number": None,
        "training_body": None,
        "qualiopi": {"actions": ["bilans de compétences"], "expires": last_day},
        "insurance": {"insurer": "Mutuelle", "expires": last_day},
    }
    lines = told_to_buyers("company", {"company": company}, now)
    assert len(lines) == (3 if is_claimed else 1)


@pytest.mark.parametrize("currency", ["EUR", "CHF", "CAD", "GBP"])
@pytest.mark.parametrize("amount", ["850", "1200.50", "12000"])
def test_buyers_are_told_an_amount_as_pages_write_it(amount: str, currency: str) -> None:
    price = {
        "from": amount,
        "currency": currency,
        "unit": "journée",
        "conditions": "Hors taxes.",
        "told": "2026-06-01",
    }
    written = re.sub(r"\s", " ", amount_in_words(Decimal(amount), currency))
    assert told_to_buyers("price", {"price": price}) == [
        f"{written} par journée, le 1er juin 2026",
        "Hors taxes.",
    ]
    free = {**price, "from": "0", "conditions": None}
    assert told_to_buyers("price", {"price": free}) == ["gratuit, le 1er juin 2026"]


def test_buyers_read_the_numbers_of_a_company_in_groups() -> None:
    company = {
        "legal_form": "Société coopérative",
        "siret": "12345678200010",
        "foreign_number": "BCE 0123.456.749",
        "training_body": "942A0123420",
        "qualiopi": None,
        "insurance": {"insurer": "Mutuelle de l'Oise", "expires": None},
    }
    assert told_to_buyers("company", {"company": company}) == [
        "Société coopérative",
        f"siret {spaced_siret('12345678200010')}",
        "ailleurs BCE 0123.456.749",
        f"formation {spaced_declaration('942A0123420')}",
        "assurance Mutuelle de l’Oise",
    ]


def test_buyers_are_told_nothing_of_what_nobody_published() -> None:
    unknown = {"new_requests": None, "price": None, "company": None}
    assert [told_to_buyers(row, unknown) for row in ("requests", "price", "company")] == [[]] * 3


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
