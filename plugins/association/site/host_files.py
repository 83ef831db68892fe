"""Files for the host of the public site: its configuration, and security.txt."""

from collections.abc import Iterator

from ..core.zone import today
from ..pages.context import Context
from ..pages.page import OutputFile
from . import security_txt
from .redirect_pages import serving


def host_files(context: Context) -> Iterator[OutputFile]:
    """Yield the files for the host; none for a local site."""
    if context.settings.host is None:
        return
    day = today(context.asof)
    for path, text in context.settings.host.files(
        serving(context.content, context.addresses, day, context.settings.responses.origin)
    ).items():
        yield OutputFile(path, text.encode())
    if not context.addresses.base:
        content = security_txt.security_txt(
            context.settings.identity.secretariat, context.addresses.site_url, day
        )
        yield OutputFile(security_txt.PATH, content)
