"""What a calendar program reads of the agenda."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from association.content.entry import Entry
from association.content.revisions import Revision
from association.content.schema import WrittenEvent
from association.events.ics import calendar
from association.pages.common import Link
from tests.agenda_builders import FEED, SITE, announced, event, ics

PARIS = ZoneInfo("Europe/Paris")
DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}


def read(*entries: Entry[WrittenEvent], revision: Revision | None = None) -> list[Any]:
    return icalendar.Calendar.from_ical(ics(*entries, revision=revision)).walk("VEVENT")


def test_another_program_reads_back_what_the_editor_wrote() -> None:
    title = "Journée de rencontre ; à Paris, « été » : C:\\Nuit" * 4
    [found] = read(event(**DAY, titre=title, resume="Une ligne, puis\u2028une autre."))
    assert found["SUMMARY"] == title
    assert found["DTSTART"].dt == datetime(2027, 3, 14, 9, 30, tzinfo=PARIS)
    assert found["DTEND"].dt == datetime(2027, 3, 14, 17, tzinfo=PARIS)
    assert "Une ligne, puis une autre." in found["DESCRIPTION"]


def test_the_calendar_says_what_it_is_and_how_often_to_read_it_again() -> None:
    whole = icalendar.Calendar.from_ical(ics(event(**DAY)))
    assert whole["VERSION"] == "2.0"
    assert whole["CALSCALE"] == "GREGORIAN"
    assert whole["NAME"] == whole["X-WR-CALNAME"] == "Agenda"
    assert whole["DESCRIPTION"] == "Nos rendez-vous"
    assert whole["URL"] == f"{SITE}/agenda/"
    assert whole["SOURCE"] == f"{SITE}/agenda.ics"
    assert whole["COLOR"] == "teal"
    text = ics(event(**DAY))
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in text
    assert b"X-PUBLISHED-TTL:P1D\r\n" in text


def test_there_is_no_method_and_no_alarm() -> None:
    text = ics(event(**DAY))
    assert b"METHOD" not in text
    assert b"VALARM" not in text


def reminders(**front: Any) -> list[Any]:
    """Return the alarms of an event in the calendar that reminds."""
    public = announced(event(**front))
    text = calendar(replace(FEED, with_reminders=True), [public])
    return icalendar.Calendar.from_ical(text).walk("VALARM")


def test_the_calendar_that_reminds_does_so_the_day_before() -> None:
    [alarm] = reminders(**DAY)
    assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", "Atelier")
    assert alarm["TRIGGER"].dt == -timedelta(days=1)
    [morning] = reminders(debut="2027-03-14")
    assert morning["TRIGGER"].dt == -timedelta(hours=15)


@pytest.mark.parametrize("status", ["annulé", "reporté"])
def test_nobody_is_reminded_of_what_does_not_take_place(status: str) -> None:
    assert reminders(**DAY, statut=status) == []


def test_but_for_its_reminders_a_calendar_is_the_same() -> None:
    public = announced(event(**DAY))
    text = calendar(replace(FEED, with_reminders=True), [public])
    head, _, rest = text.partition(b"BEGIN:VALARM\r\n")
    assert head + rest.partition(b"END:VALARM\r\n")[2] == calendar(FEED, [public])


def test_lines_hold_75_octets_and_cut_no_sign() -> None:
    text = ics(event(**DAY, titre="é€𝄞" * 30, resume="à" * 290))
    lines = text.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_signs_that_cannot_be_seen_stay_out() -> None:
    [found] = read(event(**DAY, titre="Rencontre\x07 à\u202e Paris\ufeff"))
    assert found["SUMMARY"] == "Rencontre à Paris"


@pytest.mark.parametrize(
    ("front", "status", "prefix", "said"),
    [
        ({}, "CONFIRMED", "", ""),
        ({"statut": "à confirmer"}, "TENTATIVE", "À CONFIRMER – ", "À confirmer."),
        ({"statut": "annulé", "motif": "Grève."}, "CANCELLED", "ANNULÉ – ", "Annulé. Grève."),
        ({"statut": "reporté"}, "CANCELLED", "REPORTÉ – ", "Reporté, nouvelle date à venir."),
        (
            {"date_initiale": "2027-02-01 09:30"},
            "CONFIRMED",
            "",
            "Nouvelle date (d’abord annoncé\u00a0: lundi 1er février 2027, à 9 h 30).",
        ),
        ({"mode": "en ligne", "mode_initial": "sur place"}, "CONFIRMED", "", "Passe en ligne."),
    ],
)
def test_each_state_shows_in_the_status_and_in_words(
    front: dict[str, str], status: str, prefix: str, said: str
) -> None:
    [found] = read(event(**DAY, **front))
    assert found["STATUS"] == status
    assert found["SUMMARY"] == f"{prefix}Atelier"
    first = found["DESCRIPTION"].split("\n")[0]
    assert first == (said or "Un atelier.")


@pytest.mark.parametrize(("status", "busy"), [("prévu", "OPAQUE"), ("annulé", "TRANSPARENT")])
def test_only_what_takes_place_keeps_people_busy(status: str, busy: str) -> None:
    assert read(event(**DAY, statut=status))[0]["TRANSP"] == busy


def test_days_end_the_morning_after() -> None:
    [found] = read(event(debut="2027-06-03", fin="2027-06-04"))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 6, 3), date(2027, 6, 5))


def test_one_day_is_one_day() -> None:
    [found] = read(event(debut="2027-06-03"))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 6, 3), date(2027, 6, 4))


def test_an_hour_without_an_end_has_no_end() -> None:
    [found] = read(event(debut="2027-06-03 19:00"))
    assert "DTEND" not in found


def test_an_event_known_by_its_month_is_left_out() -> None:
    assert read(event(debut="2027-06"), event(debut="2027-07", date_initiale="2027-06")) == []


def test_what_was_moved_to_a_month_tells_calendars_not_to_come() -> None:
    [found] = read(event(debut="2027-06", date_initiale="2027-03-14 09:30"))
    assert found["STATUS"] == "CANCELLED"
    assert found["DTSTART"].dt == datetime(2027, 3, 14, 9, 30, tzinfo=PARIS)
    assert "juin 2027" in found["DESCRIPTION"]


def test_no_time_floats() -> None:
    text = ics(event(**DAY), event("bruxelles", **DAY, fuseau="Europe/Brussels"))
    starts = [line for line in text.split(b"\r\n") if line.startswith((b"DTSTART", b"DTEND"))]
    in_zones = [line for line in starts if b"TZID=" in line]
    assert len(in_zones) == 4
    assert {line for line in starts if line not in in_zones} <= {
        b"DTSTART:19810329T020000",
        b"DTSTART:19961027T030000",
    }


def test_the_place_of_an_event_with_its_coordinates() -> None:
    place = {
        "nom": "Le Magasin",
        "adresse": "17, rue du Rouet",
        "code_postal": "1000",
        "ville": "Bruxelles",
        "pays": "Belgique",
        "latitude": "50.847",
        "longitude": "4.352",
    }
    [found] = read(event(**DAY, lieu=place))
    assert found["LOCATION"] == "Le Magasin, 17, rue du Rouet, 1000 Bruxelles, Belgique"
    assert (found["GEO"].latitude, found["GEO"].longitude) == (50.847, 4.352)
    apple = found["X-APPLE-STRUCTURED-LOCATION"]
    assert apple == "geo:50.847000,4.352000"
    assert apple.params["X-TITLE"] == "Le Magasin"
    assert apple.params["X-ADDRESS"] == "17, rue du Rouet, 1000 Bruxelles, Belgique"


def test_a_place_near_the_meridian_has_a_longitude_without_exponent() -> None:
    place = {"ville": "Londres", "latitude": "51.5", "longitude": "-0.00004"}
    assert b"\r\nGEO:51.500000;-0.000040\r\n" in ics(event(**DAY, lieu=place))


def test_an_hour_in_utc_needs_no_definition_of_a_zone() -> None:
    text = ics(event(**DAY, fuseau="Etc/UTC"))
    assert b"DTSTART:20270314T093000Z" in text
    assert b"VTIMEZONE" not in text


def test_an_event_that_moved_online_has_no_place_on_the_map() -> None:
    place = {"ville": "Paris", "latitude": "48.8", "longitude": "2.3"}
    [found] = read(event(**DAY, lieu=place, mode="en ligne", mode_initial="sur place"))
    assert found["LOCATION"] == "En ligne"
    assert "GEO" not in found
    assert "X-APPLE-STRUCTURED-LOCATION" not in found


def test_a_place_and_a_screen() -> None:
    [found] = read(event(**DAY, lieu={"ville": "Paris", "pays": "France"}, mode="mixte"))
    assert found["LOCATION"] == "Paris (et en ligne)"
    assert read(event(**DAY, mode="mixte"))[0]["LOCATION"] == "En ligne"


LINK = {"mode": "en ligne", "visio": "https://visio.example/salle?a=1,2;b"}


def test_the_public_link_is_where_to_connect() -> None:
    [found] = read(event(**DAY, **LINK))
    assert found["CONFERENCE"] == found["LOCATION"] == LINK["visio"]
    assert found["CONFERENCE"].params["VALUE"] == "URI"
    assert f"Rejoindre la visioconférence\u00a0: {LINK['visio']}\n" in found["DESCRIPTION"]


def test_a_place_stays_where_one_meets_beside_the_link() -> None:
    [found] = read(event(**DAY, **(LINK | {"mode": "mixte"}), lieu={"ville": "Paris"}))
    assert found["LOCATION"] == "Paris (et en ligne)"
    assert LINK["visio"] in found["DESCRIPTION"]


@pytest.mark.parametrize("front", [{"statut": "annulé"}, {"statut": "reporté"}])
def test_nobody_is_led_to_a_meeting_that_does_not_take_place(front: dict[str, str]) -> None:
    text = ics(event(**DAY, **(LINK | front)))
    assert b"visio.example" not in text
    assert b"LOCATION:En ligne" in text


def test_nobody_connects_to_what_is_not_online() -> None:
    assert b"visio.example" not in ics(event(**DAY, **(LINK | {"mode": "sur place"})))


def test_the_report_is_a_link() -> None:
    report = Link('Compte rendu « à "chaud" »', f"{SITE}/actualites/compte-rendu/")
    event_ = announced(event(**DAY), None, report)
    found: Any
    [found] = icalendar.Calendar.from_ical(calendar(FEED, [event_])).walk("VEVENT")
    assert found["LINK"] == report.url
    assert found["LINK"].params["LINKREL"] == "related"
    assert found["LINK"].params["LABEL"].startswith("Compte rendu")
    assert report.url in found["DESCRIPTION"]


def test_the_secretariat_answers_for_the_event() -> None:
    [found] = read(event(**DAY))
    assert found["ORGANIZER"] == "mailto:secretariat@asso.example"
    assert found["ORGANIZER"].params["CN"] == "Association"


def test_words_of_the_vocabulary_are_its_categories() -> None:
    [found] = read(event(**DAY, serie="Ateliers"))
    assert found["CATEGORIES"].cats == ["Formation", "Ateliers"]


def registered(**front: object) -> str:
    [found] = read(event(**DAY, **front))
    return str(found["DESCRIPTION"])


def test_registration_says_until_when_where_and_how_much() -> None:
    text = registered(
        inscription={
            "lien": "https://inscription.example",
            "avant_le": "2027-03-12",
            "tarif": "45,50",
            "conditions": "Repas compris",
        }
    )
    assert "jusqu’au vendredi 12 mars 2027 inclus\u00a0: https://inscription.example" in text
    assert "Tarif\u00a0: 45,50\u00a0€" in text
    assert "Repas compris." in text


def test_a_deadline_at_an_hour_is_that_hour() -> None:
    text = registered(inscription={"avant_le": "2027-03-12 12:00", "tarif": "0"})
    assert "jusqu’au vendredi 12 mars 2027 à 12 h\n" in text
    assert "gratuit" in text


def test_registration_without_a_deadline_is_where_to_register() -> None:
    text = registered(inscription={"lien": "https://inscription.example"})
    assert "\nInscription\u00a0: https://inscription.example\n" in text
    assert "Tarif" not in text


def test_one_deadline_speaks_for_every_date_of_a_cycle() -> None:
    text = ics(
        event(
            **DAY,
            dates=[{"debut": "2027-04-14 09:30"}],
            inscription={"avant_le": "2027-03-01", "tarif": "12"},
        )
    )
    assert text.decode().count("jusqu’au lundi 1er mars 2027 inclus") == 2


def test_a_rule_says_how_long_before_each_date_registration_closes() -> None:
    text = ics(
        event(
            **DAY,
            recurrence={"frequence": "hebdomadaire", "nombre": "4"},
            inscription={"avant_le": "2027-03-11", "pour": "chaque date"},
        )
    )
    said = text.decode().replace("\r\n ", "")
    assert "Inscription jusqu’à 3\u00a0jours avant chaque date" in said


def test_a_feed_without_colour_or_secretariat_leaves_them_out() -> None:
    anonymous = replace(announced(event(**DAY)), contact=None)
    text = calendar(replace(FEED, colour=""), [anonymous])
    assert b"COLOR" not in text
    assert b"ORGANIZER" not in text


def test_nobody_registers_for_what_is_cancelled() -> None:
    text = registered(statut="annulé", inscription={"lien": "https://inscription.example"})
    assert "nscription" not in text


def test_each_date_of_a_list_is_an_event_of_its_own() -> None:
    dates = [{"debut": "2027-04-14 09:30"}, {"debut": "2027-05-14 09:30", "statut": "annulé"}]
    found = read(event("cycle", **DAY, dates=dates))
    assert [(one["UID"], one["STATUS"]) for one in found] == [
        ("cycle@asso.example", "CONFIRMED"),
        ("cycle.2027-04-14@asso.example", "CONFIRMED"),
        ("cycle.2027-05-14@asso.example", "CANCELLED"),
    ]


def test_a_moved_date_of_a_list_keeps_its_identifier() -> None:
    dates = [{"debut": "2027-04-20 09:30", "date_initiale": "2027-04-14 09:30"}]
    assert read(event("cycle", **DAY, dates=dates))[1]["UID"] == "cycle.2027-04-14@asso.example"


def test_removing_a_date_of_a_list_leaves_the_identifiers_of_the_others() -> None:
    dates = [{"debut": f"2027-0{month}-14 09:30"} for month in (4, 5, 6)]
    before = {str(one["UID"]) for one in read(event("cycle", **DAY, dates=dates))}
    after = {str(one["UID"]) for one in read(event("cycle", **DAY, dates=dates[1:]))}
    assert after == before - {"cycle.2027-04-14@asso.example"}


def test_a_renamed_file_keeps_the_identifier_of_its_event() -> None:
    [found] = read(event("nouveau-nom", **DAY, uid="ancien-nom"))
    assert found["UID"] == "ancien-nom@asso.example"


def test_the_revision_comes_from_the_history() -> None:
    first, last = datetime(2026, 1, 5, 8, tzinfo=UTC), datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
    [found] = read(event(**DAY), revision=Revision(3, first, last))
    assert found["SEQUENCE"] == 3
    assert found["CREATED"].dt == first
    assert found["LAST-MODIFIED"].dt == found["DTSTAMP"].dt == last


def test_a_rule_counts_one_revision_more_since_its_exceptions_are_written_otherwise() -> None:
    first, last = datetime(2026, 1, 5, 8, tzinfo=UTC), datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
    rule = {"frequence": "hebdomadaire", "nombre": "2", "annulees": [{"date": "2027-03-21"}]}
    found = read(event(**DAY, recurrence=rule), revision=Revision(3, first, last))
    assert {one["SEQUENCE"] for one in found} == {4}
    assert {one["LAST-MODIFIED"].dt for one in found} == {last + timedelta(seconds=1)}


def test_the_calendar_was_last_modified_with_its_latest_event() -> None:
    first, last = datetime(2026, 1, 5, 8, tzinfo=UTC), datetime(2026, 2, 1, 9, 30, tzinfo=UTC)
    events = [
        announced(event("a", **DAY), Revision(0, first, last)),
        announced(event("b", **DAY), Revision(0, first, first)),
    ]
    whole: Any
    whole = icalendar.Calendar.from_ical(calendar(FEED, events))
    assert whole["LAST-MODIFIED"].dt == last


def test_without_a_history_the_stamp_still_grows_with_the_revision() -> None:
    [old] = read(event(**DAY), revision=Revision(1))
    [new] = read(event(**DAY), revision=Revision(2))
    assert new["DTSTAMP"].dt > old["DTSTAMP"].dt
    assert "CREATED" not in new
    assert "LAST-MODIFIED" not in new


_BUILD = """
import hashlib
from tests.agenda_builders import event, ics
rule = {"frequence": "hebdomadaire", "nombre": "9", "sauf": ["2027-03-21"]}
found = [event(f"e{n}", debut=f"2027-03-{n:02} 09:30", fuseau=zone) for n, zone in
         enumerate(["Europe/London", "Europe/Paris", "America/Montreal"], 1)]
print(hashlib.sha256(ics(*found, event("r", debut="2027-03-14", recurrence=rule))).hexdigest())
"""


def test_the_same_events_give_the_same_bytes_on_any_machine() -> None:
    def build(seed: str, zone: str) -> str:
        paths = os.pathsep.join(path for path in sys.path if path)
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", _BUILD],
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert build("1", "UTC") == build("2", "Pacific/Auckland")


def test_a_calendar_without_events_still_has_a_component() -> None:
    written = calendar(FEED, [])
    read = icalendar.Calendar.from_ical(written)
    assert [component.name for component in read.subcomponents] == ["VTIMEZONE"]
