"""What is published of the agenda besides events: grids, selections, subscriptions."""

from dataclasses import dataclass

from ..pages.common import Link, Subscription
from ..pages.windows import ALWAYS, Timed, Window
from .view import AgendaLine


@dataclass(frozen=True)
class Subscriptions:
    """Calendars of one kind: « Par région »."""

    label: str
    anchor: str
    calendars: tuple[Subscription, ...]


@dataclass(frozen=True)
class GridDay:
    """A day of a grid: « 3 », its ISO form, its words (« 3 juin »), and what stands on it.

    ``url`` is the page of its only date, or its place in the list of its month.
    """

    number: str
    iso: str
    label: str
    url: str
    occurrences: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class GridSpan:
    """Cells of a row joined: by a date of several days, or empty (``occurrence`` is None)."""

    columns: int
    occurrence: AgendaLine | None = None
    began_before: bool = False
    goes_on: bool = False


@dataclass(frozen=True)
class GridWeek:
    """A week: its seven days (None outside the month) and the rows of dates of several days."""

    days: tuple[GridDay | None, ...]
    lanes: tuple[tuple[GridSpan, ...], ...] = ()


@dataclass(frozen=True)
class DayOfList:
    """The dates of a month's list that begin on one day, or go on from the month before.

    ``anchor`` names its first one, ``""`` when only the month is known.
    """

    anchor: str
    occurrences: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class MonthPage:
    """A month: ``label`` is « mars 2027 », ``iso`` « 2027-03 », ``days`` all it holds, in order."""

    label: str
    iso: str
    days: tuple[DayOfList, ...]
    weekdays: tuple[str, ...]
    weeks: tuple[GridWeek, ...]
    previous: Link | None
    next: Link | None
    year: Link


@dataclass(frozen=True)
class MonthOfYear:
    """A month of the year page; ``url`` is ``""`` when it has no page, because it holds nothing.

    ``iso`` is « 2027-03 », ``count`` how many dates it holds, which its page has where
    ``occurrences`` is empty.
    """

    name: str
    iso: str
    url: str
    weeks: tuple[GridWeek, ...]
    count: int
    occurrences: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class MonthAtAGlance:
    """A month as a small grid, and its page: ``label`` is « mars 2027 », ``iso`` « 2027-03 »."""

    label: str
    iso: str
    url: str
    weekdays: tuple[str, ...]
    weeks: tuple[GridWeek, ...]


@dataclass(frozen=True)
class YearPage:
    """A year on one page."""

    year: str
    weekdays: tuple[str, ...]
    months: tuple[MonthOfYear, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True)
class PastLine:
    """A line of what is past or will be: a date, or the numbers of a series without a page."""

    occurrence: AgendaLine | None
    gap: str = ""


@dataclass(frozen=True)
class Selection:
    """The dates of one category, region, series or practitioner.

    ``past`` also has the dates to come, which join the past ones in time; ``has_past`` is while it
    shows anything. ``months`` are the month of the next date, in turn. ``has_later`` and
    ``has_older`` say that dates were left out. ``gaps`` explains the missing numbers of a series;
    ``about`` leads to the practitioner's page.
    """

    name: str
    lead: str
    coming: tuple[AgendaLine, ...]
    nothing_to_come: Window
    past: tuple[PastLine, ...]
    has_past: Window
    subscription: Subscription
    months: tuple[Timed[MonthAtAGlance], ...]
    has_later: bool = False
    has_older: bool = False
    gaps: str = ""
    about: Link | None = None


@dataclass(frozen=True)
class Choices:
    """Pages that show the agenda in another way: « Par région »; ``window`` is while there are.

    ``url`` is the page that lists them all, or ``""``.
    """

    label: str
    links: tuple[Timed[Link], ...]
    window: Window = ALWAYS
    url: str = ""


@dataclass(frozen=True)
class ProgrammeEntry:
    """A date on the printed programme; ``page`` is its address, without « https:// »."""

    occurrence: AgendaLine
    address: str
    access: str
    page: str


@dataclass(frozen=True)
class ProgrammeMonth:
    """A month of the printed programme: « mars 2027 », and while a date of it is to come."""

    label: str
    entries: tuple[ProgrammeEntry, ...]
    window: Window


@dataclass(frozen=True)
class Programme:
    """The printed programme; ``page`` says where later dates are, ``""`` when it holds all."""

    months: tuple[ProgrammeMonth, ...]
    page: str
