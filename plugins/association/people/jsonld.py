"""Structured data of a practitioner's page, in the vocabulary of schema.org. Pure."""

from collections.abc import Iterator, Mapping

from ..content.vocabulary import Entity
from ..pages.jsonld import Node, named, organization_id
from .facets import AUDIENCE, FORM, LANGUAGE, REGION, THEME
from .view import Certification, Company, PractitionerPage, PublicPerson, Qualiopi, StartingPrice


def profile_page(
    page: PractitionerPage, url: str, origin: str, site_url: str, entities: Mapping[str, Entity]
) -> Node:
    """Return a practitioner's page (ProfilePage about a Person), public fields only.

    ``entities`` are those of the vocabulary.
    """
    person = page.person
    main: Node = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": person.name,
        "description": person.slogan,
        "jobTitle": [certificate.metier.label for certificate in person.certifications],
        "knowsLanguage": person.names(LANGUAGE),
        "knowsAbout": [*person.names(THEME), *(sector.name for sector in person.sectors)],
        "memberOf": [
            {"@id": organization_id(site_url)},
            *(named(one.label, "Organization", entities) for one in page.memberships),
        ],
        "workLocation": _premises(person),
        "makesOffer": [
            {
                "@type": "Offer",
                **_availability(person),
                **_price(person.price),
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
    company = person.company
    if person.practice:
        main["worksFor"] = {"@type": "Organization", "name": person.practice}
    if person.colleagues:
        main["colleague"] = [
            {"@type": "Person", "@id": f"{origin}{one.url}#person", "name": one.name}
            for one in person.colleagues
        ]
    credentials = [
        *(
            _credential(certificate, entities)
            for certificate in person.certifications
            if certificate.state == "in-force"
        ),
        *([_qualiopi(company.qualiopi)] if company and company.qualiopi else []),
    ]
    if numbers := [*_identifiers(company)] if company else []:
        main["identifier"] = numbers
    if credentials:
        main["hasCredential"] = credentials
    if person.portrait:
        main["image"] = f"{origin}{person.portrait.url}"
    if person.website:
        main["url"] = person.website
    return {"@type": "ProfilePage", "@id": url, "inLanguage": person.lang, "mainEntity": main}


def _premises(person: PublicPerson) -> Node:
    place: Node = {"@type": "Place", "name": person.place}
    if person.accessibility:
        place["amenityFeature"] = {
            "@type": "LocationFeatureSpecification",
            "name": "Accessibilité",
            "value": person.accessibility,
        }
    return place


def _price(price: StartingPrice | None) -> Node:
    """Return from what an offer costs."""
    if price is None:
        return {}
    specification = {
        "@type": "UnitPriceSpecification",
        "minPrice": price.amount,
        "priceCurrency": price.currency,
        "unitText": price.unit,
        "validFrom": price.day.iso,
    }
    return {"priceSpecification": specification}


def _availability(person: PublicPerson) -> Node:
    """Return until when somebody takes on what is offered; nothing says that they do not."""
    if not person.requests or not person.requests.accepts:
        return {}
    until = person.requests.until.iso
    return {"availability": "https://schema.org/InStock", "availabilityEnds": until}


def _identifiers(company: Company) -> Iterator[Node]:
    numbers = {"SIRET": company.siret, "numéro de déclaration d’activité": company.declaration}
    for name, number in numbers.items():
        if number:
            yield {"@type": "PropertyValue", "propertyID": name, "value": number}


def _qualiopi(held: Qualiopi) -> Node:
    return {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "certification",
        "name": "Qualiopi",
        "about": list(held.actions),
        "expires": held.expires.iso,
    }


def _credential(certificate: Certification, entities: Mapping[str, Entity]) -> Node:
    node: Node = {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "certificate",
        "name": certificate.metier.label,
    }
    if certificate.granted_by:
        node["recognizedBy"] = named(certificate.granted_by, "Organization", entities)
    if certificate.granted:
        node["dateCreated"] = certificate.granted.iso
    if certificate.expires:
        node["expires"] = certificate.expires.iso
    return node
