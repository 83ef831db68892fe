"""What the site's search answers by itself, before it looks into pages: for the browser.

``recherche/reponses.json``, read by ``theme/static/js/reponses.js``:

==============  ===================================================================================
``directory``   the address of the directory; ``agenda`` that of the agenda
``profiles``    whether the pages that are searched are those of people too
``lists``       the address below which the lists of a facet are, by its key
``pages``       address, kind, title, summary and visitors' words between bars
``people``      address, name, place, 1 for somebody invented
``categories``  name, visitors' words between bars, address or ``""`` when it has no event
``dates``       in order, past and to come: the instant they are over, address, title, when,
                where, the name of the category, price, 1 for an invented one, month
``months``      the address of each month's page, by the month: « 2027-03 »
``places``      the names of regions and countries, which are places whatever else they mean
==============  ===================================================================================
"""

import json
from collections.abc import Iterator, Sequence, Set
from typing import cast

from ..content.addresses import SEARCH, path_of
from ..content.common import SoughtEntry
from ..content.content_types import CONTENT_TYPES
from ..content.entry import Entry, title_of
from ..content.times import iso_utc
from ..events.addresses import PAST, SUBSCRIBE, month_path
from ..events.agenda import Agenda
from ..events.grid import by_month_touched
from ..events.iso_times import iso
from ..events.occurrences import past, upcoming
from ..events.page import agenda_line
from ..events.recurrence import Occurrence
from ..events.words import price_in_words
from ..pages.context import Context
from ..pages.page import OutputFile, OutputPage
from ..people.facets import ROOT, SUBJECTS, facet_path
from ..people.lists import directory

PATH = f"{SEARCH}reponses.json"
# Older dates are found by their pages; the agenda has all.
_MOST_PAST = 100
_MOST_TO_COME = 150
# Pages of the agenda that are made and not written: title, summary, visitors' words.
_OF_AGENDA = {
    PAST: (
        "Les rendez-vous passés",
        "Année par année, avec leurs comptes rendus.",
        "passé|rendez-vous passé|évènement passé|rencontre passée|archives|anciennes dates",
    ),
    SUBSCRIBE: (
        "S’abonner à l’agenda",
        "Recevoir les dates dans son propre calendrier, ou dans un lecteur de nouvelles.",
        "s’abonner|abonnement|abonner au calendrier|iCal|ics|flux|RSS|Outlook|Google Agenda|alerte",
    ),
}
# The folders of what visitors seek by words of their own, pages first.
_SOUGHT = tuple(
    folder
    for folder, of_type in reversed(CONTENT_TYPES.items())
    if issubclass(of_type.model, SoughtEntry)
)
# Pages that no visitor seeks.
_ASIDE = ("404", "accueil")


def search_answers(context: Context, agenda: Agenda, pages: Sequence[OutputPage]) -> OutputFile:
    """Return the file of answers; ``pages`` are all those of the site."""
    href = context.addresses.href
    answers = {
        "directory": href(ROOT),
        "agenda": href(path_of("pages", "agenda")),
        "profiles": not directory(context).is_long(),
        "lists": {facet.key: href(facet_path(facet)) for facet in SUBJECTS},
        "pages": [*_pages(context), *_pages_of_agenda(context, {page.path for page in pages})],
        "people": list(_people(context)),
        "categories": list(_categories(context, agenda)),
        "dates": list(_dates(agenda)),
        "months": {
            iso(month): href(month_path(month))
            for month in by_month_touched(agenda.all_occurrences)
        },
        "places": [
            word.name
            for kind in ("regions", "countries")
            for word in context.content.vocabulary.of_kind(kind).values()
        ],
    }
    text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(PATH, text.encode())


def _pages(context: Context) -> Iterator[list[str]]:
    for folder in _SOUGHT:
        for entry in context.content.entries[folder].values():
            if entry.slug not in _ASIDE:
                yield _page(cast("Entry[SoughtEntry]", entry), context)


def _pages_of_agenda(context: Context, paths: Set[str]) -> Iterator[list[str]]:
    for path, texts in _OF_AGENDA.items():
        if path in paths:
            yield [context.addresses.href(path), "Agenda", *texts]


def _page(entry: Entry[SoughtEntry], context: Context) -> list[str]:
    written = entry.written
    kind = CONTENT_TYPES[entry.folder].search_name
    words = "|".join(written.visitor_words)
    return [context.url(entry), kind, title_of(entry), written.summary, words]


def _people(context: Context) -> Iterator[list[str | int]]:
    published = directory(context).published
    for entry in context.practitioners:
        person = published[entry.slug]
        yield [person.url, person.name, person.place, int(person.is_example)]


def _categories(context: Context, agenda: Agenda) -> Iterator[list[str]]:
    words = context.content.vocabulary
    pages = {event.category.name: event.category.url for event in agenda.public_events.values()}
    for word in words.of_kind("categories").values():
        said = "|".join(words.words_for("categories", word))
        yield [word.name, said, pages.get(word.name, "")]


def _dates(agenda: Agenda) -> Iterator[list[str | int]]:
    asof = agenda.context.asof
    held = [item for item in agenda.all_occurrences if item.state.takes_place]
    latest, to_come = past(held, asof=asof)[:_MOST_PAST], upcoming(held, asof=asof)
    for item in (*reversed(latest), *to_come[:_MOST_TO_COME]):
        yield _date(item, agenda)


def _date(item: Occurrence, agenda: Agenda) -> list[str | int]:
    line = agenda_line(item, agenda)
    registration = agenda.public_events[item.slug].registration
    return [
        iso_utc(item.slot.over_at),
        line.url,
        line.title,
        line.dates.label,
        line.where,
        line.category.name,
        price_in_words(registration) if registration else "",
        int(line.is_example),
        item.slot.first_day.isoformat()[:7],
    ]
