"""The contact card of a practitioner: the vCard's address and its QR code."""

from ..content.entry import Practitioner
from ..pages.context import Context
from .address_card import AddressCard
from .entries import directory_entry
from .files import vcard_path
from .qr import qr_code
from .vcard import short_vcard


def address_card(person: Practitioner, context: Context) -> AddressCard:
    """Return the contact card of a practitioner, made of what the person agreed to show."""
    entry = directory_entry(person, context)
    return AddressCard(
        url=context.addresses.href(vcard_path(person.slug)),
        qr=qr_code(short_vcard(entry, context.identity.short_name)),
        qr_label=f"Code QR de la carte de contact : {entry.card.name}",
    )
