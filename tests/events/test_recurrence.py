"""Rules of recurrence: the dates they give, their exceptions, their bounds."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given, settings
from hypothesis import strategies as st

from association.events.recurrence import MOST_OCCURRENCES, dates_of, unmatched_days
from tests.agenda_builders import event

EVENING = {"debut": "2027-01-12 19:00", "fin": "2027-01-12 20:30"}


def days(recurrence: Mapping[str, object], **front: object) -> list[date]:
    dates = dates_of(event(**(EVENING | front), recurrence=recurrence).written)
    return [item.slot.first_day for item in dates]


def test_the_second_tuesday_of_each_month() -> None:
    rule = {"frequence": "mensuelle", "jour": "2e mardi", "jusqu_au": "2027-04-30"}
    assert days(rule) == [date(2027, m, d) for m, d in ((1, 12), (2, 9), (3, 9), (4, 13))]


def test_the_last_thursday_of_each_month() -> None:
    rule = {"frequence": "mensuelle", "jour": "dernier jeudi", "nombre": "3"}
    found = days(rule, debut="2027-01-28", fin="2027-01-28")
    assert found == [date(2027, 1, 28), date(2027, 2, 25), date(2027, 3, 25)]


def test_the_last_day_allowed_is_allowed() -> None:
    assert days({"frequence": "hebdomadaire", "jusqu_au": "2027-01-26"}) == [
        date(2027, 1, 12),
        date(2027, 1, 19),
        date(2027, 1, 26),
    ]


def test_one_week_in_two() -> None:
    rule = {"frequence": "hebdomadaire", "intervalle": "2", "nombre": "2"}
    assert days(rule) == [date(2027, 1, 12), date(2027, 1, 26)]


def test_a_skipped_day_was_never_a_date() -> None:
    rule = {"frequence": "hebdomadaire", "nombre": "3", "sauf": ["2027-01-19"]}
    assert days(rule) == [date(2027, 1, 12), date(2027, 1, 26)]


def test_a_moved_date_lasts_as_long_and_remembers_where_it_was() -> None:
    moved = [{"date": "2027-01-19", "debut": "2027-02-02 18:00"}]
    rule = {"frequence": "hebdomadaire", "nombre": "2", "deplacees": moved}
    _, item = dates_of(event(**EVENING, recurrence=rule).written)
    assert item.slot.end == datetime(2027, 2, 2, 19, 30)
    assert item.was is not None
    assert item.was.start == datetime(2027, 1, 19, 19)


def test_a_date_moved_to_a_day_without_hours_has_none() -> None:
    moved = [{"date": "2027-01-19", "debut": "2027-02-02"}]
    rule = {"frequence": "hebdomadaire", "nombre": "2", "deplacees": moved}
    _, item = dates_of(event(**EVENING, recurrence=rule).written)
    assert (item.slot.start, item.slot.end) == (date(2027, 2, 2), None)


def test_dates_come_in_order_even_when_one_was_moved_past_the_next() -> None:
    moved = [{"date": "2027-01-12", "debut": "2027-01-21 19:00"}]
    rule = {"frequence": "hebdomadaire", "nombre": "2", "deplacees": moved}
    assert days(rule) == [date(2027, 1, 19), date(2027, 1, 21)]


def test_a_cancelled_date_gives_its_reason_or_that_of_the_whole() -> None:
    cancelled = [{"date": "2027-01-12", "motif": "Neige."}, {"date": "2027-01-19"}]
    rule = {"frequence": "hebdomadaire", "nombre": "2", "annulees": cancelled}
    dates = dates_of(event(**EVENING, motif="Grève.", recurrence=rule).written)
    assert [(item.state.code, item.reason) for item in dates] == [
        ("cancelled", "Neige."),
        ("cancelled", "Grève."),
    ]


def test_a_recurrence_never_gives_more_than_the_most_dates() -> None:
    assert len(days({"frequence": "hebdomadaire", "nombre": "99999"})) == MOST_OCCURRENCES


def test_exceptions_that_fall_on_no_date_are_named() -> None:
    rule = {
        "frequence": "hebdomadaire",
        "nombre": "2",
        "sauf": ["2027-01-19", "2027-01-20"],
        "annulees": [{"date": "2027-01-13"}],
        "deplacees": [{"date": "2027-01-14", "debut": "2027-01-15"}],
    }
    assert unmatched_days(event(**EVENING, recurrence=rule).written) == [
        ("sauf", 1, date(2027, 1, 20)),
        ("annulees", 0, date(2027, 1, 13)),
        ("deplacees", 0, date(2027, 1, 14)),
    ]


def test_an_event_without_recurrence_has_no_exceptions() -> None:
    assert unmatched_days(event(**EVENING).written) == []


@settings(deadline=None)
@given(
    start=st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)),
    interval=st.integers(1, 5),
    weeks=st.integers(0, 60),
    monthly=st.booleans(),
)
def test_rules_give_the_dates_that_dateutil_gives(
    start: datetime, interval: int, weeks: int, monthly: bool
) -> None:
    start = start.replace(second=0, microsecond=0)
    until = start.date() + timedelta(weeks=weeks)
    rule = {
        "frequence": "mensuelle" if monthly else "hebdomadaire",
        "intervalle": str(interval),
        "jusqu_au": until.isoformat(),
    }
    found = dates_of(event(debut=f"{start:%Y-%m-%d %H:%M}", recurrence=rule).written)
    expected = rrule(
        MONTHLY if monthly else WEEKLY,
        dtstart=start,
        interval=interval,
        until=datetime.combine(until, time.max),
    )
    assert [item.slot.start for item in found] == list(expected)


@settings(deadline=None)
@given(
    year=st.integers(2015, 2035),
    month=st.integers(1, 12),
    rank=st.sampled_from([1, 2, 3, 4, -1]),
    day=st.integers(0, 6),
    count=st.integers(1, 30),
)
def test_weekdays_of_the_month_are_those_that_dateutil_gives(
    year: int, month: int, rank: int, day: int, count: int
) -> None:
    wanted = rrule(
        MONTHLY, dtstart=datetime(year, month, 1, 19), byweekday=weekday(day, rank), count=count
    )
    first = wanted[0]
    words = {1: "1er", -1: "dernier"}.get(rank, f"{rank}e")
    named = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[day]
    rule = {"frequence": "mensuelle", "jour": f"{words} {named}", "nombre": str(count)}
    found = dates_of(event(debut=f"{first:%Y-%m-%d %H:%M}", recurrence=rule).written)
    assert [item.slot.start for item in found] == list(wanted)
