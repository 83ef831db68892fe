"""The programme of what is to come, for a sheet of paper: all that a page would say by a link."""

from ..content.french_dates import month_in_words
from ..pages.page import Book
from .calendar_view import ProgrammeEntry, ProgrammeMonth
from .occurrences import Occurrence as Happening
from .occurrences import by_month, upcoming
from .page import occurrence
from .places import place


def programme(book: Book) -> tuple[ProgrammeMonth, ...]:
    """Return what is to come, grouped by the month it begins in."""
    context = book.context
    return tuple(
        ProgrammeMonth(
            month_in_words(month.year, month.month), tuple(_entry(item, book) for item in items)
        )
        for month, items in by_month(upcoming(context.all_occurrences, asof=context.asof))
    )


def _entry(item: Happening, book: Book) -> ProgrammeEntry:
    written = item.event.written.place
    where = place(written, None) if written else None
    lines = (where.name, *where.lines) if where else ()
    return ProgrammeEntry(
        occurrence=occurrence(item, book.context),
        address=", ".join(line for line in lines if line),
        access=where.access if where else "",
        page=book.absolute(item.event).partition("://")[2],
    )
