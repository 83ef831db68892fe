"""The programme of an event, hour by hour, as a sheet to take along. Pure."""

from ..content.event_states import EventState
from ..pages.context import Context
from ..printing.text_pdf import PrintedProgramme, Sheet
from .public_event import PublicEvent
from .sessions import ProgrammeDay
from .view import EventPage
from .words import price_in_words, when_line, where_line

# The others are on the page.
_MOST_DATES = 12


def has_programme(page: EventPage) -> bool:
    """Return whether an event, or one of its dates, has a programme by hour."""
    return bool(page.programme) or any(date.own_programme for date in page.occurrences)


def programme_sheet(page: EventPage, context: Context) -> Sheet:
    """Return what the programme of an event says around the text of its page."""
    event = page.public
    dates = [when_line(event, date) for date in event.dates]
    heading = "Date" if len(dates) == 1 else "Dates"
    names = [person.label for person in page.speakers]
    return Sheet(
        kind="Programme",
        title=event.title,
        summary=event.summary,
        association=context.settings.identity.name,
        page=event.url,
        is_example=page.is_example,
        facts=(
            ("État", _state(event)),
            (heading, " ; ".join(dates[:_MOST_DATES])),
            ("Lieu", where_line(event)),
            ("Accès", " ".join(place.access for place in event.places if place.access)),
            ("Avec", ", ".join((*names, *event.guests))),
            ("Organisation", ", ".join(event.organizers)),
            ("Tarif", price_in_words(event.registration) if event.registration else ""),
        ),
        programme=(
            *(PrintedProgramme("Programme", days) for days in (_days(page.programme),) if days),
            *(
                PrintedProgramme(date.dates.label, _days(date.own_programme))
                for date in page.occurrences
                if date.own_programme
            ),
        ),
    )


def _state(event: PublicEvent) -> str:
    if event.state is EventState.SCHEDULED:
        return ""
    return f"{event.state.label} : {event.reason}" if event.reason else event.state.label


def _days(
    days: tuple[ProgrammeDay, ...],
) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    return tuple(
        (day.label, tuple((one.hour, one.title, one.detail) for one in day.sessions))
        for day in days
    )
