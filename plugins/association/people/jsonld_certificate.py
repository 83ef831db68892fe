"""A certificate as structured data (schema.org EducationalOccupationalCredential). Pure."""

from collections.abc import Mapping

from ..content.vocabulary import Entity
from ..pages.jsonld import Node, named
from .certificate_view import CertificatePage


def certificate_node(page: CertificatePage, origin: str, entities: Mapping[str, Entity]) -> Node:
    """Return a certificate; its holder is the person of the profile page.

    ``entities`` are those of the vocabulary.
    """
    line = page.certificate
    node: Node = {
        "@type": "EducationalOccupationalCredential",
        "@id": f"{page.permalink}#certificat",
        "url": page.permalink,
        "identifier": line.number,
        "credentialCategory": "certificate",
        "name": line.metier.label,
        "description": page.attests,
        "about": {
            "@type": "Person",
            "@id": f"{origin}{line.holder.url}#person",
            "name": line.holder.label,
        },
        "dateCreated": line.granted.iso,
    }
    if page.certification.granted_by:
        node["recognizedBy"] = named(page.certification.granted_by, "Organization", entities)
    if line.expires:
        node["expires"] = line.expires.iso
    return node
