"""The six states of an event, in the words of people, schema.org and iCalendar. Pure.

Sources: schema.org EventStatusType; RFC 5545 §3.8.1.11.
"""

from enum import Enum

from .event import WrittenDate, WrittenEvent


class EventState(Enum):
    """A state: its code, its French words, schema.org's status and iCalendar's STATUS."""

    SCHEDULED = ("scheduled", "", "EventScheduled", "CONFIRMED")
    TENTATIVE = ("tentative", "à confirmer", "EventScheduled", "TENTATIVE")
    CANCELLED = ("cancelled", "annulé", "EventCancelled", "CANCELLED")
    POSTPONED = ("postponed", "reporté, nouvelle date à venir", "EventPostponed", "CANCELLED")
    RESCHEDULED = ("rescheduled", "nouvelle date", "EventRescheduled", "CONFIRMED")
    MOVED_ONLINE = ("moved-online", "passe en ligne", "EventMovedOnline", "CONFIRMED")

    def __init__(self, code: str, label: str, event_status: str, ical_status: str) -> None:
        self.code = code
        self.label = label
        self.event_status = event_status
        self.ical_status = ical_status

    @property
    def takes_place(self) -> bool:
        """Whether people should come."""
        return self not in (EventState.CANCELLED, EventState.POSTPONED)


def state_of(event: WrittenEvent) -> EventState:
    """Return the state of an event as its front matter tells it.

    What keeps it from taking place counts first, then what people must know to come.
    """
    moved_online = event.mode == "en ligne" and event.initial_mode not in (None, "en ligne")
    return _state(event.status, is_moved=event.initial_date is not None, is_online=moved_online)


def state_of_date(written: WrittenDate, event: WrittenEvent) -> EventState:
    """Return the state of one date of a list: its own, unless the whole event says more."""
    whole = state_of(event.model_copy(update={"initial_date": None}))
    own = _state(written.status, is_moved=written.initial_date is not None, is_online=False)
    return whole if own is EventState.SCHEDULED or not whole.takes_place else own


def _state(status: str, *, is_moved: bool, is_online: bool) -> EventState:
    if status == "annulé":
        return EventState.CANCELLED
    if status == "reporté":
        return EventState.POSTPONED
    if status == "à confirmer":
        return EventState.TENTATIVE
    if is_moved:
        return EventState.RESCHEDULED
    return EventState.MOVED_ONLINE if is_online else EventState.SCHEDULED
