"""What is known of the changes of an event: when it was written and how often it moved. Pure.

Where it comes from (git, or the front matter alone) is ``history``'s.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# RFC 5545 asks for a DTSTAMP even where nothing is known of the past of a file.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Revision:
    """The life of an event's file.

    ``sequence`` counts the changes of its dates, place, mode or state (RFC 5545 §3.8.7.4).
    ``created`` and ``last_modified`` are UTC instants, None when nobody knows.
    """

    sequence: int = 0
    created: datetime | None = None
    last_modified: datetime | None = None

    @property
    def stamp(self) -> datetime:
        """The instant of the last revision (DTSTAMP); without one, it grows with ``sequence``."""
        return self.last_modified or _LONG_AGO + timedelta(seconds=self.sequence)


def identity_of(slug: str, uid: str | None) -> str:
    """Return the name that an event keeps for ever: its first file name."""
    return uid or slug
