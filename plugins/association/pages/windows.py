"""When a part of a page is true, so that browsers keep a page true after its build. Pure.

All that changes of itself is worked out here, for each instant at which it changes; the theme's
script only looks at the clock.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from ..content.times import iso_utc, utc

T = TypeVar("T")


@dataclass(frozen=True)
class Window:
    """A stretch of time, from ``since`` on and before ``until``: UTC instants, ``""`` for none.

    ``is_open`` is whether the instant of the build is within.
    """

    since: str = ""
    until: str = ""
    is_open: bool = True


ALWAYS = Window()


@dataclass(frozen=True)
class Timed(Generic[T]):
    """Something that a page says during a window."""

    value: T
    window: Window


def window(
    asof: datetime, *, since: datetime | None = None, until: datetime | None = None
) -> Window:
    """Return the window between two instants, as seen at ``asof``; all are aware."""
    return Window(
        since=iso_utc(since) if since else "",
        until=iso_utc(until) if until else "",
        is_open=(since is None or utc(since) <= utc(asof))
        and (until is None or utc(asof) < utc(until)),
    )


def in_turn(
    asof: datetime, instants: Iterable[datetime], value_at: Callable[[datetime], T | None]
) -> tuple[Timed[T], ...]:
    """Return what ``value_at`` gives at ``asof``, then each time that it gives something else.

    ``instants`` are all at which it may change, aware and in any order. Nothing is said while it
    gives None.
    """
    starts: list[datetime | None] = [None]
    values = [value_at(asof)]
    for instant in sorted({utc(one) for one in instants if utc(one) > utc(asof)}):
        value = value_at(instant)
        if value != values[-1]:
            starts.append(instant)
            values.append(value)
    return tuple(
        Timed(value, window(asof, since=start, until=end))
        for value, start, end in zip(values, starts, [*starts[1:], None], strict=True)
        if value is not None
    )
