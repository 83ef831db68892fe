"""The agenda for other sites, and as a table."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from association.content.entry import Entry
from association.content.revisions import Revision
from association.content.schema import WrittenEvent
from association.events.agenda_csv import COLUMNS, agenda_csv
from association.events.agenda_json import agenda_json
from tests.agenda_builders import SITE, announced, event

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "agenda-json.md"
DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}
FULL = event(
    "complet",
    **DAY,
    fuseau="Europe/Brussels",
    serie="Ateliers",
    numero="3",
    mode="mixte",
    lieu={"nom": "Le Magasin", "ville": "Bruxelles", "pays": "Belgique"},
    visio="https://visio.example/",
    programme=[{"heure": "10:00", "titre": "Ouverture"}],
    image={"fichier": "images/salle.jpg", "alt": "La salle."},
    inscription={"lien": "https://ici.example/", "avant_le": "2027-03-12", "tarif": "45.50"},
)


def events(*entries: Entry[WrittenEvent], revision: Revision | None = None) -> Any:
    found = [announced(entry, revision) for entry in entries]
    return json.loads(agenda_json("Agenda", f"{SITE}/agenda/", found))["events"]


def keys(node: object) -> set[str]:
    """Return the names of all fields at any depth."""
    if isinstance(node, dict):
        return set(node).union(*(keys(value) for value in node.values()))
    return set().union(*(keys(item) for item in node)) if isinstance(node, list) else set()


def test_every_field_is_documented_and_every_documented_field_exists() -> None:
    found = [announced(FULL), announced(event(**DAY))]
    written = keys(json.loads(agenda_json("Agenda", SITE, found)))
    tables = [row for row in DOCUMENTATION.read_text("utf-8").split("\n") if row.startswith("| `")]
    named = set(re.findall(r"`([a-z_]+)`", "\n".join(tables)))
    states = {"scheduled", "tentative", "cancelled", "postponed", "rescheduled"}
    words = states | {"online", "mixed", "null", "fr", "en"}
    assert named - words == written


def test_a_date_says_when_it_is_over_and_never_whether_it_is() -> None:
    [one] = events(FULL)
    [date] = one["dates"]
    assert date["over_at"] == "2027-03-14T16:00:00Z"
    assert date["start"] == "2027-03-14T09:30:00+01:00"
    assert date["timezone"] == "Europe/Brussels"
    assert not {"past", "upcoming", "is_past"} & keys(one)


def test_a_last_day_is_inclusive() -> None:
    [one] = events(event(debut="2027-06-03", fin="2027-06-04"))
    assert (one["dates"][0]["start"], one["dates"][0]["end"]) == ("2027-06-03", "2027-06-04")


def test_a_month_is_a_month() -> None:
    [one] = events(event(debut="2019-07"))
    assert (one["dates"][0]["start"], one["dates"][0]["end"]) == ("2019-07", None)


def test_what_is_unknown_is_null() -> None:
    [one] = events(event(**DAY))
    for name in ("series", "number", "place", "join_url", "registration", "created", "modified"):
        assert one[name] is None


def test_state_registration_and_revision_are_told() -> None:
    made = datetime(2026, 4, 1, 8, tzinfo=UTC)
    cancelled = event(**DAY, statut="annulé", motif="Grève.")
    [one] = events(cancelled, revision=Revision(2, made, made))
    assert (one["state"], one["state_label"], one["reason"]) == ("cancelled", "annulé", "Grève.")
    assert (one["sequence"], one["created"]) == (2, "2026-04-01T08:00:00Z")
    [full] = events(FULL)
    assert full["registration"]["closes_at"] == "2027-03-12T23:00:00Z"
    assert (full["registration"]["price"], full["registration"]["currency"]) == ("45.50", "EUR")
    assert full["place"]["country"] == "BE"


def test_a_moved_event_remembers_its_first_date() -> None:
    [one] = events(event(**DAY, date_initiale="2027-02-01 09:30"))
    assert one["dates"][0]["initially"] == "2027-02-01T09:30:00+01:00"


def test_events_come_by_their_first_date() -> None:
    found = events(event("b", debut="2027-05-01"), event("a", debut="2027-04-01"))
    assert [one["uid"] for one in found] == ["a@asso.example", "b@asso.example"]


def rows(*entries: Entry[WrittenEvent]) -> list[dict[str, str]]:
    text = agenda_csv([announced(entry) for entry in entries]).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_spreadsheet_reads_a_line_for_each_date_soonest_first() -> None:
    cycle = event("cycle", **DAY, dates=[{"debut": "2027-05-14", "statut": "annulé"}])
    found = rows(cycle, event("avril", debut="2027-04-01", fin="2027-04-02"))
    assert [(row["debut"], row["etat"]) for row in found] == [
        ("2027-03-14T09:30:00+01:00", "prévu"),
        ("2027-04-01", "prévu"),
        ("2027-05-14", "annulé"),
    ]
    assert found[1]["fin"] == "2027-04-02"
    assert tuple(found[0]) == COLUMNS


def test_a_table_holds_no_formula_and_no_broken_line() -> None:
    title = '=HYPERLINK("x");\u2028"suite"'
    [row] = rows(event(**DAY, titre=title))
    assert row["titre"] == '\'=HYPERLINK("x"); "suite"'
    [full] = rows(FULL)
    assert (full["tarif"], full["inscription"]) == ("45,50\u00a0€", "https://ici.example/")
    assert (full["ville"], full["serie"], full["numero"]) == ("Bruxelles", "Ateliers", "3")
