"""People as cards of an address book: vCard 3.0 (RFC 2426), which every program reads. Pure.

A list is its cards one after the other. Only what is published of somebody is in the card. Without
a published address the way to reach the person is the page, which is always there.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from .directory_view import DirectoryEntry

_LINE = 75
_BREAKS = str.maketrans({"\r": " ", "\n": " "})


def vcard(entry: DirectoryEntry, organization: str) -> bytes:
    """Return the card of one person, who belongs to ``organization``."""
    lines = ("BEGIN:VCARD", "VERSION:3.0", *_properties(entry, organization), "END:VCARD")
    return b"".join(map(_folded, lines))


def short_vcard(entry: DirectoryEntry, organization: str) -> str:
    """Return a card of the few lines that a QR code holds legibly: name, ways to reach, page."""
    lines = [
        f"N:{_text(entry.family_name)};{_text(entry.given_name)};;;",
        f"FN:{_text(entry.card.name)}",
        f"ORG:{_text(organization)}",
        *_addresses(entry),
        f"URL:{entry.page_url}",
    ]
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def _addresses(entry: DirectoryEntry) -> Iterator[str]:
    """Yield the telephone number or the e-mail address that the person agreed to show."""
    if entry.contact.mode == "telephone":
        yield f"TEL;TYPE=WORK,VOICE:{_text(entry.contact.label)}"
    if entry.contact.mode == "email":
        yield f"EMAIL;TYPE=INTERNET:{_text(entry.contact.label)}"


def _properties(entry: DirectoryEntry, organization: str) -> Iterator[str]:
    card = entry.card
    yield f"UID:urn:uuid:{uuid5(NAMESPACE_URL, entry.page_url)}"
    yield f"FN:{_text(card.name)}"
    yield f"N:{_text(entry.family_name)};{_text(entry.given_name)};;;"
    yield f"ORG:{_text(organization)}"
    yield f"TITLE:{_text(', '.join(held.metier.label for held in card.certifications))}"
    place = (entry.city, entry.region.name, "", entry.country.name)
    yield f"ADR;TYPE=WORK:;;;{';'.join(map(_text, place))}"
    yield from _addresses(entry)
    yield f"URL:{entry.page_url}"
    if entry.website:
        yield f"URL;TYPE=WORK:{entry.website}"
    yield f"NOTE:{_text(_note(entry))}"
    yield f"REV:{entry.consented}T00:00:00Z"


def _note(entry: DirectoryEntry) -> str:
    """Return what the address book has no place for, in sentences that stay true."""
    card = entry.card
    parts = [card.slogan]
    if card.is_example:
        parts.insert(0, "Personne imaginaire, donnée en exemple.")
    for held in card.certifications:
        if held.granted:
            until = f", valable jusqu’au {held.expires.label}" if held.expires else ""
            parts.append(f"{held.metier.label} : certificat du {held.granted.label}{until}.")
    parts.append(f"Langues : {', '.join(card.languages)}.")
    if entry.contact.mode == "secretariat":
        parts.append("Contact par le secrétariat de l’association, depuis la page.")
    return " ".join(parts)


def _text(text: str) -> str:
    """Return a value escaped (RFC 2426 §5), on one line."""
    escaped = text.translate(_BREAKS).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """Return a line of at most 75 octets, continued by lines that begin with a space (§2.6)."""
    octets = line.encode()
    parts: list[bytes] = []
    room = _LINE
    while len(octets) > room:
        end = room
        while octets[end] & 0xC0 == 0x80:  # inside a character of several octets
            end -= 1
        parts.append(octets[:end])
        octets = octets[end:]
        room = _LINE - 1  # the space takes one
    parts.append(octets)
    return b"\r\n ".join(parts) + b"\r\n"
