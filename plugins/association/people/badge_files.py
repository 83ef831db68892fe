"""The badges of certificates, as files: those of version 2.0 and, with a key, those of 3.0.

A badge of 2.0 is believed where it lies: taken away, it is worth nothing any more. One of 3.0 is
signed and lives on in copies; it is given to those who agreed to that, and only ``status_list``
says that it is in force no more.
"""

from collections.abc import Iterator
from datetime import datetime, time

from ..content.addresses import path_of
from ..content.times import Slot
from ..core.did_web import did_of, did_path
from ..core.zone import PARIS
from ..pages.context import Context
from ..pages.page import OutputFile
from . import open_badge, open_badge_3
from .certificate_view import Badge
from .certificates import Grant, certification, grants
from .public_person import agrees_to

_BADGES = "certification/badges"
_ISSUER = f"{_BADGES}/emetteur.json"
_STATUS_LIST = f"{_BADGES}/etat.json"
_HOSTED, _SIGNED = "badge", "badge signé"


def badge_of(grant: Grant, context: Context) -> Badge | None:
    """Return the badge of a certificate as its page shows it, None when it has none."""
    href = context.addresses.href
    hosted = _is_given(_HOSTED, grant, context)
    signed = _is_given(_SIGNED, grant, context)
    if not (hosted or signed):
        return None
    return Badge(
        picture=href(f"{grant.path}badge.svg") if hosted else "",
        proof=href(f"{grant.path}badge.json") if hosted else "",
        credential=href(_credential_path(grant)) if signed else "",
    )


def badge_files(context: Context) -> Iterator[OutputFile]:
    """Yield the badges of those who agreed, the classes they belong to and their issuer.

    With a key there is always a list of what is in force: copies of those who left ask for it.
    """
    hosted = [grant for grant in grants(context) if _is_given(_HOSTED, grant, context)]
    signed = [grant for grant in grants(context) if _is_given(_SIGNED, grant, context)]
    for metier in sorted({grant.certificate.metier for grant in (*hosted, *signed)}):
        yield from _class_files(metier, context)
    if hosted:
        yield OutputFile(_ISSUER, open_badge.issuer_json(_issuer(context)))
    for grant in hosted:
        assertion = _assertion(grant, context)
        title = certification(grant.certificate, grant.person, context).metier.label
        yield OutputFile(f"{grant.path}badge.json", open_badge.assertion_json(assertion))
        yield OutputFile(f"{grant.path}badge.svg", open_badge.picture(title, assertion.id))
    if signer := _signer(context):
        yield from _signed_files(signed, signer, context)


def _is_given(kind: str, grant: Grant, context: Context) -> bool:
    """Return whether a certificate has a badge of a kind: its holder agreed, the site can."""
    is_possible = kind == _HOSTED or context.settings.badge_keys is not None
    return is_possible and agrees_to(kind, grant.person.written)


def _signer(context: Context) -> open_badge_3.Signer | None:
    keys, addresses = context.settings.badge_keys, context.addresses
    if keys is None:
        return None
    did = did_of(addresses.site_url)
    return open_badge_3.Signer(did, keys, addresses.absolute(_STATUS_LIST))


def _signed_files(
    signed: list[Grant], signer: open_badge_3.Signer, context: Context
) -> Iterator[OutputFile]:
    issuer = _issuer(context)
    for grant in signed:
        path = _credential_path(grant)
        badge = _badge_class(grant.certificate.metier, context)
        content = open_badge_3.credential(
            grant.number,
            context.addresses.absolute(path),
            _assertion(grant, context),
            badge,
            issuer,
            signer,
        )
        yield OutputFile(path, content)
    numbers = (grant.number for grant in signed)
    yield OutputFile(_STATUS_LIST, open_badge_3.status_list(numbers, signer))
    path = did_path(context.addresses.base)
    yield OutputFile(path, open_badge_3.did_document(signer))


def _credential_path(grant: Grant) -> str:
    return f"{grant.path}badge-3.json"


def _class_path(metier: str) -> str:
    return f"{_BADGES}/{metier}"


def _issuer(context: Context) -> open_badge.Issuer:
    absolute, identity = context.addresses.absolute, context.settings.identity
    return open_badge.Issuer(
        id=absolute(_ISSUER),
        name=identity.name,
        url=absolute(""),
        email=identity.secretariat,
        origin=absolute("certification/"),
    )


def _badge_class(metier: str, context: Context) -> open_badge.BadgeClass:
    written = context.content.metiers[metier].written
    provider = written.training.provider
    granted_by = f", accordé par {provider}" if provider else ""
    absolute = context.addresses.absolute
    return open_badge.BadgeClass(
        id=absolute(f"{_class_path(metier)}.json"),
        name=written.title,
        description=(
            f"Le registre de l’association porte le certificat « {written.title} »{granted_by}. "
            f"{written.training.certification or ''}"
        ).rstrip(),
        image=absolute(f"{_class_path(metier)}.svg"),
        criteria=absolute(path_of("metiers", metier)),
        issuer=absolute(_ISSUER),
    )


def _class_files(metier: str, context: Context) -> Iterator[OutputFile]:
    badge = _badge_class(metier, context)
    yield OutputFile(f"{_class_path(metier)}.json", open_badge.badge_class_json(badge))
    yield OutputFile(f"{_class_path(metier)}.svg", open_badge.picture(badge.name))


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
