"""Which dates a subscription holds: recent ones and those to come, as many as fit. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Protocol, TypeVar

from ..content.times import utc


class Dated(Protocol):
    """What is written of one date or of one rule."""

    @property
    def starts_at(self) -> datetime:
        """The UTC instant at which it begins."""

    @property
    def over_at(self) -> datetime:
        """The UTC instant at which nothing of it is to come."""

    @property
    def weight(self) -> int:
        """Its bytes, with its reminder."""


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True)
class Reach:
    """What was not over by ``since``, up to ``heaviest`` bytes, as of ``now``; both are aware.

    Where that is too much, what was over for longest leaves first, then what is furthest ahead.
    What was left out enters when something else is over: an instant at which the site is due.
    """

    since: datetime
    now: datetime
    heaviest: int

    def recent(self, found: Iterable[D]) -> list[D]:
        """Return what was not over by ``since``; a rule stays whole until its last date is."""
        return [one for one in found if one.over_at > utc(self.since)]

    def bounded(self, found: Iterable[D]) -> frozenset[D]:
        """Return what is nearest, up to the weight."""
        near = sorted(found, key=self._distance)
        sums = accumulate(one.weight for one in near)
        return frozenset(
            one for one, total in zip(near, sums, strict=True) if total <= self.heaviest
        )

    def _distance(self, one: Dated) -> tuple[bool, timedelta]:
        """Return what is to come by its beginning, then what is over, the latest first."""
        now = utc(self.now)
        is_over = one.over_at <= now
        return is_over, now - one.over_at if is_over else one.starts_at - now
