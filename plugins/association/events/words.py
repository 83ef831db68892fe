"""What calendars and feeds say of an event, as plain text in French. Pure.

Dates are absolute, with weekday and year, so that no sentence becomes false with time.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from ..content.event_states import EventState
from ..content.french_dates import slot_in_words, when_in_words, zone_in_words
from ..content.money import amount_in_words
from ..problems.report import pluralize
from .places import EventPlace
from .public_event import PublicEvent, PublicRegistration
from .recurrence import Occurrence
from .sessions import SessionLine, programme_days

_NBSP = "\u00a0"
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_PREFIXES = {
    EventState.TENTATIVE: "À CONFIRMER – ",
    EventState.CANCELLED: "ANNULÉ – ",
    EventState.POSTPONED: "REPORTÉ – ",
}
# What cannot be seen can only mislead a calendar program or its reader: control signs, halves of
# signs, what Unicode keeps out of text, and signs that turn its direction.
_INVISIBLE = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
    + "\u202a-\u202e\u2066-\u2069\ufeff]"
)


def plain(text: str) -> str:
    """Return text without invisible signs, its line ends made « \\n »."""
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def line(text: str) -> str:
    """Return text as one line."""
    return " ".join(plain(text).split("\n"))


def titled(event: PublicEvent, state: EventState) -> str:
    """Return the title, with the state before it when nobody should come, or not count on it."""
    return _PREFIXES.get(state, "") + line(event.title)


def state_sentence(event: PublicEvent, date: Occurrence) -> str:
    """Return « Annulé. » with its reason, or ``""`` for an event that goes as announced."""
    if date.state is EventState.SCHEDULED:
        return ""
    label = date.state.label
    sentence = label[0].upper() + label[1:]
    if date.state is EventState.RESCHEDULED and date.was:
        sentence += f" (d’abord annoncé{_NBSP}: {slot_in_words(date.was, event.lang)})"
    return _sentences(sentence, date.reason)


def _sentences(*parts: str) -> str:
    """Return the parts as sentences, each ended."""
    ended = (part if part[-1] in ".!?…" else f"{part}." for part in parts if part)
    return " ".join(ended)


def when_line(event: PublicEvent, date: Occurrence) -> str:
    """Return when, with the zone for hours."""
    words = slot_in_words(date.slot, event.lang)
    return f"{words} ({zone_in_words(date.slot.zone)})" if date.slot.is_timed else words


def where_line(event: PublicEvent, date: Occurrence | None = None) -> str:
    """Return where an event, or one of its dates, takes place.

    That is the postal addresses on one line, « En ligne », or ``""``.
    """
    places = event.places_of(date) if date else event.places
    if event.mode == "en ligne":
        return "En ligne"
    if not places:
        return "En ligne" if event.mode == "mixte" else ""
    address = addresses_line(places)
    return f"{address} (et en ligne)" if event.mode == "mixte" else address


def addresses_line(places: Sequence[EventPlace]) -> str:
    """Return the names and addresses of places on one line."""
    return " / ".join(", ".join(address_lines(place)) for place in places)


def address_lines(place: EventPlace) -> Iterator[str]:
    """Yield the name of a place and its postal address, line by line."""
    return (line(part) for part in (place.name, *place.lines) if part)


def joining_line(event: PublicEvent, date: Occurrence) -> str:
    """Return where to connect, or ``""``."""
    joins = event.join_link_of(date)
    return f"Rejoindre la visioconférence{_NBSP}: {joins}" if joins else ""


def programme_lines(event: PublicEvent, date: Occurrence) -> Iterator[str]:
    """Yield the programme of a date, each day of several with its name; nothing without one."""
    found = programme_days(event.programme_of(date), event.lang, date.slot.first_day)
    for day in found:
        label = day.label and f", {day.label[0].lower()}{day.label[1:]}"
        yield f"Programme{label}{_NBSP}:"
        yield from map(_session_line, day.sessions)


def _session_line(session: SessionLine) -> str:
    detail = f" ({session.detail})" if session.detail else ""
    return f"– {session.hour}, {line(session.title)}{line(detail)}"


def registration_lines(event: PublicEvent, date: Occurrence) -> Iterator[str]:
    """Yield how to register; nothing when nobody should come."""
    registration = event.registration
    if date.is_full and date.state.takes_place:
        yield from full_lines(registration)
    if registration is None or not date.state.takes_place:
        return
    if date.deadline and not date.is_full:
        until = when_in_words(date.deadline, event.lang, weekday=True)
        included = "" if isinstance(date.deadline, datetime) else " inclus"
        yield f"Inscription jusqu’au {until}{included}{_at(registration)}"
    elif registration.days_before is not None and not date.is_full:
        yield f"Inscription jusqu’à {closing_in_words(registration)}{_at(registration)}"
    elif registration.link and not date.is_full:
        yield f"Inscription{_at(registration)}"
    price = price_in_words(registration)
    if price:
        yield f"Tarif{_NBSP}: {price}"
    if registration.conditions:
        yield _sentences(registration.conditions)


def full_lines(registration: PublicRegistration | None) -> Iterator[str]:
    """Yield that there is no seat left, and how to wait for one."""
    yield "Complet."
    if registration and registration.waiting_link:
        yield f"Liste d’attente{_NBSP}: {registration.waiting_link}"
    elif registration and registration.waiting_words:
        yield _sentences(registration.waiting_words)


def closing_in_words(registration: PublicRegistration) -> str:
    """Return how long before each date registration closes: « 3 jours avant chaque date »."""
    days = registration.days_before or 0
    before = pluralize(days, "jour").replace(" ", _NBSP)
    return f"{before} avant chaque date" if days else "la date elle-même"


def _at(registration: PublicRegistration) -> str:
    return f"{_NBSP}: {registration.link}" if registration.link else ""


def price_in_words(registration: PublicRegistration) -> str:
    """Return « gratuit », « 45 € » or ``""`` when no price is known."""
    price = registration.price
    if price is None:
        return ""
    if price == 0:
        return "gratuit"
    return amount_in_words(price, registration.currency)


def description(event: PublicEvent, date: Occurrence) -> str:
    """Return everything a calendar program shows below the title, a paragraph a line."""
    lines = [
        state_sentence(event, date),
        event.summary,
        joining_line(event, date),
        *programme_lines(event, date),
        *registration_lines(event, date),
        *(f"Compte rendu{_NBSP}: {report.url}" for report in event.reports),
        f"Tout savoir{_NBSP}: {event.url_of(date)}",
    ]
    return plain("\n".join(text for text in lines if text))
