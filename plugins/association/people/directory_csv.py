"""A list of people as a table for spreadsheets. Pure.

Semicolons and a byte-order mark: what French spreadsheets open without a question.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from ..pages.common import Day
from .facets import LANGUAGE, REGION, SECTOR, SUBJECTS
from .view import Certification, Company, PublicPerson

_OF_COMPANY = (
    "forme_juridique",
    "siret",
    "numero_etranger",
    "declaration_activite",
    "qualiopi",
    "assurance",
)
_AFTER_PLACES = (*SUBJECTS, LANGUAGE)
COLUMNS = (
    "nom",
    "prenom",
    "metiers",
    "certificats",
    "ville",
    "region",
    "pays",
    REGION.column,
    "a_distance",
    *(facet.column for facet in _AFTER_PLACES),
    "contact",
    "site",
    "nouvelles_demandes",
    "tarif",
    "accessibilite",
    SECTOR.column,
    "travaille_avec",
    "references",
    *_OF_COMPANY,
    "fiche",
    "exemple",
)
# What names a person, and finds the row in the table of everybody.
_OF_NAMES = ("nom", "prenom", "fiche")
# A cell that begins so is computed, not shown.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def people_csv(rows: Iterable[str]) -> bytes:
    """Return the table of these ``person_row``, in the order given."""
    return "".join((_line(COLUMNS), *rows)).encode("utf-8-sig")


def names_csv(people: Iterable[PublicPerson]) -> bytes:
    """Return a table of nothing but names and pages: the table of everybody holds the rest."""
    rows = (
        _line(map(_safe, (person.family_name, person.given_name, person.page_url)))
        for person in people
    )
    return "".join((_line(_OF_NAMES), *rows)).encode("utf-8-sig")


def person_row(person: PublicPerson) -> str:
    """Return the line of one person: many lists hold the same person."""
    return _line(_safe(cell) for cell in _cells(person))


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _cells(person: PublicPerson) -> Iterator[str]:
    yield from (person.family_name, person.given_name)
    yield ", ".join(certificate.metier.label for certificate in person.certifications)
    yield ", ".join(map(_certificate, person.certifications))
    yield from (person.city, person.region.name, person.country.name)
    yield ", ".join(person.names(REGION))
    yield _yes(person.is_remote)
    yield from (", ".join(person.names(facet)) for facet in _AFTER_PLACES)
    yield " ".join(
        one.label if one.mode in ("telephone", "email") else one.explanation
        for one in person.contacts
    )
    yield person.website
    requests = person.requests
    yield f"{_yes(requests.accepts)} jusqu’au {requests.until.iso}" if requests else ""
    price = person.price
    told = f"{price.label}, indiqué le {price.day.iso}" if price else ""
    yield f"{told}. {price.conditions}" if price and price.conditions else told
    yield person.accessibility
    yield ", ".join(sector.name for sector in person.sectors)
    yield ", ".join(colleague.name for colleague in person.colleagues)
    yield ", ".join(reference.organization for reference in person.references)
    yield from _company(person.company) if person.company else [""] * len(_OF_COMPANY)
    yield from (person.page_url, _yes(person.is_example))


def _company(company: Company) -> Iterator[str]:
    """Yield the cells of the company; its numbers are in groups, which no spreadsheet rounds."""
    yield from (company.legal_form, company.siret_label, company.foreign_number)
    yield company.declaration_label
    qualiopi, insurance = company.qualiopi, company.insurance
    yield f"{', '.join(qualiopi.actions)}{_until(qualiopi.expires)}" if qualiopi else ""
    yield f"{insurance.insurer}{_until(insurance.expires)}" if insurance else ""


def _until(day: Day | None) -> str:
    return f" jusqu’au {day.iso}" if day else ""


def _certificate(certificate: Certification) -> str:
    """Return the dates of a certificate: a table is read long after it was made."""
    if certificate.granted is None:
        return "en formation"
    return f"du {certificate.granted.iso}" + (
        f" au {certificate.expires.iso}" if certificate.expires else ""
    )


def _yes(is_so: bool) -> str:
    return "oui" if is_so else "non"


def _safe(cell: str) -> str:
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(_FORMULA) else text
