"""Structured data of events: what search engines read."""

from typing import Any

import pytest

from association.content.revisions import Revision
from association.events.jsonld import event_nodes
from association.pages.common import Link
from tests.agenda_builders import SITE, announced, event

DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}
PLACE = {"lieu": {"nom": "Le Magasin", "adresse": "17, rue du Rouet", "ville": "Paris"}}


def nodes(**front: object) -> list[Any]:
    return event_nodes(announced(event(**(DAY | front))), SITE, {})


def node(**front: object) -> Any:
    [only] = nodes(**front)
    return only


def test_an_event_has_what_google_requires() -> None:
    found = node(**PLACE)
    assert (found["@type"], found["name"]) == ("Event", "Atelier")
    assert found["startDate"] == "2027-03-14T09:30:00+01:00"
    assert found["endDate"] == "2027-03-14T17:00:00+01:00"
    [place] = found["location"]
    assert place["address"]["streetAddress"] == "17, rue du Rouet"
    assert place["address"]["addressCountry"] == "FR"
    assert found["@id"] == f"{SITE}/agenda/atelier/#event"


@pytest.mark.parametrize(
    ("front", "status"),
    [
        ({}, "EventScheduled"),
        ({"statut": "à confirmer"}, "EventScheduled"),
        ({"statut": "annulé"}, "EventCancelled"),
        ({"statut": "reporté"}, "EventPostponed"),
        ({"date_initiale": "2027-02-01"}, "EventRescheduled"),
        ({"mode": "en ligne", "mode_initial": "mixte"}, "EventMovedOnline"),
    ],
)
def test_each_state_is_an_event_status_and_keeps_a_start(
    front: dict[str, str], status: str
) -> None:
    found = node(**front)
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert found["startDate"] == "2027-03-14T09:30:00+01:00"
    assert ("previousStartDate" in found) == (status == "EventRescheduled")


def test_a_rescheduled_event_says_when_it_was() -> None:
    assert node(date_initiale="2027-02-01")["previousStartDate"] == "2027-02-01"


@pytest.mark.parametrize(
    ("mode", "attendance", "kinds"),
    [
        ("sur place", "Offline", ["Place"]),
        ("en ligne", "Online", ["VirtualLocation"]),
        ("mixte", "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_how_to_attend_and_where(mode: str, attendance: str, kinds: list[str]) -> None:
    found = node(mode=mode, **PLACE)
    assert found["eventAttendanceMode"] == f"https://schema.org/{attendance}EventAttendanceMode"
    assert [place["@type"] for place in found["location"]] == kinds


def test_an_event_without_a_public_link_is_reached_through_its_page() -> None:
    [place] = node(mode="en ligne")["location"]
    assert place["url"] == f"{SITE}/agenda/atelier/"


def test_the_link_of_what_is_cancelled_is_not_given() -> None:
    visio = {"mode": "en ligne", "visio": "https://visio.example/"}
    assert node(**visio)["location"][0]["url"] == "https://visio.example/"
    assert node(statut="annulé", **visio)["location"][0]["url"] == f"{SITE}/agenda/atelier/"


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert not {"location", "offers", "image", "superEvent", "subjectOf"} & set(node())


def test_the_place_on_the_map() -> None:
    place = {"ville": "Bruxelles", "pays": "Belgique", "latitude": "50.8", "longitude": "4.3"}
    [found] = node(lieu=place)["location"]
    assert found["name"] == "Bruxelles"
    assert found["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Bruxelles",
        "addressCountry": "BE",
    }
    assert found["geo"]["latitude"] == 50.8


def test_what_it_costs_and_how_many_may_come() -> None:
    registration = {"lien": "https://ici.example/", "tarif": "45", "places": "12"}
    found = node(inscription=registration)
    assert found["isAccessibleForFree"] is False
    assert found["maximumAttendeeCapacity"] == 12
    assert found["offers"]["price"] == "45"
    assert found["offers"]["priceCurrency"] == "EUR"
    assert "offers" not in node(inscription=registration, statut="annulé")
    assert "offers" not in node(inscription={"tarif": "0"})
    assert "isAccessibleForFree" not in node(inscription={"lien": "https://ici.example/"})
    assert node(inscription={"tarif": "0"})["isAccessibleForFree"] is True


def test_who_organises_and_who_speaks() -> None:
    found = node(organisateurs=["Association", "Mairie"], invites=["Jean Valjean"])
    assert found["organizer"] == [
        {"@id": f"{SITE}/#association"},
        {"@type": "Organization", "name": "Mairie"},
    ]
    assert [person["name"] for person in found["performer"]] == ["Nell Trent", "Jean Valjean"]
    assert "url" not in found["performer"][1]
    assert node(organisateurs=["Mairie"])["organizer"][0]["name"] == "Mairie"
    assert node()["organizer"] == [{"@id": f"{SITE}/#association"}]


def test_the_report_is_about_the_event() -> None:
    report = Link("Compte rendu", f"{SITE}/actualites/cr/")
    found: Any
    [found] = event_nodes(announced(event(**DAY), Revision(), report), SITE, {})
    assert found["subjectOf"][0]["url"] == report.url


def test_the_series_of_the_vocabulary_is_above_the_event() -> None:
    assert node(serie="Ateliers")["superEvent"] == {"@type": "EventSeries", "name": "Ateliers"}


def test_several_dates_are_a_series_of_events() -> None:
    dates = [{"debut": "2027-04-14", "fin": "2027-04-15", "statut": "annulé"}]
    series, first, second = nodes(dates=dates)
    assert (series["@type"], series["startDate"]) == ("EventSeries", "2027-03-14T09:30:00+01:00")
    assert series["endDate"] == "2027-04-15"
    assert first["superEvent"] == second["superEvent"] == {"@id": series["@id"]}
    assert second["eventStatus"] == "https://schema.org/EventCancelled"
    assert first["@id"] != second["@id"]
