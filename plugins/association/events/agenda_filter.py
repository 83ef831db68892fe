"""What the dates to come are found by in the browser: region, category, form and place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..content.schema import Word
from ..pages.common import Subscription
from ..pages.context import Context
from . import subscriptions
from .agenda import Agenda
from .places import EventPlace
from .public_event import PublicEvent
from .recurrence import Occurrence
from .view import Criteria, OccurrencesOfMonth

_FORMS = {"sur place": "sur-place", "en ligne": "en-ligne", "mixte": "mixte"}


@dataclass(frozen=True)
class FilterChoice:
    """A value that dates to come have, with the calendar of its dates."""

    slug: str
    calendar: Subscription


@dataclass(frozen=True)
class FilterStart:
    """What the form of the filter starts from.

    ``whole`` is the calendar of all dates; ``last_month`` is « mars 2027 », the last one on the
    page, or ``""`` when the page holds all that is to come.
    """

    regions: tuple[FilterChoice, ...]
    categories: tuple[FilterChoice, ...]
    whole: Subscription
    last_month: str


def criteria(event: PublicEvent, date: Occurrence, regions: Iterable[Word]) -> Criteria:
    """Return what a date of an event, which takes place in ``regions``, is found by."""
    places = event.places_of(date) if event.mode != "en ligne" else ()
    return Criteria(
        regions=tuple(region.slug for region in regions),
        category=event.category.slug,
        form=_FORMS[event.mode],
        places=tuple(map(_position, places)),
    )


def _position(place: EventPlace) -> str:
    """Return a place in hundredths of a degree, as the files of towns have it: « 4885 235 ».

    Where that is unknown, it is the town as somebody who seeks it writes it: « 35000 »,
    « Genève (CH) ».
    """
    if place.latitude is not None and place.longitude is not None:
        return f"{round(place.latitude * 100)} {round(place.longitude * 100)}"
    if place.country_code == "FR":
        return place.postal_code or place.city
    return f"{place.city} ({place.country_code})"


def filter_start(
    months: Iterable[OccurrencesOfMonth],
    agenda: Agenda,
    *,
    has_more: bool,
) -> FilterStart | None:
    """Return what the filter of these months starts from, None where there is nothing to choose.

    ``has_more`` says that later dates are left out.
    """
    shown = list(months)
    found = [line.criteria for month in shown for line in month.occurrences]
    if len(found) < 2:
        return None
    context = agenda.context
    regions = {slug for of in found for slug in of.regions}
    categories = {of.category for of in found}
    of_region, of_category = subscriptions.region_subscription, subscriptions.category_subscription
    return FilterStart(
        _choices(subscriptions.regions(context), regions, of_region, context),
        _choices(subscriptions.categories(context), categories, of_category, context),
        subscriptions.whole_agenda(context),
        shown[-1].label if has_more else "",
    )


def _choices(
    words: Iterable[Word],
    used: set[str],
    calendar: Callable[[Word, Context], Subscription],
    context: Context,
) -> tuple[FilterChoice, ...]:
    return tuple(
        FilterChoice(word.slug, calendar(word, context)) for word in words if word.slug in used
    )
