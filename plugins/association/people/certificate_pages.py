"""The page of each certificate, at an address that lasts."""

from collections.abc import Iterator

from markupsafe import Markup

from ..content.entry import name_of
from ..pages.common import Body, Link
from ..pages.context import Context
from ..pages.page import OutputPage, PageBuilder, Placement
from ..pages.site_view import TextPage
from .badge_files import badge_of
from .certificate_view import CertificatePage, CertificatesOfYear, Register
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

_REGISTER = "certification"


def certificate_pages(builder: PageBuilder) -> Iterator[OutputPage]:
    """Yield a page for each certificate of the register, and for each year of a long one."""
    context = builder.context
    if years := register(context).years:
        for year in years_of_register(context):
            yield _year_page(builder, year, years)
    entities = context.content.vocabulary.entities
    for grant in grants(context):
        if not builder.wants(grant.path):
            continue
        page = certificate_page(grant, context)
        yield builder.page(
            "certificat",
            grant.path,
            (page.title, page.attests),
            {"page_of": page},
            Placement(
                builder.breadcrumbs_under(_REGISTER),
                nodes=(certificate_node(page, builder.origin, entities),),
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
    certified = metier.training.certification
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
            *([("Ce qui est certifié", certified)] if certified else ()),
        ),
        granted_by=context.link_of_name(view.granted_by) if view.granted_by else None,
        reference=(
            f"{context.settings.identity.name}, registre des certificats, n° {grant.number} : "
            f"{name}, {what}."
        ),
        permalink=permalink,
        badge=badge_of(grant, context),
    )
