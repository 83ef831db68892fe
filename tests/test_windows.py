"""When a part of a page is true: what browsers read to keep a page true."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from association.pages.windows import ALWAYS, Timed, Window, in_turn, window
from tests.builders import TODAY

HOUR = timedelta(hours=1)
_INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)).map(
    lambda instant: instant.replace(microsecond=0)
)


def shows(seen: Window, instant: datetime) -> bool:
    """Return whether the theme's script shows what has a window at an instant."""
    since = datetime.fromisoformat(seen.since) if seen.since else instant
    until = datetime.fromisoformat(seen.until) if seen.until else None
    return since <= instant and (until is None or instant < until)


def test_a_window_without_ends_is_always_open() -> None:
    assert window(TODAY) == ALWAYS


def test_a_window_opens_at_its_very_start_and_closes_at_its_very_end() -> None:
    assert window(TODAY, since=TODAY, until=TODAY + HOUR).is_open
    assert not window(TODAY, until=TODAY).is_open


def test_ends_are_written_in_utc() -> None:
    assert window(TODAY, since=TODAY + HOUR) == Window("2027-03-01T12:00:00Z", "", is_open=False)


def test_what_does_not_change_is_said_once() -> None:
    assert in_turn(TODAY, [TODAY + HOUR], lambda _: "toujours") == (Timed("toujours", ALWAYS),)


def test_nothing_is_said_while_there_is_nothing_to_say() -> None:
    end = TODAY + HOUR
    said = in_turn(TODAY, [end], lambda instant: "ouvert" if instant < end else None)
    assert [(one.value, one.window.until) for one in said] == [("ouvert", "2027-03-01T12:00:00Z")]


@given(st.dictionaries(_INSTANTS, st.sampled_from(["a", "b", None])), _INSTANTS, _INSTANTS)
def test_a_page_says_at_each_instant_what_a_build_at_that_instant_would_say(
    values: dict[datetime, str | None], built: datetime, later: datetime
) -> None:
    def value_at(instant: datetime) -> str | None:
        begun = [since for since in values if since <= instant]
        return values[max(begun)] if begun else None

    asof, visit = sorted((built, later))
    said = in_turn(asof, values, value_at)
    assert [one.value for one in said if one.window.is_open] == [
        value for value in [value_at(asof)] if value is not None
    ]
    assert [one.value for one in said if shows(one.window, visit)] == [
        value for value in [value_at(visit)] if value is not None
    ]
