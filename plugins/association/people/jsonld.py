"""Structured data of a practitioner's page, in the vocabulary of schema.org. Pure."""

from ..pages.jsonld import Node, organization_id
from .view import Certification, PractitionerPage


def profile_page(person: PractitionerPage, url: str, origin: str, site_url: str) -> Node:
    """Return a practitioner's page (ProfilePage about a Person), public fields only."""
    card = person.card
    main: Node = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": card.name,
        "description": card.slogan,
        "jobTitle": [held.metier.label for held in card.certifications],
        "knowsLanguage": [term.name for term in person.languages],
        "knowsAbout": [term.name for term in person.themes],
        "memberOf": [
            {"@id": organization_id(site_url)},
            *({"@type": "Organization", "name": name} for name in person.memberships),
        ],
        "workLocation": {"@type": "Place", "name": card.place},
        "makesOffer": [
            {
                "@type": "Offer",
                "itemOffered": {
                    "@type": "Service",
                    "name": form.name,
                    "areaServed": [term.name for term in person.regions],
                    "audience": [
                        {"@type": "Audience", "audienceType": term.name}
                        for term in person.audiences
                    ],
                },
            }
            for form in person.forms
        ],
    }
    credentials = [_credential(held) for held in card.certifications if held.state == "in-force"]
    if credentials:
        main["hasCredential"] = credentials
    if card.portrait:
        main["image"] = f"{origin}{card.portrait.url}"
    if person.website:
        main["url"] = person.website
    return {"@type": "ProfilePage", "@id": url, "inLanguage": card.lang, "mainEntity": main}


def _credential(held: Certification) -> Node:
    node: Node = {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "certificate",
        "name": held.metier.label,
        "recognizedBy": {"@type": "Organization", "name": held.granted_by},
    }
    if held.granted:
        node["dateCreated"] = held.granted.iso
    if held.expires:
        node["expires"] = held.expires.iso
    return node
