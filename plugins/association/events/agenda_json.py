"""The agenda for other sites: ``/agenda.json``, whose fields ``docs/agenda-json.md`` describes.

Nothing says what is to come or past: the reader compares ``over_at`` with its own clock. Pure.
"""

import json
from collections.abc import Sequence

from ..content.times import closes_at, iso_utc
from ..pages.common import Link, Term
from .iso_times import iso_end, iso_start
from .places import EventPlace
from .public_event import PublicEvent
from .published_agenda import MODES
from .recurrence import Occurrence
from .sessions import Session
from .words import line, when_line, where_line

# Raised when a field changes its meaning or goes away; a new field does not change it.
VERSION = 1

Node = dict[str, object]


def agenda_json(name: str, url: str, events: Sequence[PublicEvent]) -> bytes:
    """Return the agenda ``name``, whose page is ``url``, by first date then identifier."""
    ordered = sorted(events, key=lambda event: (iso_utc(event.first.starts_at), event.uid))
    agenda: Node = {
        "version": VERSION,
        "name": name,
        "url": url,
        "events": [_event(event) for event in ordered],
    }
    return (json.dumps(agenda, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: PublicEvent) -> Node:
    revision = event.revision
    return {
        "uid": event.uid,
        "url": event.url,
        "title": line(event.title),
        "summary": line(event.summary),
        "language": event.lang,
        "state": event.state.code,
        "state_label": event.state.label,
        "reason": event.reason,
        "category": _word(event.category),
        "series": _word(event.series) if event.series else None,
        "number": event.number,
        "mode": MODES[event.mode],
        "full": event.is_full,
        "where": where_line(event),
        "place": _place(event.places[0]) if event.places else None,
        "places": [_place(place) for place in event.places],
        "programme": _programme(event.programme),
        "join_url": event.join_link if event.state.takes_place and event.join_link else None,
        "registration": _registration(event),
        "organizers": list(event.organizers),
        "speakers": [_link(speaker) for speaker in event.speakers],
        "guests": list(event.guests),
        "image": {"url": event.picture.url, "alt": event.picture.alt} if event.picture else None,
        "reports": [_link(report) for report in event.reports],
        "dates": [_date(event, date) for date in event.dates],
        "sequence": revision.sequence,
        "created": iso_utc(revision.created) if revision.created else None,
        "modified": iso_utc(revision.last_modified) if revision.last_modified else None,
    }


def _word(word: Term) -> Node:
    return {"slug": word.slug, "name": word.name}


def _link(link: Link) -> Node:
    return {"name": link.label, "url": link.url}


def _place(place: EventPlace) -> Node:
    return {
        "name": place.name or None,
        "address": place.address or None,
        "postal_code": place.postal_code or None,
        "city": place.city,
        "country": place.country_code,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "access": place.access or None,
    }


def _programme(sessions: Sequence[Session]) -> list[Node]:
    return [
        {
            "day": session.day,
            "time": f"{session.hour:%H:%M}",
            "title": line(session.title),
            "people": session.people or None,
            "room": session.room or None,
        }
        for session in sessions
    ]


def _registration(event: PublicEvent) -> Node | None:
    registration = event.registration
    if registration is None:
        return None
    deadline = registration.deadline if registration.days_before is None else None
    return {
        "url": registration.link or None,
        "closes_at": iso_utc(closes_at(deadline, event.first.zone)) if deadline else None,
        "seats": registration.seats,
        "price": f"{registration.price}" if registration.price is not None else None,
        "currency": registration.currency if registration.price is not None else None,
        "conditions": registration.conditions or None,
        "waiting_list_url": registration.waiting_link or None,
        "waiting_list": registration.waiting_words or None,
    }


def _date(event: PublicEvent, date: Occurrence) -> Node:
    slot = date.slot
    return {
        "uid": event.uid_of(date),
        "url": event.url_of(date),
        "start": iso_start(slot),
        "end": iso_end(slot) or None,
        "timezone": str(slot.zone),
        "over_at": iso_utc(slot.over_at),
        "label": when_line(event, date),
        "where": where_line(event, date),
        "place": _place(date.own_place) if date.own_place else None,
        "programme": _programme(date.own_programme) or None,
        "state": date.state.code,
        "state_label": date.state.label,
        "reason": date.reason,
        "full": date.is_full,
        "registration_closes_at": iso_utc(date.registration_closes_at) if date.deadline else None,
        "initially": iso_start(date.was) if date.was else None,
    }
