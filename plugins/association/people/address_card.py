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
    """The address of the vCard, and its QR code with its words.

    ``written`` is what the code says; where that is too long for one, it says ``page_url``.
    """

    url: str
    written: str
    page_url: str
    qr_label: str

    @property
    def qr(self) -> Markup:
        """The drawing of the code."""
        try:
            return qr_code(self.written, self.qr_label)
        except DataOverflowError:
            return qr_code(self.page_url, self.qr_label)


def address_card(person: PublicPerson, context: Context) -> AddressCard:
    """Return the contact card of a practitioner, to photograph or to keep."""
    return AddressCard(
        url=context.addresses.href(vcard_path(person.slug)),
        written=short_vcard(person, context.settings.identity.short_name),
        page_url=person.page_url,
        qr_label=f"Code QR de la carte de contact : {person.name}",
    )
