"""Recurring events as rules with exceptions, expanded by programs that are not ours."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from association.content.entry import Entry
from association.content.event import weekday_of_month
from association.content.moments import Month
from association.content.schema import WrittenEvent
from association.core.french_calendar import WEEKDAYS
from association.events.occurrences import occurrences
from association.events.recurrence import Occurrence
from tests.agenda_builders import event, ics
from tests.people_builders import shipped

ZONES = (
    *("Europe/Paris", "Europe/London", "Europe/Brussels", "Europe/Zurich"),
    *("Indian/Reunion", "America/Montreal", "America/Guadeloupe"),
)
CONTENT = shipped()
EVENING = {"debut": "2027-01-12 19:00", "fin": "2027-01-12 20:30"}


def parsed(entry: Entry[WrittenEvent]) -> Any:
    return icalendar.Calendar.from_ical(ics(entry))


def lines(entry: Entry[WrittenEvent], start: str) -> list[str]:
    text = ics(entry).decode().replace("\r\n ", "")
    return [line for line in text.split("\r\n") if line.startswith(start)]


def instant(when: date) -> datetime:
    """Return an instant to compare: of a day, its midnight as if in UTC."""
    if isinstance(when, datetime):
        return when.astimezone(UTC)
    return datetime(when.year, when.month, when.day, tzinfo=UTC)


def expanded(entry: Entry[WrittenEvent]) -> list[tuple[datetime, datetime, str]]:
    """Return start, end and status of each date as recurring-ical-events finds them."""
    found = recurring_ical_events.of(parsed(entry)).between(date(1980, 1, 1), date(2080, 1, 1))
    return sorted((instant(one.start), instant(one.end), str(one["STATUS"])) for one in found)


def ours(entry: Entry[WrittenEvent]) -> list[tuple[datetime, datetime, str]]:
    return sorted((_start(item), _end(item), item.state.ical_status) for item in occurrences(entry))


def _start(item: Occurrence) -> datetime:
    return instant(item.slot.starts_at if item.slot.is_timed else item.slot.first_day)


def _end(item: Occurrence) -> datetime:
    if not item.slot.is_timed:
        return instant(item.slot.last_day + timedelta(days=1))
    return instant(item.slot.over_at) if item.slot.end else _start(item)


def test_a_rule_of_hours_is_bounded_by_the_end_of_its_last_day_in_utc() -> None:
    rule = {"frequence": "mensuelle", "jour": "2e mardi", "jusqu_au": "2027-06-30"}
    [written] = lines(event(**EVENING, recurrence=rule), "RRULE:FREQ=MONTHLY")
    assert written == "RRULE:FREQ=MONTHLY;UNTIL=20270608T215959Z;BYDAY=2TU"


def test_a_rule_of_days_is_bounded_by_a_day() -> None:
    rule = {"frequence": "hebdomadaire", "intervalle": "2", "jusqu_au": "2027-02-12"}
    [written] = lines(event(debut="2027-01-12", recurrence=rule), "RRULE")
    assert written == "RRULE:FREQ=WEEKLY;UNTIL=20270209;INTERVAL=2"


def test_a_rule_of_so_many_dates_is_bounded_by_the_last_of_them() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "3"}
    [written] = lines(event(debut="2027-01-12", recurrence=rule), "RRULE")
    assert written == "RRULE:FREQ=WEEKLY;UNTIL=20270126"


def test_skipped_days_are_left_out_one_a_line() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "5", "sauf": ["2027-01-19", "2027-02-02"]}
    assert lines(event(**EVENING, recurrence=rule), "EXDATE") == [
        "EXDATE;TZID=Europe/Paris:20270119T190000",
        "EXDATE;TZID=Europe/Paris:20270202T190000",
    ]
    assert lines(event(debut="2027-01-12", recurrence=rule), "EXDATE") == [
        "EXDATE;VALUE=DATE:20270119",
        "EXDATE;VALUE=DATE:20270202",
    ]


def test_redirect_pages_and_cancelled_dates_leave_the_rule_for_events_of_their_own() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "4",
        "annulees": [{"date": "2027-01-19", "motif": "Neige."}],
        "deplacees": [{"date": "2027-01-26", "debut": "2027-01-28 18:00"}],
    }
    entry = event(**EVENING, recurrence=rule)
    assert lines(entry, "EXDATE") == [
        "EXDATE;TZID=Europe/Paris:20270119T190000",
        "EXDATE;TZID=Europe/Paris:20270126T190000",
    ]
    assert lines(entry, "RECURRENCE-ID") == []
    rest = parsed(entry).walk("VEVENT")[1:]
    assert [(one["UID"], one["STATUS"]) for one in rest] == [
        ("atelier.2027-01-19@asso.example", "CANCELLED"),
        ("atelier.2027-01-26@asso.example", "CONFIRMED"),
    ]
    assert rest[0]["SUMMARY"].startswith("ANNULÉ – ")
    assert "Neige." in rest[0]["DESCRIPTION"]
    assert rest[1]["DTEND"].dt.isoformat() == "2027-01-28T19:30:00+01:00"


def test_a_rule_begins_and_ends_with_dates_that_take_place_as_announced() -> None:
    """Some programs show DTSTART whatever EXDATE says."""
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "5",
        "sauf": ["2027-01-12"],
        "annulees": [{"date": "2027-01-19"}, {"date": "2027-02-09"}],
    }
    entry = event(**EVENING, recurrence=rule)
    assert lines(entry, "EXDATE") == []
    master = parsed(entry).walk("VEVENT")[0]
    assert master["DTSTART"].dt.isoformat() == "2027-01-26T19:00:00+01:00"
    assert lines(entry, "RRULE:FREQ=WEEKLY") == ["RRULE:FREQ=WEEKLY;UNTIL=20270202T225959Z"]


def test_a_rule_whose_dates_are_all_exceptions_is_a_list_of_them() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "1", "annulees": [{"date": "2027-01-12"}]}
    [only] = parsed(event(**EVENING, recurrence=rule)).walk("VEVENT")
    assert only["UID"] == "atelier.2027-01-12@asso.example"
    assert "RRULE" not in only


def test_an_hour_that_clocks_leave_out_is_the_one_they_show_then() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "6"}
    nights = event(debut="2027-03-07 02:30", fin="2027-03-07 03:30", recurrence=rule)
    assert expanded(nights) == ours(nights)
    [odd] = parsed(nights).walk("VEVENT")[1:]
    assert odd["DTSTART"].dt.isoformat() == "2027-03-28T03:30:00+02:00"


def test_the_cancelled_whole_cancels_rule_and_exceptions() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "3",
        "deplacees": [{"date": "2027-01-26", "debut": "2027-01-28 18:00"}],
    }
    found = parsed(event(**EVENING, statut="annulé", recurrence=rule)).walk("VEVENT")
    assert {str(one["STATUS"]) for one in found} == {"CANCELLED"}


def test_most_dates_give_the_rule_its_length_whatever_the_first_one_lasts() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "5"}
    nights = event(debut="2027-03-27 22:00", fin="2027-03-28 06:00", recurrence=rule)
    assert len(parsed(nights).walk("VEVENT")) == 2
    assert expanded(nights) == ours(nights)


def test_a_night_across_the_change_of_clocks_ends_at_its_hour() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "3"}
    nights = event(debut="2027-03-20 22:00", fin="2027-03-21 06:00", recurrence=rule)
    assert expanded(nights) == ours(nights)
    [short] = parsed(nights).walk("VEVENT")[1:]
    assert short["DTEND"].dt.isoformat() == "2027-03-28T06:00:00+02:00"


def test_a_date_moved_to_a_month_is_postponed_at_its_old_hour() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "2",
        "deplacees": [{"date": "2027-01-19", "debut": "2027-05"}],
    }
    [moved] = parsed(event(**EVENING, recurrence=rule)).walk("VEVENT")[1:]
    assert moved["SUMMARY"].startswith("REPORTÉ – ")
    assert moved["DTSTART"].dt.isoformat() == "2027-01-19T19:00:00+01:00"
    assert "mai 2027" in moved["DESCRIPTION"]


def test_a_rule_whose_dates_were_all_skipped_is_left_out() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "1", "sauf": ["2027-01-12"]}
    assert parsed(event(**EVENING, recurrence=rule)).walk("VEVENT") == []


@pytest.mark.parametrize(
    "entry", CONTENT.events.values(), ids=[str(slug) for slug in CONTENT.events]
)
def test_another_program_finds_the_dates_of_each_event_of_the_site(
    entry: Entry[WrittenEvent],
) -> None:
    is_month = isinstance(entry.written.start, Month)
    assert expanded(entry) == ([] if is_month else ours(entry))


@st.composite
def recurring_events(draw: DrawFn) -> Entry[WrittenEvent]:
    """Draw a recurring event, of hours or of days, with exceptions, in any of our zones."""
    start = draw(st.datetimes(datetime(2016, 1, 1), datetime(2032, 1, 1)))
    start = start.replace(second=0, microsecond=0)
    timed = draw(st.booleans())
    form = "%Y-%m-%d %H:%M" if timed else "%Y-%m-%d"
    length = timedelta(minutes=draw(st.integers(1, 600))) if timed else timedelta(1)
    end = start + length
    count = draw(st.integers(1, 30))
    step = timedelta(weeks=draw(st.integers(1, 3)))
    days = [start + step * number for number in range(count)]
    chosen = draw(st.lists(st.sampled_from(days), unique=True, max_size=6))
    kinds = draw(st.lists(st.sampled_from("sam"), min_size=6, max_size=6))
    by_kind = {
        kind: [d for d, k in zip(chosen, kinds, strict=False) if k == kind] for kind in "sam"
    }
    rule = {
        "frequence": "hebdomadaire",
        "intervalle": str(step.days // 7),
        "nombre": str(count),
        "sauf": [f"{day:%Y-%m-%d}" for day in by_kind["s"]],
        "annulees": [{"date": f"{day:%Y-%m-%d}"} for day in by_kind["a"]],
        "deplacees": [
            {"date": f"{day:%Y-%m-%d}", "debut": (day + timedelta(days=2)).strftime(form)}
            for day in by_kind["m"]
        ],
    }
    if draw(st.booleans()):
        rule["jusqu_au"] = f"{days[-1]:%Y-%m-%d}"
        del rule["nombre"]
    return event(
        debut=start.strftime(form),
        fin=end.strftime(form),
        fuseau=draw(st.sampled_from(ZONES)),
        recurrence=rule,
    )


@settings(max_examples=60, deadline=None)
@given(recurring_events())
def test_another_program_finds_the_dates_that_we_find(entry: Entry[WrittenEvent]) -> None:
    assert expanded(entry) == ours(entry)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2016, 2032),
    st.integers(1, 12),
    st.sampled_from([(1, "1er"), (2, "2e"), (3, "3e"), (4, "4e"), (-1, "dernier")]),
    st.integers(0, 6),
    st.integers(1, 24),
    st.integers(4, 22),
    st.sampled_from(ZONES),
)
def test_another_program_finds_the_same_weekdays_of_months(
    year: int, month: int, rank: tuple[int, str], weekday: int, count: int, hour: int, zone: str
) -> None:
    number, word = rank
    first = weekday_of_month(year, month, number, weekday)
    rule = {"frequence": "mensuelle", "jour": f"{word} {WEEKDAYS[weekday]}", "nombre": str(count)}
    entry = event(
        debut=f"{first} {hour:02}:00", fin=f"{first} {hour:02}:45", fuseau=zone, recurrence=rule
    )
    found = expanded(entry)
    assert found == ours(entry)
    assert len(found) == count
