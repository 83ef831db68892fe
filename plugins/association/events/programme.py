"""The programme of what is to come, for a sheet of paper: all that a page would say by a link."""

from ..content.french_dates import month_in_words
from .agenda import Agenda
from .calendar_view import Programme, ProgrammeEntry, ProgrammeMonth
from .occurrences import upcoming
from .page import agenda_line, first_months, while_to_come
from .recurrence import Occurrence
from .words import addresses_line

# A dozen sheets.
_MOST_PRINTED = 100


def programme(agenda: Agenda) -> Programme:
    """Return what is to come, grouped by the month it begins in, as far as sheets are handy."""
    found = upcoming(agenda.all_occurrences, asof=agenda.context.asof)
    months = first_months(found, _MOST_PRINTED)
    shown = sum(len(items) for _, items in months)
    return Programme(
        months=tuple(
            ProgrammeMonth(
                month_in_words(month.year, month.month),
                tuple(_entry(item, agenda) for item in items),
                while_to_come(items, agenda.context.asof),
            )
            for month, items in months
        ),
        page=agenda.context.addresses.absolute("agenda/").partition("://")[2]
        if shown < len(found)
        else "",
    )


def _entry(item: Occurrence, agenda: Agenda) -> ProgrammeEntry:
    event = agenda.public_events[item.slug]
    places = event.places_of(item)
    return ProgrammeEntry(
        occurrence=agenda_line(item, agenda),
        address=addresses_line(places),
        access=" ".join(place.access for place in places if place.access),
        page=event.url.partition("://")[2],
    )
