"""Numbered series and their gaps."""

from hypothesis import given
from hypothesis import strategies as st

from association.events.occurrences import in_order, occurrences
from association.events.series import Gap, gaps, with_gaps
from tests.agenda_builders import event


def lines(**years: int) -> list[str]:
    """Return the lines of a series: « 12 », « (10-11) », « ? » without a number.

    ``years`` are the numbers of dates by slug: ``y2021=12``.
    """
    events = [
        event(
            slug, debut=f"{slug[1:]}-06-01", serie="Ateliers", **({"numero": str(n)} if n else {})
        )
        for slug, n in years.items()
    ]
    found = in_order(item for one in events for item in occurrences(one))[::-1]
    numbers = {slug: n for slug, n in years.items() if n}
    return [
        f"({line.first}-{line.last})" if isinstance(line, Gap) else str(numbers.get(line.slug, "?"))
        for line in with_gaps(found, numbers)
    ]


def test_a_gap_counts_from_one() -> None:
    assert gaps([4, 6, 7]) == [Gap(1, 3), Gap(5, 5)]


def test_a_whole_series_has_no_gap() -> None:
    assert gaps([2, 1, 3]) == []
    assert gaps([]) == []


def test_a_number_borne_twice_makes_no_gap() -> None:
    assert gaps([1, 2, 2, 3]) == []


@given(st.sets(st.integers(1, 60)))
def test_numbers_and_gaps_together_are_all_numbers(numbers: set[int]) -> None:
    missing = [n for gap in gaps(numbers) for n in range(gap.first, gap.last + 1)]
    assert sorted([*numbers, *missing]) == list(range(1, max(numbers, default=0) + 1))


def test_a_gap_stands_under_the_number_that_follows_it() -> None:
    assert lines(y2021=12, y2020=9, y2019=8) == ["12", "(10-11)", "9", "8", "(1-7)"]


def test_a_date_without_number_keeps_its_place() -> None:
    assert lines(y2021=3, y2020=0, y2019=1) == ["3", "(2-2)", "?", "1"]
