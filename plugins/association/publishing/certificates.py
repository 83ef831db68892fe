"""Certificates: in force, expired or to come; never shown as in force when they are not."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..agenda.occurrences import today
from ..agenda.times import Slot
from ..french_dates import day_in_words
from ..published.certificate import Certificate, CertificatesOfYear
from ..published.common import Link
from ..published.practitioner import Certification
from ..schema.practitioner import WrittenCertification
from .house import House, Practitioner, iso_utc, name_of, shown_day


def is_in_force(held: WrittenCertification, day: date) -> bool:
    """Return whether a certificate counts on ``day``: from its grant to its last day, inclusive."""
    if held.granted is None or held.granted > day:
        return False
    return held.expires is None or day <= held.expires


def _ends_at(held: WrittenCertification) -> str:
    return iso_utc(Slot(held.expires).over_at) if held.expires else ""


def certification(held: WrittenCertification, person: Practitioner, house: House) -> Certification:
    """Return a métier held as the person's page shows it."""
    metier = house.content.metiers[held.metier]
    written = metier.written
    name = {
        "féminin": written.feminine,
        "masculin": written.masculine,
        "inclusif": written.title,
    }[person.written.agreement]
    state, label = _state(held, today(house.asof))
    return Certification(
        metier=Link(name, house.url(metier)),
        state=state,
        label=label,
        granted=shown_day(held.granted) if held.granted else None,
        expires=shown_day(held.expires) if held.expires else None,
        ends_at=_ends_at(held) if state == "in-force" else "",
        granted_by=written.training.provider if held.granted else "",
    )


def _state(held: WrittenCertification, day: date) -> tuple[str, str]:
    if held.granted is None:
        return "none", "en formation"
    if is_in_force(held, day):
        until = f" jusqu’au {day_in_words(held.expires)}" if held.expires else ""
        return "in-force", f"certificat valable{until}"
    assert held.expires is not None
    return "expired", f"certificat échu le {day_in_words(held.expires)}"


def register(house: House) -> tuple[CertificatesOfYear, ...]:
    """Return the public register, latest year first, each year by name."""
    lines = sorted(_lines(house), key=lambda line: (-line[0].year, line[1]))
    return tuple(
        CertificatesOfYear(str(year), tuple(certificate for _, _, certificate in of_year))
        for year, of_year in groupby(lines, key=lambda line: line[0].year)
    )


def _lines(house: House) -> Iterator[tuple[date, str, Certificate]]:
    for person in house.practitioners:
        for held in person.written.metiers:
            if held.granted is None:
                continue
            shown = certification(held, person, house)
            assert shown.granted is not None
            yield (
                held.granted,
                person.written.family_name,
                Certificate(
                    Link(name_of(person.written), house.url(person)),
                    shown.metier,
                    shown.granted,
                    shown.expires,
                    shown.state,
                    shown.ends_at,
                    person.written.example,
                ),
            )
