"""Links that add one date to a web calendar, read as these services read them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from association.events.calendar_links import calendar_links
from tests.agenda_builders import announced, event

DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}


def asked(**front: Any) -> dict[str, dict[str, str]]:
    """Return what each service is asked for the last date, by the name of the service."""
    public = announced(event(**front))
    return {
        link.label: {name: values[0] for name, values in parse_qs(urlsplit(link.url).query).items()}
        for link in calendar_links(public, public.dates[-1])
    }


def test_an_hour_is_given_in_utc() -> None:
    google, outlook = asked(**DAY).values()
    assert google["dates"] == "20270314T083000Z/20270314T160000Z"
    assert (outlook["startdt"], outlook["enddt"]) == (
        "2027-03-14T08:30:00Z",
        "2027-03-14T16:00:00Z",
    )
    assert "allday" not in outlook


def test_an_hour_elsewhere_is_given_in_utc_too() -> None:
    google, _ = asked(**{**DAY, "fuseau": "Indian/Reunion"}).values()
    assert google["dates"] == "20270314T053000Z/20270314T130000Z"


def test_whole_days_end_on_the_day_after_the_last() -> None:
    google, outlook = asked(debut="2027-06-03", fin="2027-06-04").values()
    assert google["dates"] == "20270603/20270605"
    assert (outlook["startdt"], outlook["enddt"], outlook["allday"]) == (
        "2027-06-03",
        "2027-06-05",
        "true",
    )


def test_an_hour_without_an_end_lasts_no_time() -> None:
    google, _ = asked(debut="2027-03-14 09:30").values()
    assert google["dates"] == "20270314T083000Z/20270314T083000Z"


def test_titles_and_words_come_back_whole() -> None:
    title = "Se parler & s'écouter : « 100 % » + « C# » ?"
    google, outlook = asked(**DAY, titre=title).values()
    assert google["text"] == outlook["subject"] == title
    assert google["details"] == outlook["body"]
    assert "https://asso.example/agenda/atelier/" in google["details"]


@pytest.mark.parametrize("status", ["annulé", "reporté"])
def test_nobody_is_offered_to_add_what_does_not_take_place(status: str) -> None:
    assert asked(**DAY, statut=status) == {}


def test_a_month_is_no_date_to_add() -> None:
    assert asked(debut="2027-03") == {}


def test_each_date_of_a_list_has_its_own() -> None:
    dates = [{"debut": "2027-04-14 09:30", "fin": "2027-04-14 17:00"}]
    google, _ = asked(**DAY, dates=dates).values()
    assert google["dates"] == "20270414T073000Z/20270414T150000Z"
