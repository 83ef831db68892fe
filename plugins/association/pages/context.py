"""What every page is made from: the content, the day, the addresses, and who refers to whom."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TypeVar, cast

from typographie import Options

from ..content.addresses import Addresses, path_of
from ..content.entry import (
    AnyEntry,
    Capsule,
    DigitalDocument,
    Event,
    Group,
    Metier,
    News,
    Practitioner,
    order_of,
    title_of,
)
from ..content.event_states import state_of
from ..content.forge import Forge
from ..content.french_dates import day_in_words
from ..content.group import BODY, WrittenMember
from ..content.identity import Identity
from ..content.moments import Month, When, first_day
from ..content.reading import Content
from ..content.response_settings import ResponseSettings
from ..content.schema import Word, WrittenDocument, WrittenEvent, WrittenImage
from ..content.times import Slot
from ..content.waiting import is_published
from ..core.data_integrity import Keys
from ..core.pdf import pdf_facts
from ..core.results_cache import NO_CACHE, ResultsCache
from ..core.zone import today
from ..hosting.hosts import Host
from ..problems.report import pluralize
from .common import Body, Day, Document, Image, Link, Term
from .picture_places import PicturePlace
from .published_pictures import PublishedPictures

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class SiteSettings:
    """What pages show that does not depend on the content.

    ``forge`` is where editors change files online, if anywhere; ``has_forms``: the site includes
    ``redaction/``; ``offline``: browsers keep the offline page; ``theme`` maps the names of theme
    files to the served ones; ``host`` is the kind of host of the public site, None for a local one;
    ``tokens`` is the style sheet of the design tokens, ``""`` on a public site; ``badge_keys`` sign
    the badges of version 3.0, None where there are none. ``responses`` says where readers answer.
    ``typography`` is how words are typeset, on screens and on paper.
    """

    identity: Identity
    forge: Forge | None = None
    has_forms: bool = False
    offline: bool = False
    theme: Mapping[str, str] = field(default_factory=dict)
    host: Host | None = None
    tokens: str = ""
    badge_keys: Keys | None = field(default=None, repr=False)
    responses: ResponseSettings = field(default_factory=ResponseSettings)
    typography: Options = field(default_factory=Options)


@dataclass(frozen=True)
class Context:
    """The content at the instant ``asof`` (aware), with what all pages need to show it.

    ``body`` renders an entry's Markdown; ``with_drafts``: pages show unpublished entries too;
    ``results`` are those of earlier builds.
    """

    content: Content
    settings: SiteSettings
    addresses: Addresses
    asof: datetime
    body: Callable[[AnyEntry], Body]
    pictures: PublishedPictures
    with_drafts: bool = False
    results: ResultsCache = NO_CACHE
    _known: dict[Callable[..., object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: "Callable[[Context], V]") -> V:
        """Return ``make`` of this context, worked out at the first call only."""
        if make not in self._known:
            self._known[make] = make(self)
        return cast("V", self._known[make])

    def url(self, entry: AnyEntry) -> str:
        """Return the address of an entry's page."""
        return self.addresses.href(path_of(entry.folder, entry.slug))

    def absolute(self, entry: AnyEntry) -> str:
        """Return the full address of an entry's page."""
        return self.addresses.absolute(path_of(entry.folder, entry.slug))

    def link(self, entry: AnyEntry) -> Link:
        """Return a link to an entry's page, named by its title; an event's says its state too."""
        written = entry.written
        state = state_of(written).label if isinstance(written, WrittenEvent) else ""
        title = title_of(entry)
        return Link(f"{title} ({state})" if state else title, self.url(entry))

    def link_of_name(self, name: str) -> Link:
        """Return a name, leading to the site that the vocabulary knows of it, or nowhere."""
        entity = self.content.vocabulary.entities.get(name)
        return Link(name, entity.url if entity else "")

    @cached_property
    def news(self) -> list[News]:
        """The visible news items, latest first: neither drafts nor items dated in the future."""
        visible = (
            item
            for item in self.content.news.values()
            if self.with_drafts or self.is_published(item)
        )
        return sorted(visible, key=lambda item: (item.written.date, item.slug), reverse=True)

    def is_published(self, item: News) -> bool:
        """Return whether a news item is published: not a draft, and not dated in the future."""
        return is_published(item.written, today(self.asof))

    @cached_property
    def practitioners(self) -> list[Practitioner]:
        """The practitioners by name."""
        people = self.content.practitioners.values()
        return sorted(people, key=lambda person: (order_of(person.written), person.slug))

    @cached_property
    def reports(self) -> Mapping[str, list[News]]:
        """The news items that report on each event, oldest first."""
        return _group_by_key((item.written.event, item) for item in reversed(self.news))

    @cached_property
    def events_of(self) -> Mapping[str, list[Event]]:
        """The events that each practitioner leads, latest first."""
        events = sorted(
            self.content.events.values(),
            key=lambda event: (first_day(event.written.start), event.slug),
            reverse=True,
        )
        return _group_by_key((slug, event) for event in events for slug in event.written.speakers)

    @cached_property
    def capsules_of(self) -> Mapping[str, list[Capsule]]:
        """The capsules that each practitioner wrote."""
        return _group_by_key((capsule.written.author, capsule) for capsule in self.capsules)

    @cached_property
    def news_of(self) -> Mapping[str, list[News]]:
        """The news items about each practitioner, but for their own, latest first."""
        return _group_by_key(
            (slug, item)
            for item in self.news
            for slug in item.written.practitioners
            if slug != item.written.author
        )

    @cached_property
    def texts_of(self) -> Mapping[str, list[News]]:
        """The articles that each practitioner signed, latest first."""
        return _group_by_key((item.written.author, item) for item in self.news)

    @cached_property
    def capsules(self) -> list[Capsule]:
        """The capsules in their order."""
        capsules = self.content.capsules.values()
        return sorted(capsules, key=lambda capsule: (capsule.written.rank, capsule.slug))

    @cached_property
    def digital_documents(self) -> list[DigitalDocument]:
        """The documents of the archive, latest first."""
        documents = self.content.documents.values()
        return sorted(documents, key=lambda one: (one.written.date, one.slug), reverse=True)

    @cached_property
    def documents_of(self) -> Mapping[str, list[DigitalDocument]]:
        """The documents of the archive about each event, oldest first."""
        return _group_by_key((one.written.event, one) for one in reversed(self.digital_documents))

    @cached_property
    def documents_of_group(self) -> Mapping[str, list[DigitalDocument]]:
        """The documents of the archive that each group wrote, oldest first."""
        return _group_by_key((one.written.group, one) for one in reversed(self.digital_documents))

    @cached_property
    def groups(self) -> list[Group]:
        """The groups: bodies, then working groups, each kind in its order."""
        return sorted(
            self.content.groups.values(),
            key=lambda group: (group.written.kind != BODY, group.written.rank, group.slug),
        )

    @cached_property
    def groups_of(self) -> Mapping[str, list[tuple[Group, WrittenMember]]]:
        """The groups that each practitioner was, is or will be a member of, and as what."""
        return _group_by_key(
            (member.practitioner, (group, member))
            for group in self.groups
            for member in group.written.members
        )

    @cached_property
    def events_of_group(self) -> Mapping[str, list[Event]]:
        """The events at which each group meets."""
        return _group_by_key((event.written.group, event) for event in self.content.events.values())

    def archived(self, documents: Iterable[DigitalDocument]) -> tuple[Document, ...]:
        """Return documents of the archive to download, each with the page that presents it."""
        return tuple(
            replace(self.document(one.written.title, one.written.file), page=self.url(one))
            for one in documents
        )

    def image(self, written: WrittenImage | None, place: PicturePlace) -> Image | None:
        """Return a picture for ``place``, and publish it."""
        if written is None:
            return None
        caption, credit = written.caption or "", written.credit or ""
        return self.pictures.picture(written.file, written.alt, place, caption, credit)

    def documents(self, written: tuple[WrittenDocument, ...]) -> tuple[Document, ...]:
        """Return documents with their format, pages and weight."""
        return tuple(self.document(document.title, document.file) for document in written)

    def document(self, title: str, file: str) -> Document:
        """Return a file of the content's folder to download, under a title."""
        size = self.content.static.get(file, 0)
        file_format = file.rpartition(".")[2].upper()
        is_pdf = file_format == "PDF" and file in self.content.static
        pages = self.pages_of_pdf((self.content.root / file).read_bytes()) if is_pdf else 0
        return Document(title, self.addresses.href(file), about_file(file_format, size, pages))

    def pages_of_pdf(self, content: bytes) -> int:
        """Return how many pages a PDF has, 0 where that cannot be read."""
        facts = self.results.get_or_compute(("pdf facts", content), lambda: pdf_facts(content))
        return facts.pages if facts else 0


def published_at(item: News) -> datetime:
    """Return the instant at which a news item is published: the first midnight of its day."""
    return Slot(item.written.date).starts_at


def _group_by_key(pairs: Iterable[tuple[K | None, V]]) -> dict[K, list[V]]:
    """Return the values by key, in order; pairs whose key is None are left out."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        if key is not None:
            groups.setdefault(key, []).append(value)
    return groups


def regions_of_event(event: Event, context: Context) -> list[Word]:
    """Return the regions that an event or one of its dates takes place in, by postal codes."""
    places = (place for _, place in event.written.written_places())
    region_of = context.content.vocabulary.region_of
    found = (
        region_of(place.postal_code or "", place.country.name if place.country else "France")
        for place in places
    )
    return [region for region in dict.fromkeys(found) if region]


def term(word: Word) -> Term:
    """Return a word of the vocabulary as a term without a page."""
    return Term(word.name, word.slug)


def day_view(when: When, lang: str = "fr") -> Day:
    """Return a day in words and in ISO form; of an instant or a month, its first day."""
    day = first_day(when)
    if isinstance(when, Month):
        return Day(f"{when.year:04}-{when.month:02}", day_in_words(day, lang))
    return Day(day.isoformat(), day_in_words(day, lang))


def file_size(size: int) -> str:
    """Return « 84 ko » or « 1,2 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} ko"
    return f"{size / 1e6:.1f} Mo".replace(".", ",")


def about_file(file_format: str, size: int, pages: int = 0) -> str:
    """Return « PDF, 4 pages, 120 ko »; ``pages`` are 0 where nobody knows them."""
    said = (file_format, pluralize(pages, "page") if pages else "", file_size(size))
    return ", ".join(filter(None, said))


def metiers(context: Context) -> list[Metier]:
    """Return the métiers in their order."""
    unsorted = context.content.metiers.values()
    return sorted(unsorted, key=lambda metier: (metier.written.rank, metier.slug))
