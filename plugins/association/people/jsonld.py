"""Structured data of a practitioner's page, in the vocabulary of schema.org. Pure."""

from ..pages.jsonld import Node, organization_id
from .facets import AUDIENCE, FORM, LANGUAGE, REGION, THEME
from .view import Certification, PractitionerPage


def profile_page(page: PractitionerPage, url: str, origin: str, site_url: str) -> Node:
    """Return a practitioner's page (ProfilePage about a Person), public fields only."""
    person = page.person
    main: Node = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": person.name,
        "description": person.slogan,
        "jobTitle": [certificate.metier.label for certificate in person.certifications],
        "knowsLanguage": person.names(LANGUAGE),
        "knowsAbout": person.names(THEME),
        "memberOf": [
            {"@id": organization_id(site_url)},
            *({"@type": "Organization", "name": name} for name in page.memberships),
        ],
        "workLocation": {"@type": "Place", "name": person.place},
        "makesOffer": [
            {
                "@type": "Offer",
                "itemOffered": {
                    "@type": "Service",
                    "name": form,
                    "areaServed": person.names(REGION),
                    "audience": [
                        {"@type": "Audience", "audienceType": name}
                        for name in person.names(AUDIENCE)
                    ],
                },
            }
            for form in person.names(FORM)
        ],
    }
    credentials = [
        _credential(certificate)
        for certificate in person.certifications
        if certificate.state == "in-force"
    ]
    if credentials:
        main["hasCredential"] = credentials
    if person.portrait:
        main["image"] = f"{origin}{person.portrait.url}"
    if person.website:
        main["url"] = person.website
    return {"@type": "ProfilePage", "@id": url, "inLanguage": person.lang, "mainEntity": main}


def _credential(certificate: Certification) -> Node:
    node: Node = {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "certificate",
        "name": certificate.metier.label,
        "recognizedBy": {"@type": "Organization", "name": certificate.granted_by},
    }
    if certificate.granted:
        node["dateCreated"] = certificate.granted.iso
    if certificate.expires:
        node["expires"] = certificate.expires.iso
    return node
