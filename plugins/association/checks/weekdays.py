"""Weekdays that are not those of their date: « lundi 12 octobre 2021 » was a Tuesday. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..content.entry import AnyEntry
from ..core.french_calendar import MONTHS, WEEKDAYS
from ..problems.findings import Finding, Span
from ..source.body import Role

_DATE = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\s+(?P<day>\d{{1,2}})(?:er)?\s+"
    rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)


def weekdays_of_entry(entry: AnyEntry) -> Iterator[Finding]:
    """Find dates of an entry, in its fields or its text, that do not fall on the day they say."""
    for key in ("titre", "resume", "motif"):
        for found in wrong_weekdays(entry.front.text_of(key)):
            # Where the words stand in a value says nothing of where they stand in the file.
            yield Finding(entry.front.span_of((key,)), found.code, found.message, found.fix)
    for passage in entry.body.passages:
        for found in wrong_weekdays(passage.words) if passage.role is not Role.CODE else ():
            start, end = found.span.column - 1, found.span.end_column - 1
            yield replace(found, span=entry.span(passage.place(start, end)))


def wrong_weekdays(text: str, line: int = 1, column: int = 1) -> Iterator[Finding]:
    """Yield a finding for each full date whose weekday is wrong, or that does not exist.

    ``line`` and ``column`` are where ``text``, one line, begins in its file.
    """
    for match in _DATE.finditer(text):
        start, end = column + match.start("weekday"), column + match.end("weekday")
        year, month = int(match["year"]), MONTHS.index(match["month"].lower()) + 1
        try:
            day = date(year, month, int(match["day"]))
        except ValueError:
            yield Finding(
                Span(line, column + match.start("day"), column + match.end("year")),
                "date",
                f"le {match['day']} {match['month']} {year} n’existe pas",
                "vérifiez le jour et le mois",
            )
            continue
        expected = WEEKDAYS[day.weekday()]
        if match["weekday"].lower() != expected:
            yield Finding(
                Span(line, start, end),
                "jour-de-semaine",
                f"le {match['day']} {match['month']} {year} est un {expected}",
                f"écrivez « {expected} », ou corrigez la date",
            )
