"""Months and years as grids of days."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from association.content.moments import Month, last_day
from association.events.grid import Week, by_month_touched, month_grid, weeks_of, year_grid
from association.events.occurrences import in_order, occurrences
from association.events.recurrence import Occurrence
from tests.agenda_builders import event

MONTHS = st.builds(Month, st.integers(1995, 2090), st.integers(1, 12))


def dates(*written: tuple[str, str | None]) -> list[Occurrence]:
    """Return dates from their starts and ends, in order."""
    events = [
        event(f"e{n}", debut=start, **({"fin": end} if end else {}))
        for n, (start, end) in enumerate(written)
    ]
    return in_order(item for one in events for item in occurrences(one))


def single(weeks: tuple[Week, ...]) -> dict[str, list[str]]:
    """Return the dates of a single day by day."""
    return {
        day.day.isoformat(): [item.slug for item in day.occurrences]
        for week in weeks
        for day in week.days
        if day and day.occurrences
    }


def spans(weeks: tuple[Week, ...]) -> list[tuple[int, int, str, int, int]]:
    """Return each stretch: its week, lane, event, column and length."""
    return [
        (number, lane, one.occurrence.slug, one.column, one.days)
        for number, week in enumerate(weeks)
        for lane, stretches in enumerate(week.lanes)
        for one in stretches
    ]


def test_a_week_begins_on_monday() -> None:
    first, *_, last = weeks_of(Month(2027, 6))
    assert first == (None, *(date(2027, 6, day) for day in range(1, 7)))
    assert last == (*(date(2027, 6, day) for day in (28, 29, 30)), None, None, None, None)


def test_a_february_of_four_weeks_has_no_empty_cell() -> None:
    assert weeks_of(Month(2027, 2)) == [
        tuple(date(2027, 2, 7 * week + n) for n in range(1, 8)) for week in range(4)
    ]


@given(MONTHS)
def test_every_day_of_a_month_stands_once_under_its_weekday(month: Month) -> None:
    weeks = weeks_of(month)
    placed = [(n, day) for week in weeks for n, day in enumerate(week) if day]
    assert [day.day for _, day in placed] == list(range(1, last_day(month).day + 1))
    assert all(column == day.weekday() for column, day in placed)
    assert all(len(week) == 7 and any(week) for week in weeks)


def test_a_date_of_one_day_stands_on_its_day() -> None:
    found = dates(("2027-06-08 19:00", "2027-06-08 20:30"), ("2027-06-08", None))
    assert single(month_grid(Month(2027, 6), found)) == {"2027-06-08": ["e1", "e0"]}


def test_a_date_of_several_days_spans_them_in_each_week() -> None:
    found = dates(("2027-06-05", "2027-06-15"))
    weeks = month_grid(Month(2027, 6), found)
    assert single(weeks) == {}
    assert spans(weeks) == [(0, 0, "e0", 5, 2), (1, 0, "e0", 0, 7), (2, 0, "e0", 0, 2)]
    edges = [(s.began_before, s.goes_on) for week in weeks for lane in week.lanes for s in lane]
    assert edges == [(False, True), (True, True), (True, False)]


def test_a_date_over_the_end_of_a_month_stands_in_both() -> None:
    found = dates(("2027-05-31", "2027-06-02"))
    assert spans(month_grid(Month(2027, 5), found)) == [(5, 0, "e0", 0, 1)]
    assert spans(month_grid(Month(2027, 6), found)) == [(0, 0, "e0", 1, 2)]
    assert list(by_month_touched(found)) == [Month(2027, 5), Month(2027, 6)]


def test_dates_that_overlap_stand_in_lanes_of_their_own() -> None:
    found = dates(
        ("2027-06-07", "2027-06-09"), ("2027-06-08", "2027-06-10"), ("2027-06-10", "2027-06-11")
    )
    assert spans(month_grid(Month(2027, 6), found)) == [
        (1, 0, "e0", 0, 3),
        (1, 0, "e2", 3, 2),
        (1, 1, "e1", 1, 3),
    ]


def test_an_evening_that_ends_at_midnight_stays_on_its_day() -> None:
    found = dates(("2027-06-08 19:00", "2027-06-09 00:00"))
    assert single(month_grid(Month(2027, 6), found)) == {"2027-06-08": ["e0"]}


def test_an_evening_that_ends_after_midnight_spans_two_days() -> None:
    found = dates(("2027-06-08 19:00", "2027-06-09 00:30"))
    assert spans(month_grid(Month(2027, 6), found)) == [(1, 0, "e0", 1, 2)]


def test_a_date_known_by_its_month_has_a_month_and_no_day() -> None:
    found = dates(("2027-09", None))
    assert list(by_month_touched(found)) == [Month(2027, 9)]
    assert by_month_touched(found)[Month(2027, 9)] == found
    weeks = month_grid(Month(2027, 9), found)
    assert single(weeks) == {}
    assert spans(weeks) == []


def test_a_year_shows_each_day_of_a_long_date() -> None:
    found = dates(("2026-12-31", "2027-01-02"), ("2027-09", None))
    months = year_grid(2027, by_month_touched(found))
    assert len(months) == 12
    assert single(months[0]) == {"2027-01-01": ["e0"], "2027-01-02": ["e0"]}
    assert single(months[8]) == {}


@given(
    st.lists(
        st.tuples(st.dates(date(2027, 5, 1), date(2027, 7, 31)), st.integers(0, 40)), max_size=6
    )
)
def test_each_day_of_each_date_stands_once_in_the_grid(drawn: list[tuple[date, int]]) -> None:
    found = dates(*((str(day), str(day + timedelta(days=length))) for day, length in drawn))
    here = by_month_touched(found).get(Month(2027, 6), [])
    weeks = month_grid(Month(2027, 6), here)
    stood = [(slug, day) for day, slugs in single(weeks).items() for slug in slugs]
    for number, _, slug, column, length in spans(weeks):
        shown = [weeks[number].days[column + n] for n in range(length)]
        stood += [(slug, day.day.isoformat()) for day in shown if day]
    expected = [
        (f"e{n}", (day + timedelta(days=k)).isoformat())
        for n, (day, length) in enumerate(drawn)
        for k in range(length + 1)
        if (day + timedelta(days=k)).month == 6
    ]
    assert sorted(stood) == sorted(expected)


def test_the_day_is_that_of_the_place() -> None:
    one = event(debut="2027-10-21 01:00", fin="2027-10-21 03:00", fuseau="Indian/Reunion")
    [found] = occurrences(one)
    assert single(month_grid(Month(2027, 10), [found])) == {"2027-10-21": ["atelier"]}
    assert datetime.fromisoformat("2027-10-20T21:00+00:00") == found.slot.starts_at
