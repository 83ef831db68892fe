"""What the public site's host reads: its rules in the form it knows, and security.txt."""

from collections.abc import Iterator

from ..core.zone import today
from ..pages.context import Context
from ..pages.page import FileToWrite
from . import security_txt
from .moved import serving


def host_files(context: Context) -> Iterator[FileToWrite]:
    """Yield the files for the host; none for a site shown at home."""
    if context.host is None:
        return
    day = today(context.asof)
    for path, text in context.host.files(serving(context.content, context.addresses, day)).items():
        yield FileToWrite(path, text.encode())
    if not context.addresses.base:
        content = security_txt.security_txt(
            context.identity.secretariat, context.addresses.site_url, day
        )
        yield FileToWrite(security_txt.PATH, content)
