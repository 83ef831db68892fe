"""What is to come and what is past, on any day."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from association.content.entry import Entry
from association.content.schema import WrittenEvent
from association.content.times import utc
from association.core.zone import PARIS, today
from association.events.occurrences import (
    by_month,
    by_year,
    next_change,
    occurrences,
    past,
    upcoming,
)
from association.events.recurrence import Occurrence
from tests.agenda_builders import event


def paris(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


def found(*entries: Entry[WrittenEvent]) -> list[Occurrence]:
    return [item for entry in entries for item in occurrences(entry)]


def slugs(items: Iterable[Occurrence]) -> list[str]:
    return [item.slug for item in items]


MARCH = event("mars", debut="2027-03-14 09:30", fin="2027-03-14 17:00")
JUNE = event("juin", debut="2027-06-03", fin="2027-06-04")
MONTH = event("automne", debut="2027-10")
ALL = found(JUNE, MARCH, MONTH)


def test_an_event_under_way_is_still_to_come() -> None:
    assert slugs(upcoming(ALL, asof=paris(2027, 6, 4, 12))) == ["juin", "automne"]


def test_what_is_to_come_begins_with_the_soonest() -> None:
    assert slugs(upcoming(ALL, asof=paris(2027, 1, 1))) == ["mars", "juin", "automne"]


def test_what_is_past_begins_with_the_latest() -> None:
    assert slugs(past(ALL, asof=paris(2028, 1, 1))) == ["automne", "juin", "mars"]


@settings(deadline=None)
@given(st.datetimes(datetime(2027, 1, 1), datetime(2028, 1, 1)))
def test_on_any_day_everything_is_either_to_come_or_past(moment: datetime) -> None:
    asof = moment.replace(tzinfo=PARIS)
    parted = slugs(upcoming(ALL, asof=asof)) + slugs(past(ALL, asof=asof))
    assert sorted(parted) == sorted(slugs(ALL))


def test_two_events_at_one_hour_come_by_their_end_then_their_name() -> None:
    at = {"debut": "2027-03-14 09:30", "fin": "2027-03-14 12:00"}
    items = found(MARCH, event("b", **at), event("a", **at))
    assert slugs(upcoming(items, asof=paris(2027, 1, 1))) == ["a", "b", "mars"]


def test_months_and_years_are_those_in_which_things_begin() -> None:
    items = upcoming(ALL, asof=paris(2027, 1, 1))
    assert [month for month, _ in by_month(items)] == [
        date(2027, 3, 1),
        date(2027, 6, 1),
        date(2027, 10, 1),
    ]
    assert [(year, len(group)) for year, group in by_year(items)] == [(2027, 3)]


def test_registration_closes_at_its_deadline() -> None:
    [item] = found(event(debut="2027-03-14 09:30", inscription={"avant_le": "2027-03-12"}))
    assert item.registration_closes_at == paris(2027, 3, 13)


def test_registration_closes_at_the_latest_when_the_event_is_over() -> None:
    [item] = found(event(debut="2027-03-14", inscription={"avant_le": "2027-03-20"}))
    assert item.registration_closes_at == paris(2027, 3, 15)


def test_one_deadline_closes_the_whole_cycle() -> None:
    entry = event(
        debut="2027-03-14",
        dates=[{"debut": "2027-04-14"}],
        inscription={"avant_le": "2027-03-01"},
    )
    assert {item.registration_closes_at for item in found(entry)} == {paris(2027, 3, 2)}


@pytest.mark.parametrize(
    ("deadline", "closes"),
    [
        ("2027-03-11", ["2027-03-12T00:00", "2027-04-12T00:00"]),
        ("2027-03-11 12:00", ["2027-03-11T12:00", "2027-04-11T12:00"]),
    ],
)
def test_a_deadline_for_each_date_comes_as_long_before_each(
    deadline: str, closes: list[str]
) -> None:
    entry = event(
        debut="2027-03-14 09:30",
        dates=[{"debut": "2027-04-14 09:30"}],
        inscription={"avant_le": deadline, "pour": "chaque date"},
    )
    instants = [item.registration_closes_at.replace(tzinfo=None) for item in found(entry)]
    assert [instant.isoformat(timespec="minutes") for instant in instants] == closes


def test_the_next_change_is_the_first_end_or_deadline_to_come() -> None:
    entry = event(debut="2027-03-14 09:30", inscription={"avant_le": "2027-03-12"})
    items = found(entry)
    assert next_change(items, asof=paris(2027, 3, 1)) == paris(2027, 3, 13)
    assert next_change(items, asof=paris(2027, 3, 13)) == paris(2027, 3, 15)
    assert next_change(items, asof=paris(2027, 3, 15)) is None


@settings(deadline=None)
@given(st.datetimes(datetime(2026, 12, 1), datetime(2027, 12, 1)))
def test_nothing_changes_between_a_build_and_the_next_change(moment: datetime) -> None:
    asof = moment.replace(tzinfo=PARIS)
    due = next_change(ALL, asof=asof)
    if due is None:
        assert upcoming(ALL, asof=asof) == []
        return
    just_before = due - timedelta(seconds=1)
    if utc(just_before) >= utc(asof):
        assert upcoming(ALL, asof=just_before) == upcoming(ALL, asof=asof)
    assert upcoming(ALL, asof=due) != upcoming(ALL, asof=asof)


def test_today_is_the_day_in_paris() -> None:
    assert today(datetime.fromisoformat("2027-03-13T23:30:00+00:00")) == date(2027, 3, 14)


def test_a_moved_date_keeps_the_name_of_the_day_first_announced() -> None:
    [item] = found(event(debut="2027-04-15", date_initiale="2027-01-21"))
    assert item.key == "2027-01-21"
    assert item.announced.first_day == date(2027, 1, 21)


def test_a_second_session_on_one_day_is_named_with_its_hour() -> None:
    entry = event(
        debut="2027-03-14 09:30",
        fin="2027-03-14 12:00",
        dates=[
            {"debut": "2027-03-14 14:00", "fin": "2027-03-14 17:00"},
            {"debut": "2027-03-15 09:30", "fin": "2027-03-15 12:00"},
        ],
    )
    assert [item.key for item in found(entry)] == ["2027-03-14", "2027-03-14-1400", "2027-03-15"]


@pytest.mark.parametrize(("dates", "many"), [([], False), ([{"debut": "2027-04-14"}], True)])
def test_a_date_knows_whether_it_is_one_of_many(dates: list[dict[str, str]], many: bool) -> None:
    assert occurrences(event(debut="2027-03-14", dates=dates))[0].is_one_of_many is many
