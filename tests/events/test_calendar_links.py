"""Links that add one date to a web calendar, read as these services read them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.events.calendar_links import calendar_links
from association.events.words import description
from tests.agenda_builders import announced, event

DAY = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 17:00"}


def links(**front: Any) -> list[str]:
    """Return the addresses for the last date."""
    public = announced(event(**front))
    return [link.url for link in calendar_links(public, public.dates[-1])]


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


MEASURE = st.text(st.sampled_from("aé €𝄞&%+/#?’\u00a0\n"), max_size=1200)
PLACE = {"nom": "La Halle", "adresse": "3, rue Haute", "code_postal": "35000", "ville": "Rennes"}
JOINS = {"mode": "en ligne", "visio": "https://visio.example/salle?cle=été"}


@pytest.mark.parametrize(
    ("front", "google", "outlook"),
    [
        pytest.param(
            {"debut": "2027-03-27 22:00", "fin": "2027-03-28 04:00"},
            "20270327T210000Z/20270328T020000Z",
            ("2027-03-27T21:00:00Z", "2027-03-28T02:00:00Z", None),
            id="the night when clocks go forward",
        ),
        pytest.param(
            {"debut": "2027-03-14 09:30", "fin": "2027-03-16 12:00", "fuseau": "America/Montreal"},
            "20270314T133000Z/20270316T160000Z",
            ("2027-03-14T13:30:00Z", "2027-03-16T16:00:00Z", None),
            id="three days with hours, elsewhere",
        ),
        pytest.param(
            {"debut": "2026-12-31", "fuseau": "Pacific/Noumea"},
            "20261231/20270101",
            ("2026-12-31", "2027-01-01", "true"),
            id="a whole day has no zone",
        ),
        pytest.param(
            {"debut": "2027-03-14 20:00", "fin": "2027-03-15 00:00"},
            "20270314T190000Z/20270314T230000Z",
            ("2027-03-14T19:00:00Z", "2027-03-14T23:00:00Z", None),
            id="until midnight",
        ),
        pytest.param(
            {**DAY, "date_initiale": "2027-02-01 09:30"},
            "20270314T083000Z/20270314T160000Z",
            ("2027-03-14T08:30:00Z", "2027-03-14T16:00:00Z", None),
            id="moved, at its new date only",
        ),
    ],
)
def test_both_services_are_given_the_same_time(
    front: dict[str, Any], google: str, outlook: tuple[str, str, str | None]
) -> None:
    of_google, of_outlook = asked(**front).values()
    assert of_google["dates"] == google
    assert tuple(of_outlook.get(name) for name in ("startdt", "enddt", "allday")) == outlook


def test_a_date_that_moved_says_which_it_was() -> None:
    google, outlook = asked(**{**DAY, "date_initiale": "2027-02-01 09:30"}).values()
    assert google["details"] == outlook["body"]
    assert "lundi 1er février 2027" in google["details"]


def test_a_long_description_is_cut_after_a_word_and_keeps_its_links() -> None:
    words = " ".join(f"côté{number}" for number in range(400))
    for url in links(**DAY, **JOINS, resume=words, titre="À l’écoute"):
        assert len(url) <= 2000
    google, outlook = asked(**DAY, **JOINS, resume=words, titre="À l’écoute").values()
    for found in (google["details"], outlook["body"]):
        cut, joins, page = found.split("\n")
        assert cut.endswith("…")
        assert words.startswith(cut[:-1] + " ")
        assert joins.endswith(JOINS["visio"])
        assert page.endswith("https://asso.example/agenda/atelier/")
    assert google["text"] == outlook["subject"] == "À l’écoute"


@given(title=MEASURE, summary=MEASURE, name=MEASURE)
def test_no_address_is_longer_than_programs_take(title: str, summary: str, name: str) -> None:
    front = {"titre": f"T {title}", "resume": f"R {summary}"}
    place = {**PLACE, "nom": f"L {name}"}
    for url in links(**DAY, **front, lieu=place):
        assert len(url) <= 2000
        assert "agenda%2Fatelier%2F" in url


def test_what_fits_is_not_shortened() -> None:
    public = announced(event(**DAY, lieu=PLACE, resume="Une journée. " * 20))
    google, _ = asked(**DAY, lieu=PLACE, resume="Une journée. " * 20).values()
    assert google["details"] == description(public, public.dates[-1])
