"""What the worker of a browser is answered, beyond the words: the field, and what is doubted."""

import json
from pathlib import Path
from typing import Any

import pytest

from association.checks.public_index import as_json, public_index
from association.checks.text_check import KnownSite
from association.content.policy import USUAL
from association.content.reading import read
from association.core.zone import today
from association.editing.forms.browser_checker import (
    known_site,
    messages_of_file,
    messages_of_form,
)
from tests.builders import EVENT, TODAY, base, content_folder, context
from tests.calendar_context import files_of

_EVENT = {
    "titre": "Journée à Évreux",
    "resume": "Une journée.",
    "debut": "2027-07-03",
    "categorie": "Formation",
    "body": "Venez nombreux.",
}


@pytest.fixture
def site(tmp_path: Path) -> KnownSite:
    """A site that nothing of was published before."""
    index = public_index(read(content_folder(tmp_path)), USUAL, today(TODAY))
    return known_site(as_json(index), b"", b"{}", TODAY.isoformat())


def _said(values: dict[str, Any], site: KnownSite, slug: str = "") -> list[tuple[str, str]]:
    said = json.loads(messages_of_form(json.dumps(values), "agenda", slug, site))
    return [(one["field"], one["code"]) for one in said]


def test_a_form_that_is_right_is_told_nothing(site: KnownSite) -> None:
    empty = {"fin": "", "lieu": {"ville": "", "adresse": None}, "dates": [], "intervenants": []}
    assert _said(_EVENT | empty, site) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"categorie": None}, "Catégorie", "champ-manquant"),
        ({"debut": "2027-13-03"}, "Début", "date"),
        ({"fin": "2027-07-01"}, "Fin", "fin-avant-debut"),
        ({"lieu": {"ville": "Évreux", "code_postal": "0100"}}, "Lieu › Code postal", "code-postal"),
        ({"dates": [{"debut": "x"}]}, "Dates › 1 › Début", "date"),
        ({"body": "Venez, [c’est ici](contact.md)."}, "", "lien-incomplet"),
    ],
)
def test_a_message_names_its_field(
    changes: dict[str, Any], field: str, code: str, site: KnownSite
) -> None:
    assert (field, code) in _said(_EVENT | changes, site)


def test_a_file_that_was_just_chosen_has_no_name_to_be_wrong(site: KnownSite) -> None:
    chosen = {
        "image": {"fichier": "blob:https://asso.example/1", "alt": "Une salle."},
        "documents": [{"titre": "Le programme", "fichier": "blob:https://asso.example/2"}],
    }
    assert _said(_EVENT | chosen, site) == []


@pytest.mark.parametrize(
    ("changes", "is_doubted"), [({"intervenants": ["fantine"]}, True), ({"fin": "2027"}, False)]
)
def test_only_what_the_forge_may_know_better_is_doubted(
    changes: dict[str, Any], is_doubted: bool, site: KnownSite
) -> None:
    [said] = json.loads(messages_of_form(json.dumps(_EVENT | changes), "agenda", "", site))
    assert said["unless_added"] is is_doubted


def test_errors_come_first_and_a_file_is_shown_line_by_line(site: KnownSite) -> None:
    text = base(EVENT) + "\nAppelez le 06 12 34 56 78.\n\n[ici](x.md)\n"
    said = json.loads(messages_of_file(text, EVENT, site))
    kinds = [one["severity"] for one in said]
    assert len(set(kinds)) > 1
    assert kinds == sorted(kinds, key=["erreur", "conseil", "rappel"].index)
    assert [one["excerpt"] for one in said] == [text.split("\n")[one["line"] - 1] for one in said]


def test_only_the_agenda_of_a_public_site_is_compared_with(tmp_path: Path) -> None:
    made = context(tmp_path)
    index = as_json(public_index(made.content, USUAL, today(TODAY)))
    published = files_of(made)["agenda.json"]
    url = json.loads(published)["url"]
    at_home = published.replace(url.encode(), b"http://127.0.0.1:8000/")
    for agenda, is_known in ((published, True), (at_home, False), (b"", False)):
        former = known_site(index, agenda, b"", TODAY.isoformat()).former_agenda
        assert bool(former.agenda.events) is is_known
