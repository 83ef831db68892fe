"""The pages of the agenda besides its list and its events: grids, selections, programme."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Generic, TypeVar

from ..content.french_dates import month_in_words
from ..content.moments import Month
from ..pages.common import Link
from ..pages.context import Context
from ..pages.page import OutputPage, PageBuilder, Placement
from ..pages.windows import ALWAYS, Timed
from . import addresses as at
from . import subscriptions
from .agenda import Agenda
from .calendar_view import Choices, Selection
from .files import WHOLE_AGENDA
from .grid import by_month_touched
from .grid_pages import month_link, month_page, year_link, year_page
from .occurrences import in_order, upcoming
from .page import nothing_to_come, while_to_come
from .programme import programme
from .recurrence import Occurrence
from .selections import of_category, of_practitioner, of_region, of_series

T = TypeVar("T")
W = TypeVar("W")
Touched = Mapping[Month, Sequence[Occurrence]]

_SECTION = "agenda"


def calendar_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    """Yield the months, the years, the selections, the programme and how to subscribe."""
    touched = by_month_touched(in_order(agenda.all_occurrences))
    yield from _month_pages(builder, touched, agenda)
    yield from _year_pages(builder, touched, agenda)
    yield from _selection_pages(builder, agenda)
    yield _programme(builder, agenda)
    yield _subscribe(builder)


def _month_pages(builder: PageBuilder, touched: Touched, agenda: Agenda) -> Iterator[OutputPage]:
    context = builder.context
    for month, before, after in _with_neighbours(list(touched)):
        if not builder.wants(at.month_path(month)):
            continue
        words = month_in_words(month.year, month.month)
        of_month = f"d’{words}" if words[0] in "ao" else f"de {words}"
        yield builder.page(
            "agenda-mois",
            at.month_path(month),
            (f"Agenda {of_month}", f"Les rendez-vous {of_month}, en liste et jour par jour."),
            {"month": month_page(month, touched[month], (before, after), agenda)},
            Placement(builder.breadcrumbs_under(_SECTION, year_link(month.year, context))),
            section=_SECTION,
        )


def _year_pages(builder: PageBuilder, touched: Touched, agenda: Agenda) -> Iterator[OutputPage]:
    years = sorted({month.year for month in touched})
    for year, before, after in _with_neighbours(years):
        if not builder.wants(at.year_path(year)):
            continue
        yield builder.page(
            "agenda-annee",
            at.year_path(year),
            (f"Agenda {year}", f"Tous les rendez-vous de {year}, mois par mois."),
            {"year": year_page(year, touched, (before, after), agenda)},
            Placement(builder.breadcrumbs_under(_SECTION)),
            section=_SECTION,
        )


def _with_neighbours(items: Sequence[T]) -> Iterator[tuple[T, T | None, T | None]]:
    """Yield each item with the one before and the one after it."""
    padded = [None, *items, None]
    for (before, item), (_, after) in pairwise(pairwise(padded)):
        assert item is not None
        yield item, before, after


@dataclass(frozen=True)
class _Kind(Generic[W]):
    """A way to choose among the dates: its index and the list of each subject.

    ``name`` is its folder and ``title`` its name in breadcrumbs; ``subjects`` are those that have a
    date.
    """

    name: str
    title: str
    lead: str
    subjects: Callable[[Context], list[W]]
    path: Callable[[W], str]
    select: Callable[[W, Agenda], Selection]

    def pages(self, builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
        """Yield the index, then the list of each subject."""
        found = [
            (subject, self.select(subject, agenda)) for subject in self.subjects(builder.context)
        ]
        href = builder.context.addresses.href
        links = tuple(Link(one.name, href(self.path(subject))) for subject, one in found)
        yield builder.page(
            "agenda-index",
            at.index_path(self.name),
            (f"Agenda – {self.title}", self.lead),
            {"title": self.title, "links": links},
            Placement(builder.breadcrumbs_under(_SECTION)),
            section=_SECTION,
        )
        crumb = Link(self.title, href(at.index_path(self.name)))
        for subject, selection in found:
            yield builder.page(
                "agenda-liste",
                self.path(subject),
                (f"Agenda – {selection.name}", selection.lead),
                {"selection": selection},
                Placement(builder.breadcrumbs_under(_SECTION, crumb)),
                section=_SECTION,
            )


_BY_WORD = (
    _Kind(
        "series",
        "Séries",
        "Les suites de rendez-vous, avec les dates de chacune, à venir et passées.",
        subscriptions.series,
        at.series_path,
        of_series,
    ),
    _Kind(
        "categories",
        "Catégories",
        "Les genres de rendez-vous, avec les dates de chacun, à venir et passées.",
        subscriptions.categories,
        at.category_path,
        of_category,
    ),
    _Kind(
        "regions",
        "Régions",
        "Les régions où nous nous retrouvons, avec leurs dates, à venir et passées.",
        subscriptions.regions,
        at.region_path,
        of_region,
    ),
)
_BY_PERSON = _Kind(
    "praticiens",
    "Praticiens",
    "Les praticiens qui animent, avec leurs dates, à venir et passées.",
    subscriptions.leaders,
    lambda person: at.practitioner_path(person.slug),
    of_practitioner,
)


def _selection_pages(builder: PageBuilder, agenda: Agenda) -> Iterator[OutputPage]:
    for kind in _BY_WORD:
        yield from kind.pages(builder, agenda)
    yield from _BY_PERSON.pages(builder, agenda)


def _programme(builder: PageBuilder, agenda: Agenda) -> OutputPage:
    return builder.page(
        "agenda-programme",
        at.PROGRAMME,
        (
            "Programme des rendez-vous",
            "Les dates à venir de l’association, prêtes pour l’impression.",
        ),
        {"programme": programme(agenda), "nothing_to_come": nothing_to_come(agenda)},
        Placement(builder.breadcrumbs_under(_SECTION)),
        section=_SECTION,
    )


def _subscribe(builder: PageBuilder) -> OutputPage:
    context = builder.context
    return builder.page(
        "agenda-abonnement",
        at.SUBSCRIBE,
        (
            "S’abonner à l’agenda",
            "Les dates de l’association dans votre propre agenda, tenues à jour d’elles-mêmes.",
        ),
        {
            "whole": subscriptions.whole_agenda(context),
            "groups": subscriptions.subscriptions(context),
            "everything": context.addresses.href(WHOLE_AGENDA),
        },
        Placement(builder.breadcrumbs_under(_SECTION)),
        section=_SECTION,
    )


def other_views(agenda: Agenda) -> tuple[Choices, ...]:
    """Return the ways to look at the agenda: by month, year, series, category, region."""
    context = agenda.context
    months = by_month_touched(agenda.all_occurrences)
    to_come = by_month_touched(upcoming(agenda.all_occurrences, asof=context.asof))
    years = sorted({month.year for month in months}, reverse=True)
    found = (
        Choices(
            "Mois par mois",
            tuple(
                Timed(month_link(month, context), while_to_come(items, context.asof))
                for month, items in to_come.items()
            ),
            while_to_come(chain(*to_come.values()), context.asof) if to_come else ALWAYS,
        ),
        _choices("Une année entière", (year_link(year, context) for year in years)),
        *(
            _choices(
                group.label,
                (Link(one.name, one.page) for one in group.calendars),
                context.addresses.href(at.index_path(group.anchor)),
            )
            for group in subscriptions.subscriptions(context)
        ),
    )
    return tuple(choices for choices in found if choices.links)


def _choices(label: str, links: Iterable[Link], url: str = "") -> Choices:
    return Choices(label, tuple(Timed(link, ALWAYS) for link in links), url=url)
