"""Which dates a subscription holds when there are more than programs read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from association.events.ics_reach import Reach

NOW = datetime(2027, 1, 1, tzinfo=UTC)
SINCE = NOW - timedelta(days=365)


@dataclass(frozen=True)
class Written:
    """Something of an agenda, by the days from now to its beginning and to its end."""

    begins: int
    ends: int
    weight: int = 100

    @property
    def starts_at(self) -> datetime:
        """The day on which it begins."""
        return NOW + timedelta(days=self.begins)

    @property
    def over_at(self) -> datetime:
        """The day on which it ends."""
        return NOW + timedelta(days=self.ends)


def held(*found: Written, heaviest: int, now: datetime = NOW) -> set[tuple[int, int]]:
    """Return the ends of what a subscription holds."""
    reach = Reach(SINCE, now, heaviest)
    return {(one.begins, one.ends) for one in reach.bounded(reach.recent(found))}


OLD, LAST_YEAR, LAST_WEEK = Written(-400, -399), Written(-300, -299), Written(-7, -6)
LASTING, NEXT_WEEK, NEXT_YEAR = Written(-350, 20), Written(7, 8), Written(400, 401)
ALL = (OLD, NEXT_YEAR, LAST_WEEK, LASTING, LAST_YEAR, NEXT_WEEK)


def test_what_fits_is_held_but_for_what_is_old() -> None:
    assert len(held(*ALL, heaviest=500)) == 5
    assert (OLD.begins, OLD.ends) not in held(*ALL, heaviest=10_000)


def test_the_oldest_leave_first_then_the_furthest() -> None:
    leaving = [
        held(*ALL, heaviest=weight + 100) - held(*ALL, heaviest=weight)
        for weight in (400, 300, 200, 100, 0)
    ]
    order = [LAST_YEAR, LAST_WEEK, NEXT_YEAR, NEXT_WEEK, LASTING]
    assert leaving == [{(one.begins, one.ends)} for one in order]


def test_what_was_left_out_enters_when_another_is_over() -> None:
    assert held(NEXT_WEEK, NEXT_YEAR, heaviest=100) == {(7, 8)}
    before = NOW + timedelta(days=8) - timedelta(seconds=1)
    assert held(NEXT_WEEK, NEXT_YEAR, heaviest=100, now=before) == {(7, 8)}
    assert held(NEXT_WEEK, NEXT_YEAR, heaviest=100, now=NOW + timedelta(days=8)) == {(400, 401)}


@given(
    st.lists(
        st.builds(Written, st.integers(-800, 800), st.integers(801, 900), st.integers(1, 99)),
        unique=True,
    ),
    st.integers(0, 2000),
)
def test_nothing_held_is_further_than_something_left_out(
    found: list[Written], heaviest: int
) -> None:
    kept = Reach(SINCE, NOW, heaviest).bounded(found)
    assert sum(one.weight for one in kept) <= heaviest
    left_out = set(found) - kept
    if kept and left_out:
        assert max(one.begins for one in kept) <= min(one.begins for one in left_out)
