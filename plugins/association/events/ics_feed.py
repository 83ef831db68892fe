"""What a calendar for calendar programs says of itself, apart from ``ics``, which writes it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Feed:
    """A calendar as a whole; addresses are full.

    ``url`` is the page of the same events, ``source_url`` the calendar's own. ``colour`` is a
    colour name of CSS 3 (RFC 7986 §5.9), or ``""``. ``with_reminders``: what takes place has an
    alarm the day before. ``description_if_bounded`` is said where the weight of the calendar left
    dates out.
    """

    name: str
    description: str
    url: str
    source_url: str
    colour: str = ""
    with_reminders: bool = False
    description_if_bounded: str = ""
