"""Every two fields of an event: each changes what leaves the site, or is told."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

import pytest

from association.checks.file_checks import OF_EVENT_FILE
from association.content.schema import WrittenEvent
from association.content.validation import validated
from association.events.agenda_json import agenda_json
from association.events.jsonld import event_nodes
from tests.agenda_builders import SITE, VOCABULARY, announced, event, ics
from tests.builders import front

ALWAYS = {"titre": "Atelier", "resume": "Un atelier.", "categorie": "Formation"}
START = "2027-03-12 09:00"
# Each optional field with a value; the page alone shows documents, and these are the site's own.
FIELDS = {
    "fin": "2027-03-12 17:00",
    "fuseau": "Indian/Reunion",
    "lieu": "\n  ville: Paris",
    "lieux": "\n  - ville: Lyon\n  - ville: Metz",
    "mode": "mixte",
    "mode_initial": "sur place",
    "visio": "https://example.org/visio",
    "statut": "annulé",
    "motif": "La salle est prise.",
    "date_initiale": "2027-03-05 09:00",
    "serie": "Ateliers",
    "numero": "3",
    "organisateurs": "[Les Misérables]",
    "invites": "[Félicité]",
    "inscription": "\n  lien: https://example.org/inscription\n  avant_le: 2027-03-01",
    "complet": "oui",
    "recurrence": "\n  frequence: hebdomadaire\n  nombre: 3",
    "dates": "\n  - debut: 2027-05-14 09:00",
    "programme": "\n  - heure: 10:00\n    titre: Ouverture",
    "image": "\n  fichier: images/salle.jpg\n  alt: La salle.",
}
# Who should not come is not told how to: what invites leaves with an event that is cancelled.
INVITES = {"visio", "inscription", "complet", "programme"}


def read(fields: Mapping[str, str]) -> tuple[WrittenEvent | None, list[str]]:
    """An event and the codes of what is told of it."""
    lines = {**ALWAYS, "debut": START, **fields}
    known = front("\n".join(f"{name}: {value}" for name, value in lines.items()) + "\n")
    written, findings = validated(WrittenEvent, known, VOCABULARY)
    told = [finding.code for finding in findings]
    if written:
        entry = replace(event(debut=START), written=written, front=known)
        told += [finding.code for check in OF_EVENT_FILE for finding in check(entry)]
    return written, told


def left(written: WrittenEvent) -> tuple[object, ...]:
    """All that leaves the site of an event."""
    entry = replace(event(debut=START), written=written)
    public = announced(entry)
    return agenda_json("Agenda", SITE, [public]), ics(entry), event_nodes(public, SITE, {})


@pytest.mark.parametrize(("one", "other"), combinations(FIELDS, 2))
def test_two_fields_together_show_or_are_told(one: str, other: str) -> None:
    written, told = read({one: FIELDS[one], other: FIELDS[other]})
    if told:
        return
    assert written is not None
    for name, kept in ((one, other), (other, one)):
        if kept == "statut" and name in INVITES:
            continue
        without = written.model_copy(update=_unset(name))
        assert left(written) != left(without), name


def _unset(name: str) -> dict[str, object]:
    [(attribute, field)] = [
        (key, field) for key, field in WrittenEvent.model_fields.items() if field.alias == name
    ]
    return {attribute: field.get_default()}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"motif": "La salle est prise."}, "motif-sans-etat"),
        ({"mode_initial": "en ligne"}, "mode-initial"),
        ({"visio": "https://example.org/visio"}, "visio-sur-place"),
        ({"dates": "\n  - debut: 2027-05-14\n    motif: Férié."}, "motif-sans-etat"),
    ],
)
def test_what_would_show_nowhere_is_told(fields: Mapping[str, str], code: str) -> None:
    assert read(fields)[1] == [code]


@pytest.mark.parametrize(
    "fields",
    [
        {"motif": "La salle est prise.", "statut": "à confirmer"},
        {"motif": "La salle est prise.", "date_initiale": "2027-03-05 09:00"},
        {
            "motif": "La salle est prise.",
            "recurrence": "\n  frequence: hebdomadaire\n  nombre: 3\n  annulees:\n"
            "    - date: 2027-03-19",
        },
        {"visio": "https://example.org/visio", "mode": "mixte"},
        {"mode_initial": "mixte", "mode": "en ligne"},
    ],
)
def test_what_shows_is_not_told(fields: Mapping[str, str]) -> None:
    assert read(fields)[1] == []
