"""What pages show of an event and of its occurrences, besides what leaves by all ways.

Dates are absolute and carry their weekday and year, so that no sentence becomes false with time.
"""

from dataclasses import dataclass

from ..content.event_states import EventState
from ..pages.common import Body, Day, Document, Image, Link, Subscription, Term
from ..pages.windows import Timed, Window
from .public_event import PublicEvent
from .sessions import ProgrammeDay


@dataclass(frozen=True)
class Dates:
    """When something takes place, in words and for machines.

    ``label``: « mardi 14 mars 2027, de 9 h 30 à 17 h » in the zone of the event;
    ``hour``: « 9 h 30 », ``""`` when no hour is known;
    ``zone``: « heure de Bruxelles » or ``""`` when it is that of Paris;
    ``in_paris``: the same in Paris time when it differs, else ``""``;
    ``start``, ``end``: ISO 8601 (a month « 2019-07 », a day, or an instant with its offset);
    ``weekday``, ``day``, ``month``, ``year``: the pieces of a calendar leaf (« mardi », « 14 »,
    « mars », « 2027 »); ``day`` is ``""`` when only the month is known.
    """

    label: str
    start: str
    end: str
    weekday: str
    day: str
    month: str
    year: str
    hour: str = ""
    zone: str = ""
    in_paris: str = ""


@dataclass(frozen=True)
class Registration:
    """How to register to one date, in words, while it is open or once it is closed."""

    url: str
    deadline: Day | None
    is_open: bool
    seats: str
    price: str
    conditions: str
    is_full: bool = False
    waiting_link: str = ""
    waiting_words: str = ""


@dataclass(frozen=True)
class Report:
    """A news item about an event.

    ``kind`` is « Annonce » before it, « Compte rendu » after it, « Annonce de l’annulation » or
    « Annonce du report » when it did not take place.
    """

    kind: str
    link: Link


@dataclass(frozen=True)
class Criteria:
    """What a date is found by: the slugs of its regions and its category, its form.

    ``form`` is « sur-place », « en-ligne » or « mixte ». ``places`` are in hundredths of a degree
    (« 4885 235 »), or what the files of towns are asked where that is unknown (« 35000 »,
    « Genève (CH) »); there are none online.
    """

    regions: tuple[str, ...]
    category: str
    form: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class AgendaLine:
    """One line of the agenda: a date of an event.

    A single event has one occurrence; a recurring one has many, each with its own state.
    ``where`` is « Paris » or « en ligne » or « Lyon et en ligne »; ``own_place`` is the address of
    a date that takes place elsewhere than the event, or ``""``; ``own_programme`` is empty unless
    the date has one of its own. It is to come during ``coming``,
    past during ``past``; ``registration`` is what is said of it in turn, until the date is over.
    ``own_map_url`` and ``own_access`` go with ``own_place``; ``first_announced`` is when a date
    that moved was first to be, or ``""``. ``calendar_links`` add it to a web calendar; ``criteria``
    are what the filter knows of it.
    """

    anchor: str
    url: str
    title: str
    summary: str
    dates: Dates
    state: EventState
    reason: str
    where: str
    category: Term
    series: str
    registration: tuple[Timed[Registration], ...]
    coming: Window
    past: Window
    calendar_links: tuple[Link, ...]
    criteria: Criteria
    is_example: bool
    reports: tuple[Report, ...]
    lang: str = "fr"
    is_draft: bool = False
    is_full: bool = False
    own_place: str = ""
    own_map_url: str = ""
    own_access: str = ""
    first_announced: str = ""
    own_programme: tuple[ProgrammeDay, ...] = ()


@dataclass(frozen=True)
class OccurrencesOfMonth:
    """The occurrences that begin in one month: ``label`` « mars 2027 », ``key`` « 2027-03 ».

    ``window`` is while one is to come.
    """

    key: str
    label: str
    occurrences: tuple[AgendaLine, ...]
    window: Window


@dataclass(frozen=True)
class PastDates:
    """The dates of a year or of a month, latest first; ``window`` is while one is past.

    ``anchor`` names it on its page, ``url`` is the page of that year or month, which has them where
    ``occurrences`` is empty.
    """

    label: str
    anchor: str
    url: str
    occurrences: tuple[AgendaLine, ...]
    window: Window


@dataclass(frozen=True)
class EventPage:
    """What the page of an event shows: what is public of it, and what only a page can show.

    ``dates_in_turn`` are the dates that head the page, each until it is over: the next one that
    takes place; at last, the last one. ``open_to_all`` is while one can still be attended, None
    when none can; ``past`` is once all are over. ``rule_changes`` are sentences.
    """

    public: PublicEvent
    body: Body
    dates_in_turn: tuple[Timed[AgendaLine], ...]
    programme: tuple[ProgrammeDay, ...]
    rule_changes: tuple[str, ...]
    occurrences: tuple[AgendaLine, ...]
    group: Link | None
    mode: str
    image: Image | None
    organizers: tuple[Link, ...]
    speakers: tuple[Link, ...]
    guests: tuple[Link, ...]
    registration: tuple[Timed[Registration], ...]
    documents: tuple[Document, ...]
    reports: tuple[Report, ...]
    siblings: tuple[Link, ...]
    subscription: Subscription | None
    series_calendar: Subscription | None
    open_to_all: Window | None
    past: Window
    is_example: bool
    metier: Link | None = None
