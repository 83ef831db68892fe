"""The calendars one can subscribe to: all events, and those of each category, region and so on."""

from collections.abc import Callable, Iterable

from ..content.addresses import path_of
from ..content.entry import Event, Practitioner, name_of
from ..content.schema import Word
from ..core.words import fold
from ..pages.common import Subscription
from ..pages.context import Context, regions_of_event
from .addresses import category_path, practitioner_path, region_path, series_path
from .calendar_view import Subscriptions
from .files import (
    AGENDA,
    category_calendar,
    event_calendar,
    practitioner_calendar,
    region_calendar,
    reminding,
    series_calendar,
)


def whole_agenda(context: Context) -> Subscription:
    """Return the calendar of all events."""
    return _subscription("Tout l’agenda", AGENDA, "agenda/", context)


def category_subscription(word: Word, context: Context) -> Subscription:
    """Return the calendar of a category."""
    return _subscription(word.name, category_calendar(word.slug), category_path(word), context)


def region_subscription(word: Word, context: Context) -> Subscription:
    """Return the calendar of a region."""
    return _subscription(word.name, region_calendar(word.slug), region_path(word), context)


def series_subscription(word: Word, context: Context) -> Subscription:
    """Return the calendar of a series."""
    return _subscription(word.name, series_calendar(word.slug), series_path(word), context)


def practitioner_subscription(person: Practitioner, context: Context) -> Subscription:
    """Return the calendar of a practitioner."""
    slug = person.slug
    name = name_of(person.written)
    return _subscription(name, practitioner_calendar(slug), practitioner_path(slug), context)


def event_subscription(event: Event, context: Context) -> Subscription:
    """Return the calendar of one event."""
    page = path_of(event.folder, event.slug)
    return _subscription(event.written.title, event_calendar(event.slug), page, context)


def _subscription(name: str, path: str, page: str, context: Context) -> Subscription:
    urls = [context.addresses.absolute(one) for one in (path, reminding(path))]
    plain, with_reminders = ((f"webcal:{url.partition(':')[2]}", url) for url in urls)
    return Subscription(name, *plain, context.addresses.href(page), *with_reminders)


def categories(context: Context) -> list[Word]:
    """Return the categories that have an event, in the order of the vocabulary."""
    return _words(context, "categories", lambda event: [event.written.category])


def regions(context: Context) -> list[Word]:
    """Return the regions that have an event, in the order of the vocabulary."""
    return _words(context, "regions", lambda event: regions_of_event(event, context))


def series(context: Context) -> list[Word]:
    """Return the series that have an event, in the order of the vocabulary."""
    return _words(
        context, "series", lambda event: [event.written.series] if event.written.series else []
    )


def leaders(context: Context) -> list[Practitioner]:
    """Return the practitioners who lead an event, by family name."""
    people = (context.content.practitioners[slug] for slug in context.events_of)
    return sorted(people, key=lambda p: (fold(p.written.family_name), p.slug))


def _words(context: Context, kind: str, words_of: Callable[[Event], Iterable[Word]]) -> list[Word]:
    used = {word.name for event in context.content.events.values() for word in words_of(event)}
    return [word for name, word in context.content.vocabulary.of_kind(kind).items() if name in used]


def subscriptions(context: Context) -> tuple[Subscriptions, ...]:
    """Return every calendar but the one of all events, kind by kind."""

    def kind(label: str, anchor: str, calendars: Iterable[Subscription]) -> Subscriptions:
        return Subscriptions(label, anchor, tuple(calendars))

    found = (
        kind("Par série", "series", (series_subscription(w, context) for w in series(context))),
        kind(
            "Par catégorie",
            "categories",
            (category_subscription(w, context) for w in categories(context)),
        ),
        kind("Par région", "regions", (region_subscription(w, context) for w in regions(context))),
        kind(
            "Par praticien",
            "praticiens",
            (practitioner_subscription(p, context) for p in leaders(context)),
        ),
    )
    return tuple(group for group in found if group.calendars)
