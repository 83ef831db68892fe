"""Certificates: in force or expired, never shown as in force when they are not; their register."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..content.entry import Practitioner, name_of, order_of
from ..content.french_dates import day_in_words
from ..content.practitioner import WrittenCertification, WrittenPractitioner
from ..content.times import Slot, iso_utc
from ..core.zone import today
from ..pages.common import Link
from ..pages.context import Context, day_view
from ..pages.windows import Timed, in_turn
from .certificate_view import Certificate, CertificatesOfYear, Register
from .view import Certification

# A certificate is half a kilobyte of its page.
_MOST_ON_A_PAGE = 200


@dataclass(frozen=True)
class Grant:
    """A certificate granted to somebody on a day."""

    person: Practitioner
    certificate: WrittenCertification
    day: date

    @property
    def number(self) -> str:
        """Its lasting name: « jean-valjean-intervenant-2022 »."""
        return f"{self.person.slug}-{self.certificate.metier}-{self.day.year}"

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"certification/{self.number}/"


def grants_of(person: Practitioner) -> list[Grant]:
    """Return the certificates of one person, in written order."""
    return [
        Grant(person, certificate, certificate.granted)
        for certificate in person.written.metiers
        if certificate.granted
    ]


def grants(context: Context) -> list[Grant]:
    """Return every certificate, latest year first, each year by the name of its holder."""
    found = [grant for person in context.practitioners for grant in grants_of(person)]
    return sorted(found, key=_order)


def _order(grant: Grant) -> tuple[int, tuple[str, ...], str]:
    return -grant.day.year, order_of(grant.person.written), grant.number


def is_in_force(certificate: WrittenCertification, day: date) -> bool:
    """Return whether a certificate counts on ``day``: from its grant to its last day, inclusive."""
    if certificate.granted is None or certificate.granted > day:
        return False
    return certificate.expires is None or day <= certificate.expires


def _ends_at(certificate: WrittenCertification) -> str:
    return iso_utc(Slot(certificate.expires).over_at) if certificate.expires else ""


def metier_name(metier: str, person: WrittenPractitioner, context: Context) -> str:
    """Return the name of a métier in the gender that a person chose."""
    written = context.content.metiers[metier].written
    return {
        "féminin": written.feminine,
        "masculin": written.masculine,
        "inclusif": written.title,
    }[person.agreement]


def certification(
    certificate: WrittenCertification, person: Practitioner, context: Context
) -> Certification:
    """Return a métier held as the person's page shows it."""
    metier = context.content.metiers[certificate.metier]
    states = _states(certificate, context)
    [page] = [grant.path for grant in grants_of(person) if grant.certificate is certificate] or [""]
    return Certification(
        metier=Link(metier_name(certificate.metier, person.written, context), context.url(metier)),
        state=states[0].value,
        label=_label(certificate, states[0].value),
        lapsed=_label(certificate, "expired") if certificate.expires else "",
        granted=day_view(certificate.granted) if certificate.granted else None,
        expires=day_view(certificate.expires) if certificate.expires else None,
        ends_at=_ends_at(certificate) if states[0].value == "in-force" else "",
        granted_by=(certificate.granted and metier.written.training.provider) or "",
        url=context.addresses.href(page) if page else "",
    )


def _states(certificate: WrittenCertification, context: Context) -> tuple[Timed[str], ...]:
    """Return ``none``, ``in-force`` or ``expired``, in turn."""
    instants = [Slot(certificate.expires).over_at] if certificate.expires else []
    return in_turn(context.asof, instants, lambda instant: _state(certificate, today(instant)))


def _state(certificate: WrittenCertification, day: date) -> str:
    if certificate.granted is None:
        return "none"
    return "in-force" if is_in_force(certificate, day) else "expired"


def _label(certificate: WrittenCertification, state: str) -> str:
    if state == "none":
        return "en formation"
    if state == "in-force":
        until = f" jusqu’au {day_in_words(certificate.expires)}" if certificate.expires else ""
        return f"certificat valable{until}"
    assert certificate.expires is not None
    return f"certificat échu le {day_in_words(certificate.expires)}"


def register(context: Context) -> Register:
    """Return the public register, latest year first, each year by name.

    Where it is long, the page shows the latest year and leads to the pages of the others.
    """
    years = years_of_register(context)
    if len(years) == 1 or sum(len(of.certificates) for of in years) <= _MOST_ON_A_PAGE:
        return Register(years)
    return Register(years[:1], tuple(Link(year.year, year.url) for year in years))


def years_of_register(context: Context) -> tuple[CertificatesOfYear, ...]:
    """Return the certificates by year, latest first, worked out once a context."""
    return context.once(_years_of_register)


def _years_of_register(context: Context) -> tuple[CertificatesOfYear, ...]:
    return tuple(
        CertificatesOfYear(
            str(year),
            context.addresses.href(year_path(str(year))),
            tuple(line(grant, context) for grant in of_year),
        )
        for year, of_year in groupby(grants(context), key=lambda grant: grant.day.year)
    )


def year_path(year: str) -> str:
    """Return the path of the page of a year's certificates."""
    return f"certification/{year}/"


def line(grant: Grant, context: Context) -> Certificate:
    """Return a certificate as the register shows it."""
    certificate = certification(grant.certificate, grant.person, context)
    return Certificate(
        number=grant.number,
        page=Link(f"Certificat de {grant.day.year}", context.addresses.href(grant.path)),
        holder=Link(name_of(grant.person.written), context.url(grant.person)),
        metier=certificate.metier,
        granted=day_view(grant.day),
        expires=certificate.expires,
        states=_states(grant.certificate, context),
        is_example=grant.person.written.example,
    )
