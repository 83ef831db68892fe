"""The agenda: the events of the content on a day, made once for all pages and files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..content.entry import AnyEntry, Event, title_of
from ..content.history import History
from ..content.revisions import Revision
from ..content.schema import Word
from ..content.times import utc
from ..core.cache import digest
from ..core.results_cache import inputs_of
from ..pages.common import Link
from ..pages.context import Context, published_at, regions_of_event
from ..pages.picture_places import TEXT
from .addresses import event_region_term
from .occurrences import occurrences
from .public_event import Contact, EventPicture, PublicEvent, public_event
from .recurrence import Occurrence
from .view import AgendaLine


@dataclass(frozen=True)
class Agenda:
    """The events of a context, and what git knows of their past."""

    context: Context
    history: History

    @cached_property
    def occurrences(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """The dates of each event by slug."""
        return {slug: occurrences(event) for slug, event in self.context.content.events.items()}

    @cached_property
    def all_occurrences(self) -> list[Occurrence]:
        """The dates of all events, event by event."""
        return [item for of_event in self.occurrences.values() for item in of_event]

    @cached_property
    def lines(self) -> dict[tuple[str, str], AgendaLine]:
        """The lines of the agenda made so far, by event and date: ten lists show each one."""
        return {}

    @cached_property
    def public_events(self) -> Mapping[str, PublicEvent]:
        """What is published of each event by slug."""
        events = self.context.content.events
        return {slug: self._public_event(event) for slug, event in events.items()}

    @cached_property
    def inputs_of_event(self) -> Mapping[str, bytes]:
        """What is published of each event, as an input of what is made from it, by its address."""
        return {event.url: digest(inputs_of(event)) for event in self.public_events.values()}

    def regions_of(self, date: Occurrence) -> list[Word]:
        """Return the regions that a date takes place in."""
        region_of = self.context.content.vocabulary.region_of
        places = self.public_events[date.slug].places_of(date)
        found = dict.fromkeys(region_of(place.postal_code, place.country) for place in places)
        return [region for region in found if region]

    def _public_event(self, event: Event) -> PublicEvent:
        context = self.context
        regions = regions_of_event(event, context)
        people, identity = context.content.practitioners, context.settings.identity
        return public_event(
            event,
            self._revision(event),
            context.addresses,
            regions=[event_region_term(region, context.addresses) for region in regions],
            speakers=[self._full_link(people[slug]) for slug in event.written.speakers],
            picture=self._picture(event),
            reports=[self._full_link(item) for item in context.reports.get(event.slug, ())],
            contact=Contact(identity.name, identity.secretariat),
        )

    def _picture(self, event: Event) -> EventPicture | None:
        image = self.context.image(event.written.image, TEXT)
        return (
            EventPicture(f"{self.context.addresses.origin}{image.url}", image.alt)
            if image
            else None
        )

    def _revision(self, event: Event) -> Revision:
        """Return the revision of an event: its reports are news of it, from the day they appear."""
        known, context = self.history.revisions[event.slug], self.context
        if known.last_modified is None:
            return known
        reports = [
            item for item in context.reports.get(event.slug, ()) if context.is_published(item)
        ]
        instants = [known.last_modified, *(utc(published_at(item)) for item in reports)]
        if event.slug in self.history.reported:
            instants.append(self.history.reported[event.slug])
        return replace(known, last_modified=max(instants))

    def _full_link(self, entry: AnyEntry) -> Link:
        return Link(title_of(entry), self.context.absolute(entry))
