"""The pages of what is past: the latest years on one, and one a year.

A year of many dates names its months, whose pages have them. All also hold the dates to come, which
show once they are over: a page left unbuilt stays true, and no address appears or goes with time.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..content.french_dates import month_in_words
from ..content.moments import Month
from ..pages.common import Link
from ..pages.page import OutputPage, PageBuilder, Placement
from ..pages.windows import Timed
from . import addresses as at
from .agenda import Agenda
from .occurrences import by_month, by_year, in_order
from .page import MOST_IN_YEAR, agenda_line, once_one_is_past, until_one_is_past
from .recurrence import Occurrence
from .view import PastDates

# The dates that one page shows, years being whole.
_MOST_TOGETHER = 60
_SECTION = "agenda"
_TITLE = "Rendez-vous passés"


def past_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the page of what is past, and one for each year that has a date."""
    years = by_year(in_order(agenda.all_occurrences)[::-1])
    links = year_links(agenda)
    together = _together([len(items) for _, items in years])
    yield builder.page(
        "agenda-passe",
        at.past_path(),
        (
            _TITLE,
            "Les rendez-vous des années passées, tenus ou annulés, avec leurs comptes rendus.",
        ),
        {
            "groups": tuple(_year(year, items, agenda) for year, items in years[:together]),
            "years": links[together:],
            "nothing_past": until_one_is_past(agenda.all_occurrences, agenda.context.asof),
        },
        Placement(builder.breadcrumbs_under(_SECTION)),
        section=_SECTION,
    )
    crumb = Link(_TITLE, builder.context.addresses.href(at.past_path()))
    for year, items in years:
        is_whole = len(items) <= MOST_IN_YEAR
        yield builder.page(
            "agenda-passe",
            at.past_path(year),
            (f"{_TITLE} de {year}", f"Les rendez-vous de {year}, avec leurs comptes rendus."),
            {
                "groups": tuple(
                    _month(Month(day.year, day.month), of_month, agenda, is_whole=is_whole)
                    for day, of_month in by_month(items)
                ),
                "years": links,
                "nothing_past": until_one_is_past(items, agenda.context.asof),
            },
            Placement(builder.breadcrumbs_under(_SECTION, crumb)),
            section=_SECTION,
        )


def year_links(agenda: Agenda) -> tuple[Timed[Link], ...]:
    """Return the links to the years, the latest first, each while a date of it is past."""
    years = by_year(in_order(agenda.all_occurrences)[::-1])
    context = agenda.context
    return tuple(
        Timed(
            Link(str(year), context.addresses.href(at.past_path(year))),
            once_one_is_past(items, context.asof),
        )
        for year, items in years
    )


def _together(counts: Sequence[int]) -> int:
    """Return how many of the years, given by their number of dates, go on one page."""
    return sum(total <= _MOST_TOGETHER for total in accumulate(counts))


def _year(year: int, items: Sequence[Occurrence], agenda: Agenda) -> PastDates:
    return _group(str(year), f"annee-{year}", at.past_path(year), items, agenda)


def _month(
    month: Month, items: Sequence[Occurrence], agenda: Agenda, *, is_whole: bool
) -> PastDates:
    words = month_in_words(month.year, month.month)
    anchor = f"mois-{month.year:04}-{month.month:02}"
    return _group(words, anchor, at.month_path(month), items, agenda, is_whole=is_whole)


def _group(
    label: str,
    anchor: str,
    path: str,
    items: Sequence[Occurrence],
    agenda: Agenda,
    *,
    is_whole: bool = True,
) -> PastDates:
    context = agenda.context
    return PastDates(
        label,
        anchor,
        context.addresses.href(path),
        tuple(agenda_line(item, agenda) for item in items) if is_whole else (),
        once_one_is_past(items, context.asof),
    )
