"""What the search answers by itself is what the site has."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calendar_context import SITE, content_with, context_of, event_file, files_of, pages_of

BEFORE, AFTER = "2026-11-21", "2028-01-01"
EVENTS = {
    "libre": event_file("debut: 2027-03-04\ninscription:\n  tarif: 0\n", titre="Libre"),
    "annulee": event_file("debut: 2027-03-05\nstatut: annulé\n", titre="Annulée"),
}


def answers(root: Path, asof: str) -> tuple[dict[str, Any], set[str]]:
    made = context_of(content_with(root, EVENTS), asof)
    return json.loads(files_of(made)["recherche/reponses.json"]), set(pages_of(made))


def test_every_address_is_that_of_a_page(tmp_path: Path) -> None:
    read, paths = answers(tmp_path, BEFORE)
    addresses = [row[0] for row in (*read["pages"], *read["people"])]
    addresses += [row[1] for row in read["dates"]] + list(read["months"].values())
    addresses += [row[2] for row in read["categories"] if row[2]]
    addresses += [read["directory"], read["agenda"], *read["lists"].values()]
    assert {address.partition("#")[0].lstrip("/") for address in addresses} <= paths
    assert SITE not in json.dumps(read)


def test_a_date_says_its_price_and_one_that_is_cancelled_is_no_answer(tmp_path: Path) -> None:
    read, _ = answers(tmp_path, BEFORE)
    [[_, url, title, when, _, category, price, _, month]] = read["dates"]
    assert (url, title, price, month) == ("/agenda/libre/", "Libre", "gratuit", "2027-03")
    assert category == "Formation"
    assert "4 mars 2027" in when.replace("\u00a0", " ")


@pytest.mark.parametrize("asof", [BEFORE, AFTER])
def test_pages_of_the_agenda_are_answers_when_they_are_there(tmp_path: Path, asof: str) -> None:
    read, paths = answers(tmp_path, asof)
    found = {row[0] for row in read["pages"]} & {"/agenda/passe/", "/agenda/abonnement/"}
    assert found == {
        f"/{path}" for path in ("agenda/passe/", "agenda/abonnement/") if path in paths
    }
    assert "/agenda/abonnement/" in found


def test_a_page_is_sought_by_the_words_its_editor_gave(tmp_path: Path) -> None:
    read, _ = answers(tmp_path, BEFORE)
    words = {row[0]: row[4].split("|") for row in read["pages"]}
    assert "qui contacter" in words["/contact/"]
    assert "/404.html" not in words
