"""The contact card of a practitioner, to keep in an address book."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class AddressCard:
    """The address of the vCard, and the drawing of its QR code with its words."""

    url: str
    qr: Markup
    qr_label: str
