"""Every e-mail address and telephone number that left was allowed to.

What is allowed: what the settings give for the association, what a profile shows with its owner's
consent, what an editor wrote in a text that is not a profile. All else is a leak.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..content.identity import Identity
from ..content.policy import canonical_contact
from ..content.practitioner import agreed_contacts
from ..content.reading import Content
from .faults import Fault
from .site_folder import SiteFolder

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SPACE = "[ .\\-\u00a0\u202f]"
_NUMBER = re.compile(
    rf"(?<![\w/=.-])(?:\+\d{{2,3}}{_SPACE}?\(?0?\)?|0)[1-9](?:{_SPACE}?\d\d){{4}}(?!\d)"
)
_BINARY = frozenset(
    {".pdf", ".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".pagefind", ".br", ".gz"}
)
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class ContactFound:
    """An address or a number in its one canonical form, the file and the line it is in."""

    contact: str
    file: str
    line: int


def contacts_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield every address and number of a text in canonical form, with its offset."""
    for pattern in (_ADDRESS, _NUMBER):
        for found in pattern.finditer(text):
            yield canonical_contact(found[0]), found.start()


def contacts_found(site: SiteFolder) -> Iterator[ContactFound]:
    """Yield what stands in the site's texts, the search index's packed ones too."""
    for name, path in site.files.items():
        if path.suffix in _BINARY:
            continue
        content = path.read_bytes()
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
        text = content.decode("utf-8", "replace")
        for contact, start in contacts_in(text):
            yield ContactFound(contact, name, text.count("\n", 0, start) + 1)


def allowed_contacts(content: Content, identity: Identity) -> Mapping[str, str]:
    """Return each contact that may leave, with why, in French."""
    reasons: dict[str, str] = {}
    for entry in content.all_entries():
        if entry.folder != "praticiens":
            _explain(reasons, entry.lines, f"écrit dans {entry.source}")
    for person in content.practitioners.values():
        given = agreed_contacts(person.written).values()
        _explain(reasons, given, f"accord donné dans {person.source}")
    ours = (identity.secretariat, identity.telephone, *identity.legal.values())
    _explain(reasons, ours, "réglages du site")
    return reasons


def _explain(reasons: dict[str, str], texts: Iterable[str], why: str) -> None:
    for text in texts:
        for contact, _ in contacts_in(text):
            reasons[contact] = why


def faults(site: SiteFolder, reasons: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the contacts that nothing allows."""
    # The identifiers of calendars look like addresses on the site's own host.
    own_host = urlsplit(site.url).hostname
    for found in contacts_found(site):
        if found.contact not in reasons and found.contact.rpartition("@")[2] != own_host:
            message = f"« {found.contact} » : personne n’a accepté de le montrer"
            yield Fault(found.file, found.line, message)
