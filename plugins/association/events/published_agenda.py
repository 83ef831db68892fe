"""What the published site announces, read back from its ``agenda.json``. Pure.

Its writer is ``agenda_json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

_PLACE = ("name", "address", "postal_code", "city", "country")

MODES = {"sur place": "in-person", "en ligne": "online", "mixte": "mixed"}
"""What the agenda for other sites calls the modes of events."""


@dataclass(frozen=True)
class PublishedDate:
    """A date as it was published: ``start``, ``end`` and ``announced`` as ``iso_times`` writes.

    ``announced`` is the start first announced; ``label`` says when, in French.
    """

    start: str
    end: str
    announced: str
    over_at: datetime
    state: str
    label: str


@dataclass(frozen=True)
class PublishedEvent:
    """An event as it was published; ``identity`` is the name that it keeps for ever."""

    identity: str
    title: str
    sequence: int
    created: datetime | None
    mode: str
    join_link: str
    places: tuple[tuple[str, ...], ...]
    dates: tuple[PublishedDate, ...]

    def dates_to_come(self, now: datetime) -> tuple[PublishedDate, ...]:
        """Return its dates that are not over at ``now`` (aware)."""
        return tuple(one for one in self.dates if one.over_at > now)


@dataclass(frozen=True)
class PublishedAgenda:
    """The events of the published site by identity, and the day it was built for, if known."""

    events: Mapping[str, PublishedEvent] = field(default_factory=dict)
    built_for: date | None = None


def published_agenda(agenda: bytes, next_change: bytes = b"") -> PublishedAgenda:
    """Return what a published site's two files say; raise ValueError when it is no agenda."""
    try:
        events = [_event(said) for said in json.loads(agenda)["events"]]
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no agenda.json of such a site") from error
    return PublishedAgenda({event.identity: event for event in events}, _built_for(next_change))


def _built_for(next_change: bytes) -> date | None:
    """Return the day that a site was built for, None where its file does not say it."""
    try:
        return date.fromisoformat(json.loads(next_change)["built_for"])
    except (ValueError, KeyError, TypeError):
        return None


def _event(said: Mapping[str, Any]) -> PublishedEvent:
    created = said["created"]
    return PublishedEvent(
        identity=str(said["uid"]).rpartition("@")[0],
        title=str(said["title"]),
        sequence=int(said["sequence"]),
        created=_instant(created) if created else None,
        mode=str(said["mode"]),
        join_link=str(said["join_url"] or ""),
        places=tuple(map(_place, _places(said))),
        dates=tuple(_date(date_) for date_ in said["dates"]),
    )


def _places(said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the places of an event; a site of before they could be several says one."""
    one = [said["place"]] if said["place"] else []
    return said.get("places") or one


def _place(said: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(said.get(name) or "") for name in _PLACE)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without its offset")
    return instant


def _date(said: Mapping[str, Any]) -> PublishedDate:
    return PublishedDate(
        start=str(said["start"]),
        end=str(said["end"] or ""),
        announced=str(said["initially"] or said["start"]),
        over_at=_instant(said["over_at"]),
        state=str(said["state"]),
        label=str(said["label"]),
    )
