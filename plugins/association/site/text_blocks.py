"""What the blocks of a text show that the text does not say: people, dates, weights, definitions.

A block's HTML waits for it at its mark; when there is nothing to show any more (a person who left),
the place that waited goes too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..content.addresses import path_of
from ..content.schema import WrittenVideo
from ..content.text_blocks import (
    WrittenDownload,
    WrittenNextDates,
    WrittenPeople,
    WrittenPerson,
    WrittenQuotation,
    WrittenTermBlock,
    WrittenTextBlock,
    WrittenVideoBlock,
)
from ..content.vocabulary import GlossaryTerm
from ..events import page
from ..events.addresses import category_term, event_region_term, series_term
from ..events.agenda import Agenda
from ..events.occurrences import upcoming
from ..events.recurrence import Occurrence
from ..events.view import AgendaLine
from ..pages.common import Document, Link
from ..pages.context import Context
from ..pages.videos import video
from ..pages.windows import Timed, Window
from ..people.facets import AUDIENCE, FORM, LANGUAGE, METIER, REGION, THEME, Value, list_path, title
from ..people.lists import directory
from ..people.values import value_of
from ..people.view import PublicPerson

_MARKED = re.compile(r'<(?P<tag>\w+) data-bloc="(?P<number>\d+)">.*?</(?P=tag)>', re.DOTALL)
_EMPTIED = re.compile(r'<(?P<tag>aside|p) class="bloc-[\w-]+">\s*</(?P=tag)>\n?')
_PEOPLE, _DATES = 6, 3


@dataclass(frozen=True)
class ShownPeople:
    """People who have something in common, and the link to all of them, None without more."""

    people: tuple[PublicPerson, ...]
    all_of_them: Link | None


@dataclass(frozen=True)
class ShownDates:
    """The next dates, each while it is one, and where all are.

    ``none_left`` is once all of them are over; ``has_more``: there are others, later.
    """

    dates: tuple[Timed[AgendaLine], ...]
    none_left: Window
    has_more: bool
    agenda: Link


@dataclass(frozen=True)
class ShownTerm:
    """A term with its definition; ``url`` is its place in the glossary, ``""`` without a page."""

    name: str
    definition: str
    url: str


Shown = PublicPerson | ShownPeople | ShownDates | Document | ShownTerm | Link


def with_text_blocks(
    html: str,
    blocks: Sequence[WrittenTextBlock | None],
    agenda: Agenda,
    render: Callable[[str, Shown], str],
) -> str:
    """Return a text whose blocks show what they are to.

    ``render`` returns the HTML of a block by its name and what it shows.
    """

    def shown(marked: re.Match[str]) -> str:
        block = blocks[int(marked["number"])]
        found = shown_by(block, agenda) if block else None
        return render(block.name, found) if block and found else ""

    return _EMPTIED.sub("", _MARKED.sub(shown, html)) if blocks else html


def shown_by(block: WrittenTextBlock, agenda: Agenda) -> Shown | None:
    """Return what a block shows on the day of the agenda, None when there is nothing of it."""
    context = agenda.context
    found: Shown | None = None
    match block.options:
        case WrittenPerson() as person:
            found = directory(context).published.get(person.slug)
        case WrittenPeople() as people:
            found = _people(people, context)
        case WrittenNextDates() as dates:
            found = _dates(dates, agenda)
        case WrittenDownload() as download:
            found = context.document(block.title, download.file)
        case WrittenVideoBlock() as watched:
            found = _video(block.title, watched, context)
        case WrittenQuotation(source=str(source), url=str(url)):
            found = Link(source, url)
        case WrittenTermBlock() as explained:
            found = _term(explained.term, context)
    return found


def _people(asked: WrittenPeople, context: Context) -> ShownPeople:
    values = tuple(_values(asked, context))
    known = directory(context)
    found = [
        person
        for person in known.of(values[:1] if known.count(*values[:1]) else ())
        if person.values.issuperset(values)
    ]
    most = asked.count or _PEOPLE
    has_list = known.count(*values) > 0
    listed = values if has_list else values[:1]
    more = Link(title(listed), context.addresses.href(list_path(listed)))
    return ShownPeople(tuple(found[:most]), more if len(found) > most or not has_list else None)


def _values(asked: WrittenPeople, context: Context) -> Iterator[Value]:
    """Yield the values that people are asked to have, the region first."""
    if asked.region:
        yield value_of(REGION, asked.region)
    if asked.metier:
        yield Value(METIER, asked.metier, context.content.metiers[asked.metier].written.title, "")
    words = ((AUDIENCE, asked.audience), (THEME, asked.theme), (FORM, asked.form))
    for facet, word in (*words, (LANGUAGE, asked.language)):
        if word:
            yield value_of(facet, word)


def _dates(asked: WrittenNextDates, agenda: Agenda) -> ShownDates:
    asof = agenda.context.asof
    found = [
        item
        for item in upcoming(agenda.all_occurrences, asof=asof)
        if _is_asked(item, asked, agenda)
    ]
    most = asked.count or _DATES
    known = found[: 2 * most]
    return ShownDates(
        page.next_dates(known, agenda, most),
        page.once_past(known, asof),
        len(found) > len(known),
        _list_of_dates(asked, agenda.context),
    )


def _is_asked(item: Occurrence, asked: WrittenNextDates, agenda: Agenda) -> bool:
    written = agenda.context.content.events[item.slug].written
    return (
        asked.category in (None, written.category)
        and asked.series in (None, written.series)
        and (asked.region is None or asked.region in agenda.regions_of(item))
    )


def _list_of_dates(asked: WrittenNextDates, context: Context) -> Link:
    """Return the link to the page of the agenda that has all that a block shows the first of."""
    addresses = context.addresses
    if asked.series:
        term = series_term(asked.series, addresses)
    elif asked.region:
        term = event_region_term(asked.region, addresses)
    elif asked.category:
        term = category_term(asked.category, addresses)
    else:
        return Link("Tout l’agenda", addresses.href(path_of("pages", "agenda")))
    return Link(f"Toutes les dates : {term.name}", term.url)


def _video(title_of_video: str, watched: WrittenVideoBlock, context: Context) -> Link | None:
    written = WrittenVideo.model_construct(
        title=title_of_video, url=watched.url, minutes=watched.minutes, image=None
    )
    shown = video(written, context)
    return Link(shown.label, shown.url) if shown else None


def _term(name: str, context: Context) -> ShownTerm | None:
    term = context.content.vocabulary.term(name)
    return shown_term(term, context) if term else None


def shown_term(term: GlossaryTerm, context: Context) -> ShownTerm:
    """Return a term of the glossary as texts show it."""
    has_page = "glossaire" in context.content.pages
    path = f"{path_of('pages', 'glossaire')}#{term.anchor}"
    return ShownTerm(term.name, term.definition, context.addresses.href(path) if has_page else "")
