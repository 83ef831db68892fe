"""What the public site's host reads: its rules in the form it knows, and security.txt."""

from collections.abc import Iterator

from ..core.zone import today
from ..pages.context import House
from ..pages.page import FileToWrite
from . import security_txt
from .moved import serving


def host_files(house: House) -> Iterator[FileToWrite]:
    """Yield the files for the host; none for a site shown at home."""
    if house.host is None:
        return
    for path, text in house.host.files(serving(house.content, house.addresses)).items():
        yield FileToWrite(path, text.encode())
    if not house.addresses.base:
        content = security_txt.security_txt(
            house.identity.secretariat, house.addresses.site_url, today(house.asof)
        )
        yield FileToWrite(security_txt.PATH, content)
