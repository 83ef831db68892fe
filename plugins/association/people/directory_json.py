"""A list of people for other sites; ``docs/annuaire-json.md`` describes the fields. Pure.

Nothing says whether a certificate is in force: the reader compares its dates with its own clock.
"""

import json
from collections.abc import Iterable

from ..pages.common import Term
from .facets import COUNTRY, LANGUAGE, METIER, REGION, SUBJECTS, Facet
from .view import Company, PublicPerson, StartingPrice

# Raised when a field changes its meaning or goes away; a new field does not change it.
VERSION = 1
# Slugs instead of people.
VERSION_OF_NAMES = 2

Node = dict[str, object]


def people_json(title: str, url: str, people: Iterable[str]) -> bytes:
    """Return the list called ``title``, whose page is ``url``; a ``person_json`` a line."""
    head = _text({"version": VERSION, "title": title, "url": url})[:-1]
    lines = ",\n".join(people)
    return f'{head},"people":[\n{lines}\n]}}\n'.encode()


def names_json(title: str, url: str, everybody: str, people: Iterable[PublicPerson]) -> bytes:
    """Return a list as slugs of its people, whom the file at ``everybody`` describes."""
    head: Node = {"version": VERSION_OF_NAMES, "title": title, "url": url, "everybody": everybody}
    return f"{_text(head | {'slugs': [person.slug for person in people]})}\n".encode()


def person_json(person: PublicPerson) -> str:
    """Return one person as a JSON object on one line: many lists hold the same person."""
    return _text(_person(person))


def _text(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))


def _person(person: PublicPerson) -> Node:
    return {
        "url": person.page_url,
        "slug": person.slug,
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "language": person.lang,
        "slogan": person.slogan,
        "certificates": [
            {
                "metier": _word(metier),
                "title": certificate.metier.label,
                "granted": certificate.granted.iso if certificate.granted else None,
                "expires": certificate.expires.iso if certificate.expires else None,
            }
            for metier, certificate in zip(
                person.terms[METIER.field], person.certifications, strict=True
            )
        ],
        "city": person.city or None,
        "region": _word(person.region),
        "country": person.country_code,
        **_words(person, REGION, COUNTRY),
        "remote": person.is_remote,
        **_words(person, *SUBJECTS, LANGUAGE),
        "contact": person.contact.mode,
        "telephone": person.detail("telephone") or None,
        "email": person.detail("email") or None,
        "website": person.website or None,
        "new_requests": {"accepts": person.requests.accepts, "until": person.requests.until.iso}
        if person.requests
        else None,
        "price": _price(person.price) if person.price else None,
        "practice": person.practice or None,
        "accessibility": person.accessibility or None,
        "sectors": [_word(sector) for sector in person.sectors],
        "works_with": [_word(colleague) for colleague in person.colleagues],
        "references": [
            {
                "organization": reference.organization,
                "mission": reference.mission or None,
                "period": reference.period or None,
                "agreed_by": reference.agreed_by,
                "agreed": reference.agreed.iso,
            }
            for reference in person.references
        ],
        "company": _company(person.company) if person.company else None,
        "example": person.is_example,
    }


def _price(price: StartingPrice) -> Node:
    return {
        "from": price.amount,
        "currency": price.currency,
        "unit": price.unit,
        "conditions": price.conditions or None,
        "told": price.day.iso,
    }


def _company(company: Company) -> Node:
    qualiopi, insurance = company.qualiopi, company.insurance
    return {
        "legal_form": company.legal_form,
        "siret": company.siret or None,
        "foreign_number": company.foreign_number or None,
        "training_body": company.declaration or None,
        "qualiopi": {"actions": qualiopi.actions, "expires": qualiopi.expires.iso}
        if qualiopi
        else None,
        "insurance": {
            "insurer": insurance.insurer,
            "expires": insurance.expires.iso if insurance.expires else None,
        }
        if insurance
        else None,
    }


def _words(person: PublicPerson, *facets: Facet) -> Node:
    return {facet.field: [_word(term) for term in person.terms[facet.field]] for facet in facets}


def _word(term: Term) -> Node:
    return {"slug": term.slug, "name": term.name}
