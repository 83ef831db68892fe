"""The contact card of a practitioner: the vCard's address and its QR code."""

from ..content.entry import Practitioner
from ..outputs.qr import qr_code
from ..outputs.vcard import short_vcard
from ..pages.context import House
from ..published.address_card import AddressCard
from .directory_entries import directory_entry
from .directory_files import vcard_path


def address_card(person: Practitioner, house: House) -> AddressCard:
    """Return the contact card of a practitioner, made of what the person agreed to show."""
    entry = directory_entry(person, house)
    return AddressCard(
        url=house.addresses.href(vcard_path(person.slug)),
        qr=qr_code(short_vcard(entry, house.identity.short_name)),
        qr_label=f"Code QR de la carte de contact : {entry.card.name}",
    )
