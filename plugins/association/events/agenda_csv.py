"""The agenda as a table for spreadsheets: ``/agenda.csv``, a line for each date. Pure.

Semicolons and a byte-order mark: what French spreadsheets open without a question.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from .iso_times import iso_end, iso_start
from .public_event import PublicEvent
from .recurrence import Occurrence
from .words import line, price_in_words, programme_lines, where_line

COLUMNS = (
    "debut",
    "fin",
    "fuseau",
    "titre",
    "etat",
    "motif",
    "categorie",
    "serie",
    "numero",
    "mode",
    "lieu",
    "ville",
    "inscription",
    "tarif",
    "adresse_web",
    "identifiant",
    "complet",
    "programme",
)
# A cell that begins so is computed, not shown.
_FORMULA = ("=", "+", "-", "@")


def agenda_csv(events: Sequence[PublicEvent]) -> bytes:
    """Return the table of all dates, soonest first; the last day of several is inclusive."""
    found = [(date, event) for event in events for date in event.dates]
    found.sort(key=lambda pair: (pair[0].slot.starts_at.timestamp(), pair[1].url_of(pair[0])))
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    for date, event in found:
        table.writerow([_safe(cell) for cell in _cells(event, date)])
    return text.getvalue().encode("utf-8-sig")


def _cells(event: PublicEvent, date: Occurrence) -> Iterator[str]:
    slot = date.slot
    registration = event.registration
    yield from (iso_start(slot), iso_end(slot), str(slot.zone) if slot.is_timed else "")
    yield from (event.title, date.state.label or "prévu", date.reason, event.category.name)
    yield event.series.name if event.series else ""
    yield "" if event.number is None else str(event.number)
    cities = dict.fromkeys(place.city for place in event.places_of(date))
    yield from (event.mode, where_line(event, date), ", ".join(cities))
    yield registration.link if registration else ""
    yield price_in_words(registration) if registration else ""
    yield from (event.url_of(date), event.uid_of(date), "oui" if date.is_full else "")
    yield " ".join(programme_lines(event, date))


def _safe(cell: str) -> str:
    text = line(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
