"""Definitions of time zones, read by other programs and compared with the zone database."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from association.events.ics_timezones import vtimezone

ZONES = (
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/Luxembourg",
    "Europe/London",
    "Europe/Dublin",
    "Indian/Reunion",
    "America/Montreal",
    "America/Guadeloupe",
    "America/Cayenne",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Australia/Lord_Howe",
)


LATER = datetime(2090, 1, 1, tzinfo=UTC)


def written(name: str, since: datetime, until: datetime = LATER) -> str:
    return str(vtimezone(ZoneInfo(name), since, until), "utf-8")


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),
    st.integers(0, 60 * 24 * 365 * 20),
)
def test_a_definition_gives_the_offset_of_the_zone_database(
    name: str, since: datetime, minutes: int
) -> None:
    since = since.replace(tzinfo=UTC)
    moment = min(since + timedelta(minutes=minutes), LATER)
    wall = moment.astimezone(ZoneInfo(name)).replace(tzinfo=None)
    if _is_said_twice_or_never(name, wall):
        return
    # What the last date of a feed needs is there, and no more is asked for.
    theirs = tzical(io.StringIO(written(name, since, moment))).get(name)
    expected = wall.replace(tzinfo=ZoneInfo(name)).utcoffset()
    assert wall.replace(tzinfo=theirs).utcoffset() == expected


def _is_said_twice_or_never(name: str, wall: datetime) -> bool:
    """Return whether clocks change within an hour: programs may differ there."""
    offsets = {
        (wall + timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo(name), fold=fold).utcoffset()
        for minutes in (-61, 0, 61)
        for fold in (0, 1)
    }
    return len(offsets) > 1


@pytest.mark.parametrize(
    "name", ["Europe/Paris", "Europe/London", "Europe/Luxembourg", "America/Montreal"]
)
def test_a_zone_of_today_is_two_yearly_rules_without_end(name: str) -> None:
    text = written(name, datetime(2017, 1, 1, tzinfo=UTC))
    assert text.count("RRULE:FREQ=YEARLY") == 2
    assert "UNTIL" not in text
    assert "RDATE" not in text


def test_a_zone_without_a_change_of_clocks_is_one_offset() -> None:
    text = written("Indian/Reunion", datetime(2027, 1, 1, tzinfo=UTC))
    assert text.count("BEGIN:STANDARD") == 1
    assert "TZOFFSETTO:+0400" in text
    assert "RRULE" not in text


def test_what_the_past_of_a_feed_needs_is_there() -> None:
    text = written("America/Montreal", datetime(2005, 6, 1, tzinfo=UTC))
    assert "UNTIL=20060403T070000Z" in text


def test_what_the_past_of_a_feed_does_not_need_is_not_there() -> None:
    assert "1987" not in written("America/Montreal", datetime(2017, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("name", ["Africa/Casablanca", "Africa/El_Aaiun"])
def test_a_zone_without_yearly_rules_weighs_what_its_dates_need(name: str) -> None:
    day = datetime(2027, 2, 13, 9, tzinfo=UTC)
    assert len(written(name, day, day + timedelta(hours=1))) < 400
    # Clocks change before and after Ramadan, from 8 February to 9 March 2027.
    assert written(name, day, day + timedelta(days=60)).count("BEGIN:") == 3
    assert len(written(name, day)) > 10_000
