"""The calendars one can subscribe to: all events, and those of each category, region and so on."""

from collections.abc import Callable, Iterable

from ..content.entry import Event, Practitioner, name_of
from ..content.schema import Word
from ..core.words import folded
from ..pages.common import Subscription
from ..pages.context import House, region_of_event
from .addresses import category_path, practitioner_path, region_path, series_path
from .calendar_view import Subscriptions
from .files import (
    AGENDA,
    category_calendar,
    practitioner_calendar,
    region_calendar,
    series_calendar,
)


def whole_agenda(house: House) -> Subscription:
    """Return the calendar of all events."""
    return _subscription("Tout l’agenda", AGENDA, "agenda/", house)


def category_subscription(word: Word, house: House) -> Subscription:
    """Return the calendar of a category."""
    return _subscription(word.name, category_calendar(word), category_path(word), house)


def region_subscription(word: Word, house: House) -> Subscription:
    """Return the calendar of a region."""
    return _subscription(word.name, region_calendar(word), region_path(word), house)


def series_subscription(word: Word, house: House) -> Subscription:
    """Return the calendar of a series."""
    return _subscription(word.name, series_calendar(word), series_path(word), house)


def practitioner_subscription(person: Practitioner, house: House) -> Subscription:
    """Return the calendar of a practitioner."""
    slug = person.slug
    name = name_of(person.written)
    return _subscription(name, practitioner_calendar(slug), practitioner_path(slug), house)


def _subscription(name: str, path: str, page: str, house: House) -> Subscription:
    url = house.addresses.absolute(path)
    return Subscription(name, f"webcal:{url.partition(':')[2]}", url, house.addresses.href(page))


def categories(house: House) -> list[Word]:
    """Return the categories that have an event, in the order of the vocabulary."""
    return _words(house, "categories", lambda event: event.written.category)


def regions(house: House) -> list[Word]:
    """Return the regions that have an event, in the order of the vocabulary."""
    return _words(house, "regions", lambda event: region_of_event(event, house))


def series(house: House) -> list[Word]:
    """Return the series that have an event, in the order of the vocabulary."""
    return _words(house, "series", lambda event: event.written.series)


def leaders(house: House) -> list[Practitioner]:
    """Return the practitioners who lead an event, by family name."""
    people = (house.content.practitioners[slug] for slug in house.events_of)
    return sorted(people, key=lambda p: (folded(p.written.family_name), p.slug))


def _words(house: House, kind: str, word_of: Callable[[Event], Word | None]) -> list[Word]:
    used = {word.name for event in house.content.events.values() if (word := word_of(event))}
    return [word for name, word in house.content.vocabulary.of_kind(kind).items() if name in used]


def subscriptions(house: House) -> tuple[Subscriptions, ...]:
    """Return every calendar but the one of all events, kind by kind."""

    def kind(label: str, anchor: str, calendars: Iterable[Subscription]) -> Subscriptions:
        return Subscriptions(label, anchor, tuple(calendars))

    found = (
        kind("Par série", "series", (series_subscription(w, house) for w in series(house))),
        kind(
            "Par catégorie",
            "categories",
            (category_subscription(w, house) for w in categories(house)),
        ),
        kind("Par région", "regions", (region_subscription(w, house) for w in regions(house))),
        kind(
            "Par praticien",
            "praticiens",
            (practitioner_subscription(p, house) for p in leaders(house)),
        ),
    )
    return tuple(group for group in found if group.calendars)
