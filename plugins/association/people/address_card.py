"""The contact card of a practitioner: the vCard's address and its QR code."""

from dataclasses import dataclass

from markupsafe import Markup
from segno import DataOverflowError

from ..pages.context import Context
from ..pages.qr import qr_code
from .files import vcard_path
from .vcard import short_vcard
from .view import PublicPerson


@dataclass(frozen=True)
class AddressCard:
    """The address of the vCard, and the drawing of its QR code with its words."""

    url: str
    qr: Markup
    qr_label: str


def address_card(person: PublicPerson, context: Context) -> AddressCard:
    """Return the contact card of a practitioner, to photograph or to keep."""
    return AddressCard(
        url=context.addresses.href(vcard_path(person.slug)),
        qr=_code(person, context),
        qr_label=f"Code QR de la carte de contact : {person.name}",
    )


def _code(person: PublicPerson, context: Context) -> Markup:
    """Return the code of the card, or of the page's address when the card is too long for one."""
    try:
        return qr_code(short_vcard(person, context.settings.identity.short_name))
    except DataOverflowError:
        return qr_code(person.page_url)
