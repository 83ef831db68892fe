"""Certificates: in force or expired, never shown as in force when they are not; their register."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..content.entry import Practitioner, name_of
from ..content.french_dates import day_in_words
from ..content.practitioner import WrittenCertification, WrittenPractitioner
from ..content.times import Slot
from ..core.words import fold
from ..core.zone import today
from ..pages.common import Link
from ..pages.context import Context, day_view, iso_utc
from ..pages.windows import Timed, in_turn
from .certificate_view import Certificate, CertificatesOfYear
from .view import Certification


@dataclass(frozen=True)
class Grant:
    """A certificate granted to somebody on a day."""

    person: Practitioner
    held: WrittenCertification
    day: date

    @property
    def number(self) -> str:
        """Its lasting name: « jean-valjean-intervenant-2022 »."""
        return f"{self.person.slug}-{self.held.metier}-{self.day.year}"

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"certification/{self.number}/"


def grants_of(person: Practitioner) -> list[Grant]:
    """Return the certificates of one person, in written order."""
    return [Grant(person, held, held.granted) for held in person.written.metiers if held.granted]


def grants(context: Context) -> list[Grant]:
    """Return every certificate, latest year first, each year by the name of its holder."""
    found = [grant for person in context.practitioners for grant in grants_of(person)]
    return sorted(found, key=_order)


def _order(grant: Grant) -> tuple[int, str, str]:
    written = grant.person.written
    return -grant.day.year, fold(f"{written.family_name} {written.given_name}"), grant.number


def is_in_force(held: WrittenCertification, day: date) -> bool:
    """Return whether a certificate counts on ``day``: from its grant to its last day, inclusive."""
    if held.granted is None or held.granted > day:
        return False
    return held.expires is None or day <= held.expires


def _ends_at(held: WrittenCertification) -> str:
    return iso_utc(Slot(held.expires).over_at) if held.expires else ""


def metier_name(metier: str, person: WrittenPractitioner, context: Context) -> str:
    """Return the name of a métier in the gender that a person chose."""
    written = context.content.metiers[metier].written
    return {
        "féminin": written.feminine,
        "masculin": written.masculine,
        "inclusif": written.title,
    }[person.agreement]


def certification(
    held: WrittenCertification, person: Practitioner, context: Context
) -> Certification:
    """Return a métier held as the person's page shows it."""
    metier = context.content.metiers[held.metier]
    states = _states(held, context)
    [page] = [grant.path for grant in grants_of(person) if grant.held is held] or [""]
    return Certification(
        metier=Link(metier_name(held.metier, person.written, context), context.url(metier)),
        state=states[0].value,
        labels=tuple(Timed(_label(held, of.value), of.window) for of in states),
        granted=day_view(held.granted) if held.granted else None,
        expires=day_view(held.expires) if held.expires else None,
        ends_at=_ends_at(held) if states[0].value == "in-force" else "",
        granted_by=metier.written.training.provider if held.granted else "",
        url=context.addresses.href(page) if page else "",
    )


def _states(held: WrittenCertification, context: Context) -> tuple[Timed[str], ...]:
    """Return ``none``, ``in-force`` or ``expired``, in turn."""
    instants = [Slot(held.expires).over_at] if held.expires else []
    return in_turn(context.asof, instants, lambda instant: _state(held, today(instant)))


def _state(held: WrittenCertification, day: date) -> str:
    if held.granted is None:
        return "none"
    return "in-force" if is_in_force(held, day) else "expired"


def _label(held: WrittenCertification, state: str) -> str:
    if state == "none":
        return "en formation"
    if state == "in-force":
        until = f" jusqu’au {day_in_words(held.expires)}" if held.expires else ""
        return f"certificat valable{until}"
    assert held.expires is not None
    return f"certificat échu le {day_in_words(held.expires)}"


def register(context: Context) -> tuple[CertificatesOfYear, ...]:
    """Return the public register, latest year first, each year by name."""
    return tuple(
        CertificatesOfYear(str(year), tuple(line(grant, context) for grant in of_year))
        for year, of_year in groupby(grants(context), key=lambda grant: grant.day.year)
    )


def line(grant: Grant, context: Context) -> Certificate:
    """Return a certificate as the register shows it."""
    held = certification(grant.held, grant.person, context)
    return Certificate(
        number=grant.number,
        page=Link(f"Certificat de {grant.day.year}", context.addresses.href(grant.path)),
        holder=Link(name_of(grant.person.written), context.url(grant.person)),
        metier=held.metier,
        granted=day_view(grant.day),
        expires=held.expires,
        states=_states(grant.held, context),
        is_example=grant.person.written.example,
    )
