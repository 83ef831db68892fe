"""The programme of what is to come, for a sheet of paper: all that a page would say by a link."""

from ..content.french_dates import month_in_words
from .agenda import Agenda
from .calendar_view import ProgrammeEntry, ProgrammeMonth
from .occurrences import by_month, upcoming
from .page import agenda_line, while_to_come
from .recurrence import Occurrence


def programme(agenda: Agenda) -> tuple[ProgrammeMonth, ...]:
    """Return what is to come, grouped by the month it begins in."""
    return tuple(
        ProgrammeMonth(
            month_in_words(month.year, month.month),
            tuple(_entry(item, agenda) for item in items),
            while_to_come(items, agenda.context.asof),
        )
        for month, items in by_month(upcoming(agenda.all_occurrences, asof=agenda.context.asof))
    )


def _entry(item: Occurrence, agenda: Agenda) -> ProgrammeEntry:
    event = agenda.public_events[item.slug]
    where = event.place
    lines = (where.name, *where.lines) if where else ()
    return ProgrammeEntry(
        occurrence=agenda_line(item, agenda),
        address=", ".join(line for line in lines if line),
        access=where.access if where else "",
        page=event.url.partition("://")[2],
    )
