"""The programme of an event by hour: what is refused, and where it is said."""

import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pydantic_core import PydanticCustomError

from association.content.schema import WrittenEvent
from association.content.validation import validated
from association.content.values import parse_hour
from association.events.agenda_csv import agenda_csv
from association.events.agenda_json import agenda_json
from association.events.feeds import agenda_items
from association.events.jsonld import event_nodes
from association.runner.build import Plan, build
from tests.agenda_builders import SITE, VOCABULARY, announced, event, ics
from tests.builders import EVENT, base, content_folder, front, lay_over
from tests.built_site import ROOT

DAY: dict[str, object] = {"debut": "2027-03-12 09:00", "fin": "2027-03-12 17:00"}
LINES = [
    {"heure": "09:30", "titre": "Accueil"},
    {"heure": "14:00", "titre": "Ateliers", "avec": "Nell Trent", "salle": "grande salle"},
]
NIGHT: dict[str, object] = {
    "debut": "2027-03-12 22:00",
    "fin": "2027-03-13 01:00",
    "programme": [
        {"heure": "22:30", "titre": "Lecture"},
        {"heure": "00:15", "jour": "2", "titre": "Musique"},
    ],
}
NARROW = "\u00a0"


def descriptions(**fields: object) -> list[str]:
    """What a calendar program shows below the title of each date."""
    found = Calendar.from_ical(ics(event(**fields))).walk("VEVENT")
    return [str(one["DESCRIPTION"]) for one in found]


@pytest.mark.parametrize(
    ("text", "instead"),
    [("9h30", "09:30"), ("9:30", "09:30"), ("midi", "12:00"), ("14 h", "14:00"), ("24:00", "")],
)
def test_an_hour_in_another_form_is_given_back_as_it_should_be(text: str, instead: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_hour(text)
    assert (refused.value.context or {})["instead"] == instead


def test_calendars_say_what_happens_hour_by_hour() -> None:
    [text] = descriptions(**DAY, programme=LINES)
    assert (
        f"\nProgramme{NARROW}:\n– 9 h 30, Accueil\n– 14 h, Ateliers (Nell Trent, grande salle)\n"
        in text
    )


def test_what_comes_after_midnight_bears_its_day() -> None:
    [text] = descriptions(**NIGHT)
    assert f"Programme, vendredi 12 mars 2027{NARROW}:\n– 22 h 30, Lecture\n" in text
    assert f"Programme, samedi 13 mars 2027{NARROW}:\n– 0 h 15, Musique\n" in text
    nodes = event_nodes(announced(event(**NIGHT)), SITE, {})
    starts = [one["startDate"] for one in nodes[0]["subEvent"]]  # type: ignore[attr-defined]
    assert starts == ["2027-03-12T22:30:00+01:00", "2027-03-13T00:15:00+01:00"]


def test_nobody_is_told_the_programme_of_what_is_cancelled() -> None:
    [text] = descriptions(**DAY, programme=LINES, statut="annulé")
    assert "Accueil" not in text
    [node] = event_nodes(announced(event(**DAY, programme=LINES, statut="annulé")), SITE, {})
    assert "subEvent" not in node


def test_a_date_may_have_a_programme_of_its_own() -> None:
    listed = {
        "debut": "2027-03-19 14:00",
        "fin": "2027-03-19 17:00",
        "programme": [{"heure": "14:30", "titre": "Bilan"}],
    }
    same = {"debut": "2027-03-26 09:00", "fin": "2027-03-26 17:00"}
    fields: dict[str, object] = {**DAY, "programme": LINES, "dates": [listed, same]}
    said = [("Accueil" in text, "Bilan" in text) for text in descriptions(**fields)]
    assert said == [(True, False), (False, True), (True, False)]
    public = announced(event(**fields))
    [told] = json.loads(agenda_json("Agenda", SITE, [public]))["events"]
    assert [line["time"] for line in told["programme"]] == ["09:30", "14:00"]
    own = [date["programme"] and date["programme"][0]["title"] for date in told["dates"]]
    assert own == [None, "Bilan", None]
    assert agenda_csv([public]).decode().count("Bilan") == 1
    [item] = agenda_items([public])
    assert "– 9 h 30, Accueil" in item.paragraphs


def test_a_moved_date_and_those_after_a_change_may_have_theirs() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "4",
        "deplacees": [
            {
                "date": "2027-03-19",
                "debut": "2027-03-20 10:00",
                "programme": [{"heure": "10:30", "titre": "Bilan"}],
            }
        ],
        "changements": [
            {
                "a_partir_du": "2027-03-26 13:00",
                "programme": [{"heure": "13:15", "titre": "Reprise"}],
            }
        ],
    }
    fields: dict[str, object] = {**DAY, "programme": LINES, "recurrence": rule}
    dates = announced(event(**fields)).dates
    own = [[one.title for one in date.own_programme] for date in dates]
    assert own == [[], ["Bilan"], ["Reprise"], ["Reprise"]]


def codes(text: str) -> list[str]:
    """The codes of what is wrong in a front matter."""
    fields = "titre: Atelier\nresume: Un atelier.\ncategorie: Formation\n" + text
    return [one.code for one in validated(WrittenEvent, front(fields), VOCABULARY)[1]]


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("dates:\n  - debut: 2027-03-19 09:00\n    fin: 2027-03-19 17:00", ""),
        ("dates:\n  - debut: 2027-03-19 09:00\n    fin: 2027-03-19 11:00", "programme-autre-heure"),
        ("dates:\n  - debut: 2027-03-19 08:00\n    fin: 2027-03-19 17:00", "programme-autre-heure"),
        ("dates:\n  - debut: 2027-03-19 08:00\n    statut: annulé", ""),
        ("dates:\n  - debut: 2027-03", "programme-autre-heure"),
    ],
)
def test_a_date_of_other_hours_needs_its_own_programme(dates: str, code: str) -> None:
    text = "debut: 2027-03-12 09:00\nfin: 2027-03-12 17:00\n"
    text += f"programme:\n  - heure: 14:00\n    titre: Ateliers\n{dates}\n"
    assert codes(text) == ([code] if code else [])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("  - heure: 17:00\n    titre: Fin", ""),
        ("  - heure: 17:01\n    titre: Fin", "programme-hors-heures"),
        ("  - heure: 08:59\n    titre: Accueil", "programme-hors-heures"),
        ("  - heure: 09:00\n    jour: 2\n    titre: Accueil", "programme-hors-heures"),
        ("  - heure: 09:00\n    jour: 0\n    titre: Accueil", "nombre"),
        (
            "  - heure: 10:00\n    titre: Un atelier\n  - heure: 10:00\n    titre: Un autre",
            "",
        ),
    ],
)
def test_a_programme_stays_within_its_hours(lines: str, code: str) -> None:
    text = f"debut: 2027-03-12 09:00\nfin: 2027-03-12 17:00\nprogramme:\n{lines}\n"
    assert codes(text) == ([code] if code else [])


def test_the_page_shows_the_programme_as_lists(tmp_path: Path) -> None:
    programme = "programme:\n  - heure: 10:00\n    titre: Accueil\n    salle: Cour\n"
    own = "dates:\n  - debut: 2027-09-12 15:00\n    programme:\n      - heure: 15:30\n"
    text = base(EVENT).replace("2027-02", "2027-06")
    text = text.replace("categorie:", f"{programme}{own}        titre: Bilan\ncategorie:")
    content = content_folder(tmp_path)
    lay_over(content, {EVENT: text})
    site = tmp_path / "site"
    outcome: Any = build(Plan(ROOT, str(site), str(content), asof="2027-03-01"))
    assert outcome.is_success, outcome
    page = (site / "agenda/journee-de-toulouse/index.html").read_text("utf-8")
    assert page.count('<ol class="seances">') == 2
    assert '<time class="seance-heure" datetime="10:00">10' in page
    assert 'class="seance-detail">Cour<' in page
    assert page.index("Bilan") > page.index('id="date-2027-09-12"')
