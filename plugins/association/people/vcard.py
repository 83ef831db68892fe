"""People as cards of an address book: vCard 3.0 (RFC 2426), which every program reads. Pure.

A list is its cards one after the other. Only what is published of somebody is in the card. Without
a published address the way to reach the person is the page, which is always there.
"""

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from ..core.person_names import sort_name
from .facets import LANGUAGE
from .view import PublicPerson

_LINE = 75
_BREAKS = str.maketrans({"\r": " ", "\n": " "})


def vcard(person: PublicPerson, organization: str) -> bytes:
    """Return the card of one person, who belongs to ``organization`` or has a practice."""
    lines = ("BEGIN:VCARD", "VERSION:3.0", *_properties(person, organization), "END:VCARD")
    return b"".join(map(_fold_line, lines))


def group_vcard(title: str, url: str, everybody: str, people: Iterable[PublicPerson]) -> bytes:
    """Return a group (vCard 4.0, RFC 6350 §6.1.4): its members' cards are in ``everybody``."""
    lines = (
        *("BEGIN:VCARD", "VERSION:4.0", "KIND:group"),
        f"UID:urn:uuid:{uuid5(NAMESPACE_URL, url)}",
        f"FN:{_text(title)}",
        f"URL:{url}",
        f"NOTE:{_text(f'Les cartes de ces personnes sont dans {everybody}')}",
        *(f"MEMBER:{_uid(person)}" for person in people),
        "END:VCARD",
    )
    return b"".join(map(_fold_line, lines))


def short_vcard(person: PublicPerson, organization: str) -> str:
    """Return a card of the few lines that a QR code holds legibly: name, ways to reach, page."""
    lines = [
        f"N:{_text(person.family_name)};{_text(person.given_name)};;;",
        f"FN:{_text(person.name)}",
        f"ORG:{_text(person.practice or organization)}",
        *_addresses(person),
        f"URL:{person.page_url}",
    ]
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


def _addresses(person: PublicPerson) -> Iterator[str]:
    """Yield the telephone number or the e-mail address that the person agreed to show."""
    if number := person.detail("telephone"):
        yield f"TEL;TYPE=WORK,VOICE:{_text(number)}"
    if address := person.detail("email"):
        yield f"EMAIL;TYPE=INTERNET:{_text(address)}"


def _properties(person: PublicPerson, organization: str) -> Iterator[str]:
    yield f"UID:{_uid(person)}"
    yield f"FN:{_text(person.name)}"
    yield f"N:{_text(person.family_name)};{_text(person.given_name)};;;"
    if (filed := sort_name(person.family_name)) != person.family_name:
        yield f"SORT-STRING:{_text(filed)}"
    yield f"ORG:{_text(person.practice or organization)}"
    titles = ", ".join(certificate.metier.label for certificate in person.certifications)
    yield f"TITLE:{_text(titles)}"
    place = (person.city, person.region.name, "", person.country.name)
    yield f"ADR;TYPE=WORK:;;;{';'.join(map(_text, place))}"
    yield from _addresses(person)
    yield f"URL:{person.page_url}"
    if person.website:
        yield f"URL;TYPE=WORK:{person.website}"
    yield f"NOTE:{_text(_note(person))}"
    yield f"REV:{person.confirmed_day.iso}T00:00:00Z"


def _uid(person: PublicPerson) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, person.page_url)}"


def _note(person: PublicPerson) -> str:
    """Return what the address book has no place for, in sentences that stay true."""
    parts = [person.slogan]
    if person.is_example:
        parts.insert(0, "Personne imaginaire, donnée en exemple.")
    for certificate in person.certifications:
        if certificate.granted:
            until = f", valable jusqu’au {certificate.expires.label}" if certificate.expires else ""
            parts.append(
                f"{certificate.metier.label} : certificat du {certificate.granted.label}{until}."
            )
    if person.requests:
        parts.append(f"{person.requests.label}.")
    parts.append(f"Langues : {', '.join(person.names(LANGUAGE))}.")
    if person.contact.mode == "secretariat":
        parts.append("Contact par le secrétariat de l’association, depuis la page.")
    return " ".join(parts)


def _text(text: str) -> str:
    """Return a value escaped (RFC 2426 §5), on one line."""
    escaped = text.translate(_BREAKS).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _fold_line(line: str) -> bytes:
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
