"""What happens to real events: no seat left, another place, all kinds of rules."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events
from icalendar import Calendar

from association.core.zone import PARIS
from association.events.agenda_csv import agenda_csv
from association.events.agenda_json import agenda_json
from association.events.feeds import agenda_items
from association.events.jsonld import event_nodes
from association.events.occurrences import occurrences
from association.runner.build import Plan, build
from tests.agenda_builders import SITE, announced, event, ics
from tests.builders import EVENT, base, content_folder, lay_over
from tests.built_site import ROOT

EVENING = {"debut": "2027-03-02 19:00", "fin": "2027-03-02 20:30"}
LYON = {"nom": "Salle Bellecour", "adresse": "3, rue Haute", "ville": "Lyon"}
FULL = "https://schema.org/SoldOut"
LINKS = "lien: https://example.org/inscription\n  liste_attente: https://example.org/attente"


def vevents(**front: object) -> Iterator[Any]:
    """The events of the calendar, as a calendar program reads them."""
    return iter(Calendar.from_ical(ics(event("atelier", **front))).walk("VEVENT"))


def days(**front: object) -> list[str]:
    """The dates of an event, as the site gives them."""
    return [f"{item.slot.start:%m-%d %H:%M}" for item in occurrences(event("atelier", **front))]


def days_read(**front: object) -> list[str]:
    """The dates of an event, as a calendar program reads them."""
    calendar = Calendar.from_ical(ics(event("atelier", **front)))
    found = recurring_ical_events.of(calendar).between(datetime(2026, 1, 1), datetime(2032, 1, 1))
    starts = (one["DTSTART"].dt.astimezone(PARIS) for one in found)
    return [f"{start:%m-%d %H:%M}" for start in sorted(starts)]


def descriptions(**front: object) -> dict[str, str]:
    """What a calendar program shows below the title of each date."""
    return {f"{one['DTSTART'].dt:%m-%d}": str(one["DESCRIPTION"]) for one in vevents(**front)}


RULES: list[tuple[Mapping[str, object], list[str]]] = [
    (
        {"frequence": "quotidienne", "intervalle": "2", "nombre": "3"},
        ["03-02 19:00", "03-04 19:00", "03-06 19:00"],
    ),
    (
        {"frequence": "annuelle", "nombre": "3"},
        ["03-02 19:00", "03-02 19:00", "03-02 19:00"],
    ),
    (
        {"frequence": "hebdomadaire", "jours": ["mardi", "jeudi"], "nombre": "4"},
        ["03-02 19:00", "03-04 19:00", "03-09 19:00", "03-11 19:00"],
    ),
    (
        {
            "frequence": "hebdomadaire",
            "jusqu_au": "2027-03-24",
            "changements": [{"a_partir_du": "2027-03-17 20:00"}],
        },
        ["03-02 19:00", "03-09 19:00", "03-16 19:00", "03-17 20:00", "03-24 20:00"],
    ),
    (
        {
            "frequence": "hebdomadaire",
            "jours": ["mardi", "jeudi"],
            "nombre": "6",
            "changements": [{"a_partir_du": "2027-03-10 18:00", "jours": ["mercredi"]}],
        },
        [
            *("03-02 19:00", "03-04 19:00", "03-09 19:00"),
            *("03-10 18:00", "03-17 18:00", "03-24 18:00"),
        ],
    ),
    (
        {
            "frequence": "mensuelle",
            "jour": "1er mardi",
            "nombre": "4",
            "changements": [{"a_partir_du": "2027-05-13 19:00", "jour": "2e jeudi"}],
        },
        ["03-02 19:00", "04-06 19:00", "05-04 19:00", "05-13 19:00"],
    ),
]


@pytest.mark.parametrize(("rule", "expected"), RULES)
def test_a_rule_gives_its_dates_here_and_in_programs(
    rule: Mapping[str, object], expected: list[str]
) -> None:
    assert days(**EVENING, recurrence=rule) == expected
    assert days_read(**EVENING, recurrence=rule) == expected


def test_what_changes_leaves_the_dates_before_as_they_were() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "6"}
    changed = rule | {"changements": [{"a_partir_du": "2027-03-23 20:00"}]}
    assert days(**EVENING, recurrence=changed)[:3] == days(**EVENING, recurrence=rule)[:3]
    uids = {str(one["UID"]) for one in vevents(**EVENING, recurrence=changed)}
    assert "atelier@asso.example" in uids
    assert len(uids) == 4


def test_further_dates_stand_beside_a_rule() -> None:
    front: dict[str, object] = {
        **EVENING,
        "recurrence": {"frequence": "hebdomadaire", "nombre": "3", "sauf": ["2027-03-09"]},
        "dates": [{"debut": "2027-03-11 19:00"}, {"debut": "2027-04-20 19:00"}],
    }
    expected = ["03-02 19:00", "03-11 19:00", "03-16 19:00", "04-20 19:00"]
    assert days(**front) == days_read(**front) == expected


def test_a_date_may_have_a_place_of_its_own() -> None:
    front: dict[str, object] = {
        **EVENING,
        "lieu": {"ville": "Paris"},
        "recurrence": {
            "frequence": "hebdomadaire",
            "nombre": "3",
            "deplacees": [{"date": "2027-03-09", "debut": "2027-03-10 19:00", "lieu": LYON}],
        },
        "dates": [{"debut": "2027-04-20 19:00", "lieu": LYON}],
    }
    public = announced(event("atelier", **front))
    places = {f"{one['DTSTART'].dt:%m-%d}": str(one["LOCATION"]) for one in vevents(**front)}
    lyon = "Salle Bellecour, 3, rue Haute, Lyon"
    assert places == {"03-02": "Paris", "03-10": lyon, "04-20": lyon}
    [said] = json.loads(agenda_json("Agenda", SITE, [public]))["events"]
    assert [date["where"] for date in said["dates"]] == ["Paris", lyon, "Paris", lyon]
    assert [bool(date["place"]) for date in said["dates"]] == [False, True, False, True]
    cities = [
        node["location"][0]["address"]["addressLocality"]  # type: ignore[index]
        for node in event_nodes(public, SITE, {})[1:]
    ]
    assert cities == ["Paris", "Lyon", "Paris", "Lyon"]
    assert agenda_csv([public]).decode().count(";Lyon;") == 2


def test_a_change_may_be_of_the_place_alone() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "4",
        "changements": [{"a_partir_du": "2027-03-16 19:00", "lieu": LYON}],
    }
    dates = announced(event(**EVENING, lieu={"ville": "Paris"}, recurrence=rule)).dates
    cities = [date.own_place.city if date.own_place else "" for date in dates]
    assert cities == ["", "", "Lyon", "Lyon"]


REGISTRATION = {"lien": "https://asso.example/inscription", "tarif": "20"}


def test_a_full_event_says_so_everywhere_and_how_to_wait() -> None:
    entry = event(
        **EVENING,
        complet="oui",
        inscription=REGISTRATION | {"liste_attente": "https://asso.example/attente"},
    )
    public = announced(entry)
    [text] = descriptions(
        **EVENING,
        complet="oui",
        inscription=REGISTRATION | {"liste_attente": "https://asso.example/attente"},
    ).values()
    assert "\nComplet.\nListe d’attente\u00a0: https://asso.example/attente\n" in text
    assert "Inscription" not in text
    [node] = event_nodes(public, SITE, {})
    offer = node["offers"]
    assert isinstance(offer, dict)
    assert (offer["availability"], offer["price"]) == (FULL, "20")
    [said] = json.loads(agenda_json("Agenda", SITE, [public]))["events"]
    assert (said["full"], said["dates"][0]["full"]) == (True, True)
    assert said["registration"]["waiting_list_url"] == "https://asso.example/attente"
    [item] = agenda_items([public])
    assert "Complet." in item.paragraphs
    assert agenda_csv([public]).decode().endswith(";oui;\r\n")


def test_a_waiting_list_may_be_a_sentence() -> None:
    [text] = descriptions(
        **EVENING, complet="oui", inscription={"liste_attente": "Appelez le secrétariat"}
    ).values()
    assert "Complet.\nAppelez le secrétariat.\n" in text


def test_a_full_event_without_registration_is_sold_out_too() -> None:
    [node] = event_nodes(announced(event(**EVENING, complet="oui")), SITE, {})
    assert node["offers"]["availability"] == FULL  # type: ignore[index]


def test_one_full_date_says_nothing_of_the_others() -> None:
    listed = {**EVENING, "dates": [{"debut": "2027-04-20 19:00", "complet": "oui"}]}
    ruled = {
        **EVENING,
        "recurrence": {"frequence": "hebdomadaire", "nombre": "3", "completes": ["2027-03-09"]},
    }
    for front, full in ((listed, "04-20"), (ruled, "03-09")):
        said = descriptions(**front)
        assert [day for day, text in said.items() if "Complet." in text] == [full]
        nodes = event_nodes(announced(event(**front)), SITE, {})[1:]
        assert sum("offers" in node for node in nodes) == 1


def test_what_is_cancelled_is_not_said_full() -> None:
    [text] = descriptions(**EVENING, complet="oui", statut="annulé").values()
    assert "Complet" not in text
    [node] = event_nodes(announced(event(**EVENING, complet="oui", statut="annulé")), SITE, {})
    assert "offers" not in node


def test_the_page_and_the_lists_say_what_is_full(tmp_path: Path) -> None:
    text = (
        base(EVENT)
        .replace("2027-02", "2027-06")
        .replace("lien: https://example.org/inscription", LINKS)
        .replace("categorie:", "dates:\n  - debut: 2027-09-12 09:30\n    complet: oui\ncategorie:")
    )
    content = content_folder(tmp_path)
    for slug, front in (("plein", "complet: oui\n"), ("presque", "")):
        title = f"titre: {slug.capitalize()}"
        written = text.replace("titre: Journée de rencontre à Toulouse", f"{front}{title}")
        number = {"plein": "2", "presque": "3"}[slug]
        files = {f"agenda/{slug}.md": written.replace("numero: 1", f"numero: {number}")}
        lay_over(content, files)
    site = tmp_path / "site"
    outcome = build(Plan(ROOT, str(site), str(content), asof="2027-03-01"))
    assert outcome.is_success, outcome
    pages = {
        path: (site / path / "index.html").read_text("utf-8")
        for path in ("agenda", "agenda/plein", "agenda/presque", "agenda/programme")
    }
    assert "S'inscrire à cette rencontre" not in pages["agenda/plein"]
    assert "https://example.org/attente" in pages["agenda/plein"]
    assert "https://example.org/inscription" in pages["agenda/presque"]
    assert pages["agenda"].count(">Complet</strong>") == 3
    assert pages["agenda/presque"].count(">Complet</strong>") == 2
    assert ">Complet</strong>" in pages["agenda/programme"]


HALLS: list[dict[str, str]] = [
    LYON | {"code_postal": "69002", "latitude": "45.757", "longitude": "4.832"},
    {"nom": "Le Tube", "code_postal": "1204", "ville": "Genève", "pays": "Belgique"},
]


def test_an_event_of_several_places_says_them_all() -> None:
    public = announced(event(**EVENING, lieux=HALLS))
    both = "Salle Bellecour, 3, rue Haute, 69002 Lyon / Le Tube, 1204 Genève, Belgique"
    [vevent] = vevents(**EVENING, lieux=HALLS)
    assert str(vevent["LOCATION"]) == both
    assert vevent["GEO"].to_ical() == "45.757;4.832"
    [said] = json.loads(agenda_json("Agenda", SITE, [public]))["events"]
    assert said["where"] == both
    assert [place["city"] for place in said["places"]] == ["Lyon", "Genève"]
    assert said["place"] == said["places"][0]
    [node] = event_nodes(public, SITE, {})
    assert [one["address"]["addressCountry"] for one in node["location"]] == ["FR", "BE"]  # type: ignore[attr-defined]
    assert ";Lyon, Genève;" in agenda_csv([public]).decode()
    assert both in agenda_items([public])[0].paragraphs


def test_a_date_of_its_own_place_is_at_none_of_the_others() -> None:
    dates = [{"debut": "2027-04-20 19:00", "lieu": {"ville": "Metz"}}]
    found = vevents(**EVENING, lieux=HALLS, dates=dates)
    assert [" / " in str(one["LOCATION"]) for one in found] == [True, False]
