"""The page of each certificate, at an address that lasts, and its verifiable badge."""

from collections.abc import Iterator
from datetime import datetime, time

from markupsafe import Markup

from ..content.addresses import path_of
from ..content.entry import name_of
from ..content.times import Slot
from ..core.zone import PARIS
from ..pages.common import Body, Link
from ..pages.context import Context
from ..pages.page import OutputFile, OutputPage, PageBuilder, Placement
from ..pages.site_view import TextPage
from . import open_badge
from .certificate_view import Badge, CertificatePage, CertificatesOfYear, Register
from .certificates import (
    Grant,
    certification,
    grants,
    line,
    register,
    year_path,
    years_of_register,
)
from .jsonld_certificate import certificate_node
from .public_person import agrees_to

_REGISTER = "certification"
_BADGES = f"{_REGISTER}/badges"


def certificate_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield a page for each certificate of the register, and for each year of a long one."""
    context = builder.context
    if years := register(context).years:
        for year in years_of_register(context):
            yield _year_page(builder, year, years)
    for grant in grants(context):
        page = certificate_page(grant, context)
        yield builder.page(
            "certificat",
            grant.path,
            (page.title, page.attests),
            {"page_of": page},
            Placement(
                builder.breadcrumbs_under(_REGISTER),
                nodes=(certificate_node(page, builder.origin),),
            ),
            section=_REGISTER,
            summary_label="certificats",
        )


def _year_page(
    builder: PageBuilder, year: CertificatesOfYear, years: tuple[Link, ...]
) -> OutputPage:
    title = f"Certificats délivrés en {year.year}"
    summary = f"Les certificats du registre public de l’association, accordés en {year.year}."
    return builder.page(
        "certification",
        year_path(year.year),
        (title, summary),
        {
            "text": TextPage(title, summary, Body(Markup(), ())),
            "register": Register((year,), years),
        },
        Placement(builder.breadcrumbs_under(_REGISTER)),
        section=_REGISTER,
    )


def certificate_page(grant: Grant, context: Context) -> CertificatePage:
    """Return everything the page of a certificate shows."""
    view = certification(grant.certificate, grant.person, context)
    metier = context.content.metiers[grant.certificate.metier].written
    name, permalink = name_of(grant.person.written), context.addresses.absolute(grant.path)
    what = view.metier.label[0].lower() + view.metier.label[1:]
    return CertificatePage(
        certificate=line(grant, context),
        certification=view,
        title=f"{name}, {what} : certificat de {grant.day.year}",
        attests=(
            f"Certificat « {metier.title} » obtenu par {name} en {grant.day.year}, "
            "inscrit au registre public de l’association."
        ),
        meaning=(
            ("Formation suivie", f"{metier.training.years}, {metier.training.days}"),
            ("Ce qui est certifié", metier.training.certification),
            ("Accordé par", metier.training.provider),
        ),
        reference=(
            f"{context.settings.identity.name}, registre des certificats, n° {grant.number} : "
            f"{name}, {what}."
        ),
        permalink=permalink,
        badge=_badge(grant, context),
    )


def _badge(grant: Grant, context: Context) -> Badge | None:
    if not agrees_to("badge", grant.person.written):
        return None
    href = context.addresses.href
    return Badge(href(f"{grant.path}badge.svg"), href(f"{grant.path}badge.json"))


def badge_files(context: Context) -> Iterator[OutputFile]:
    """Yield the badges of those who agreed, the classes they belong to and their issuer."""
    agreed = [grant for grant in grants(context) if agrees_to("badge", grant.person.written)]
    for metier in sorted({grant.certificate.metier for grant in agreed}):
        yield from _class_files(metier, context)
    if agreed:
        yield OutputFile(_issuer_path(), open_badge.issuer_json(_issuer(context)))
    for grant in agreed:
        assertion = _assertion(grant, context)
        title = certification(grant.certificate, grant.person, context).metier.label
        yield OutputFile(f"{grant.path}badge.json", open_badge.assertion_json(assertion))
        yield OutputFile(f"{grant.path}badge.svg", open_badge.picture(title, assertion.id))


def _issuer_path() -> str:
    return f"{_BADGES}/emetteur.json"


def _class_path(metier: str) -> str:
    return f"{_BADGES}/{metier}"


def _issuer(context: Context) -> open_badge.Issuer:
    absolute, identity = context.addresses.absolute, context.settings.identity
    return open_badge.Issuer(
        id=absolute(_issuer_path()),
        name=identity.name,
        url=absolute(""),
        email=identity.secretariat,
        origin=absolute(f"{_REGISTER}/"),
    )


def _class_files(metier: str, context: Context) -> Iterator[OutputFile]:
    written = context.content.metiers[metier].written
    absolute = context.addresses.absolute
    badge = open_badge.BadgeClass(
        id=absolute(f"{_class_path(metier)}.json"),
        name=written.title,
        description=(
            f"Le registre de l’association porte le certificat « {written.title} », accordé par "
            f"{written.training.provider}. {written.training.certification}"
        ),
        image=absolute(f"{_class_path(metier)}.svg"),
        criteria=absolute(path_of("metiers", metier)),
        issuer=absolute(_issuer_path()),
    )
    yield OutputFile(f"{_class_path(metier)}.json", open_badge.badge_class_json(badge))
    yield OutputFile(f"{_class_path(metier)}.svg", open_badge.picture(written.title))


def _assertion(grant: Grant, context: Context) -> open_badge.Assertion:
    absolute, example = context.addresses.absolute, grant.person.written.example
    expires = (
        Slot(grant.certificate.expires).over_at.isoformat() if grant.certificate.expires else ""
    )
    return open_badge.Assertion(
        id=absolute(f"{grant.path}badge.json"),
        recipient=absolute(path_of("praticiens", grant.person.slug)),
        badge=absolute(f"{_class_path(grant.certificate.metier)}.json"),
        image=absolute(f"{grant.path}badge.svg"),
        issued_on=datetime.combine(grant.day, time(), PARIS).isoformat(),
        expires=expires,
        evidence=absolute(grant.path),
        narrative="Exemple : cette personne est inventée."
        if example
        else "Certificat inscrit au registre public de l’association.",
    )
