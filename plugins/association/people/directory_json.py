"""A list of people for other sites; ``docs/annuaire-json.md`` describes the fields. Pure.

Nothing says whether a certificate is in force: the reader compares its dates with its own clock.
"""

import json
from collections.abc import Iterable

from ..pages.common import Term
from .directory_view import DirectoryEntry

# Raised when a field changes its meaning or goes away; a new field does not change it.
VERSION = 1

Node = dict[str, object]


def people_json(title: str, url: str, people: Iterable[str]) -> bytes:
    """Return the list called ``title``, whose page is ``url``; a ``person_json`` a line."""
    head = _text({"version": VERSION, "title": title, "url": url})[:-1]
    lines = ",\n".join(people)
    return f'{head},"people":[\n{lines}\n]}}\n'.encode()


def person_json(entry: DirectoryEntry) -> str:
    """Return one person as a JSON object on one line: many lists hold the same person."""
    return _text(_person(entry))


def _text(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


def _person(entry: DirectoryEntry) -> Node:
    card, contact = entry.card, entry.contact
    return {
        "url": entry.page_url,
        "slug": card.slug,
        "name": card.name,
        "given_name": entry.given_name,
        "family_name": entry.family_name,
        "language": card.lang,
        "slogan": card.slogan,
        "certificates": [
            {
                "metier": _word(metier),
                "title": held.metier.label,
                "granted": held.granted.iso if held.granted else None,
                "expires": held.expires.iso if held.expires else None,
            }
            for metier, held in zip(entry.metiers, card.certifications, strict=True)
        ],
        "city": entry.city or None,
        "region": _word(entry.region),
        "country": entry.country_code,
        "regions": _words(entry.regions),
        "countries": _words(entry.countries),
        "remote": card.is_remote,
        "audiences": _words(entry.audiences),
        "themes": _words(entry.themes),
        "forms": _words(entry.forms),
        "languages": _words(entry.languages),
        "contact": contact.mode,
        "telephone": contact.label if contact.mode == "telephone" else None,
        "email": contact.label if contact.mode == "email" else None,
        "website": entry.website or None,
        "example": card.is_example,
    }


def _words(terms: Iterable[Term]) -> list[Node]:
    return [_word(term) for term in terms]


def _word(term: Term) -> Node:
    return {"slug": term.slug, "name": term.name}
