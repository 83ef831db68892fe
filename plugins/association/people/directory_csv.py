"""A list of people as a table for spreadsheets. Pure.

Semicolons and a byte-order mark: what French spreadsheets open without a question.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from ..pages.common import Term
from .directory_view import DirectoryEntry
from .view import Certification

COLUMNS = (
    "nom",
    "prenom",
    "metiers",
    "certificats",
    "ville",
    "region",
    "pays",
    "regions_d_intervention",
    "a_distance",
    "publics",
    "themes",
    "accompagnements",
    "langues",
    "contact",
    "site",
    "fiche",
    "exemple",
)
# A cell that begins so is computed, not shown.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def people_csv(rows: Iterable[str]) -> bytes:
    """Return the table of these ``person_row``, in the order given."""
    return "".join((_line(COLUMNS), *rows)).encode("utf-8-sig")


def person_row(entry: DirectoryEntry) -> str:
    """Return the line of one person: many lists hold the same person."""
    return _line(_safe(cell) for cell in _cells(entry))


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _cells(entry: DirectoryEntry) -> Iterator[str]:
    card, contact = entry.card, entry.contact
    yield from (entry.family_name, entry.given_name)
    yield ", ".join(held.metier.label for held in card.certifications)
    yield ", ".join(map(_certificate, card.certifications))
    yield from (entry.city, entry.region.name, entry.country.name)
    yield _names(entry.regions)
    yield _yes(card.is_remote)
    yield from map(_names, (entry.audiences, entry.themes, entry.forms, entry.languages))
    yield contact.label if contact.mode in ("telephone", "email") else contact.explanation
    yield from (entry.website, entry.page_url, _yes(card.is_example))


def _certificate(held: Certification) -> str:
    """Return the dates of a certificate: a table is read long after it was made."""
    if held.granted is None:
        return "en formation"
    return f"du {held.granted.iso}" + (f" au {held.expires.iso}" if held.expires else "")


def _names(terms: Iterable[Term]) -> str:
    return ", ".join(term.name for term in terms)


def _yes(is_so: bool) -> str:
    return "oui" if is_so else "non"


def _safe(cell: str) -> str:
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA) else text
