"""Structured data of events, in the vocabulary of schema.org (Event, EventSeries). Pure.

Only what is known is said: no placeholder, and no link to a meeting that does not take place.
"""

from collections.abc import Mapping

from ..content.event_states import EventState
from ..content.times import Slot, iso_utc
from ..content.vocabulary import Entity
from ..pages.common import Link
from ..pages.jsonld import Node, named, organization_id
from .iso_times import iso_end, iso_start
from .places import EventPlace
from .public_event import PublicEvent, PublicRegistration
from .recurrence import Occurrence
from .sessions import at, detail
from .words import line

_SCHEMA = "https://schema.org/"
_MODES = {"sur place": "Offline", "en ligne": "Online", "mixte": "Mixed"}


def event_nodes(event: PublicEvent, site_url: str, entities: Mapping[str, Entity]) -> list[Node]:
    """Return the Event of each date; several dates belong to one EventSeries, given first.

    ``entities`` are those of the vocabulary.
    """
    if not event.is_one_of_many:
        return [
            _event(event, date, site_url, entities, _named_series(event)) for date in event.dates
        ]
    of_dates: Node = {"@id": f"{event.url}#event"}
    return [
        _series_of_dates(event, site_url, entities, _named_series(event)),
        *(_event(event, date, site_url, entities, of_dates) for date in event.dates),
    ]


def _named_series(event: PublicEvent) -> Node:
    if event.series is None:
        return {}
    return {"@type": "EventSeries", "name": event.series.name}


def _series_of_dates(
    event: PublicEvent, site_url: str, entities: Mapping[str, Entity], above: Node
) -> Node:
    first, last = event.dates[0].slot, max(event.dates, key=_end_of).slot
    node: Node = {
        "@type": "EventSeries",
        "@id": f"{event.url}#event",
        "name": line(event.title),
        "description": line(event.summary),
        "url": event.url,
        "inLanguage": event.lang,
        "startDate": iso_start(first),
        "endDate": iso_end(last) or iso_start(last),
        "organizer": _organizers(event, site_url, entities),
    }
    return _known(node | {"superEvent": above})


def _end_of(date: Occurrence) -> str:
    return iso_utc(date.slot.over_at)


def _event(
    event: PublicEvent,
    date: Occurrence,
    site_url: str,
    entities: Mapping[str, Entity],
    above: Node,
) -> Node:
    moved = date.state is EventState.RESCHEDULED and date.was is not None
    node: Node = {
        "@type": "Event",
        "@id": event.url_of(date) if "#" in event.url_of(date) else f"{event.url_of(date)}#event",
        "name": line(event.title),
        "description": line(event.summary),
        "image": event.picture.url if event.picture else "",
        "url": event.url_of(date),
        "inLanguage": event.lang,
        "startDate": iso_start(date.slot),
        "endDate": iso_end(date.slot),
        "eventStatus": f"{_SCHEMA}{date.state.event_status}",
        "previousStartDate": iso_start(date.announced) if moved else "",
        "eventAttendanceMode": f"{_SCHEMA}{_MODES[event.mode]}EventAttendanceMode",
        "location": _locations(event, date),
        "organizer": _organizers(event, site_url, entities),
        "performer": _performers(event, entities),
        "subjectOf": [_report(report) for report in event.reports],
        "superEvent": above,
        "subEvent": _sessions(event, date),
    }
    return _known(node | _on_registration(event, date))


def _sessions(event: PublicEvent, date: Occurrence) -> list[Node]:
    """Return the programme of an event of one date; of several, it would say itself over again."""
    if event.is_one_of_many:
        return []
    return [
        _known(
            {
                "@type": "Event",
                "name": line(session.title),
                "description": line(detail(session)),
                "startDate": iso_start(Slot(at(session, date.slot.first_day), zone=date.slot.zone)),
                "eventAttendanceMode": f"{_SCHEMA}{_MODES[event.mode]}EventAttendanceMode",
                "location": _locations(event, date),
            }
        )
        for session in event.programme_of(date)
    ]


def _known(node: Node) -> Node:
    """Return the node without what is empty; « false » and nought are something known."""
    return {key: value for key, value in node.items() if value not in ("", [], {}, None)}


def _locations(event: PublicEvent, date: Occurrence) -> list[Node]:
    places: list[Node] = []
    if event.mode != "en ligne":
        places += map(_place, event.places_of(date))
    if event.mode != "sur place":
        # A meeting without a public link is reached through its page.
        joins = event.join_link_of(date)
        places.append({"@type": "VirtualLocation", "url": joins or event.url_of(date)})
    return places


def _place(place: EventPlace) -> Node:
    address: Node = {
        "@type": "PostalAddress",
        "streetAddress": place.address,
        "postalCode": place.postal_code,
        "addressLocality": place.city,
        "addressCountry": place.country_code,
    }
    node: Node = {
        "@type": "Place",
        "name": place.name or place.city,
        "address": _known(address),
    }
    if place.latitude is not None and place.longitude is not None:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    return node


def _organizers(event: PublicEvent, site_url: str, entities: Mapping[str, Entity]) -> list[Node]:
    """Return who organises: the association by its identifier, others by their name."""
    ours = event.contact.name if event.contact else ""
    others: list[Node] = [
        named(name, "Organization", entities) for name in event.organizers if name != ours
    ]
    is_ours = not event.organizers or len(others) < len(event.organizers)
    association: list[Node] = [{"@id": organization_id(site_url)}] if is_ours else []
    return association + others


def _performers(event: PublicEvent, entities: Mapping[str, Entity]) -> list[Node]:
    leading = [
        _known({"@type": "Person", "name": speaker.label, "url": speaker.url})
        for speaker in event.speakers
    ]
    return [*leading, *(named(guest, "Person", entities) for guest in event.guests)]


def _report(report: Link) -> Node:
    return {"@type": "NewsArticle", "@id": report.url, "headline": report.label, "url": report.url}


def _on_registration(event: PublicEvent, date: Occurrence) -> Node:
    registration = event.registration
    if registration is None:
        return _sold_out({}, event, date)
    node: Node = {"maximumAttendeeCapacity": registration.seats}
    if registration.price is not None:
        node["isAccessibleForFree"] = registration.price == 0
        if date.state.takes_place and registration.link:
            node["offers"] = _offer(registration)
    return node | _sold_out(node, event, date)


def _sold_out(node: Node, event: PublicEvent, date: Occurrence) -> Node:
    """Return the offer of a date without a seat left; nothing for the others."""
    if not date.is_full or not date.state.takes_place:
        return {}
    offer = node.get("offers") or {"@type": "Offer", "url": event.url_of(date)}
    assert isinstance(offer, dict)
    return {"offers": offer | {"availability": f"{_SCHEMA}SoldOut"}}


def _offer(registration: PublicRegistration) -> Node:
    return {
        "@type": "Offer",
        "price": f"{registration.price}",
        "priceCurrency": registration.currency,
        "url": registration.link,
    }
