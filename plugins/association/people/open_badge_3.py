"""Certificates as Open Badges 3.0: signed credentials, who signs them, what is in force. Pure.

The holder is named by the address of the public profile, as in version 2.0: no e-mail address, not
even its hash. Every node has an address, which the canonical form of proofs relies on. The dates
are the certificate's, so that the same certificate gives the same bytes.
Sources: imsglobal.org/spec/ob/v3p0, w3.org/TR/vc-data-model-2.0,
w3.org/TR/vc-bitstring-status-list, w3.org/TR/did-core
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from ..core.data_integrity import Keys, key_address, multikey, signed
from .open_badge import Assertion, BadgeClass, Issuer
from .status_list import PURPOSE, encoded_list, place_of

Node = dict[str, object]

_CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_DID = "https://www.w3.org/ns/did/v1"
_MULTIKEY = "https://w3id.org/security/multikey/v1"


@dataclass(frozen=True)
class Signer:
    """Who signs: ``did`` is the issuer's decentralized identifier, ``status_list`` an address."""

    did: str
    keys: Keys
    status_list: str


def did_document(signer: Signer) -> bytes:
    """Return the keys of the issuer, for verifiers: that of today and those of before."""
    methods = [
        {
            "id": key_address(signer.did, key),
            "type": "Multikey",
            "controller": signer.did,
            "publicKeyMultibase": multikey(key),
        }
        for key in signer.keys.public
    ]
    return _json(
        {
            "@context": [_DID, _MULTIKEY],
            "id": signer.did,
            "verificationMethod": methods,
            "assertionMethod": [method["id"] for method in methods],
        }
    )


def credential(
    number: str, address: str, assertion: Assertion, badge: BadgeClass, issuer: Issuer, by: Signer
) -> bytes:
    """Return the signed badge of the certificate ``number``, which lies at ``address``.

    ``assertion`` and ``badge`` are the same badge in version 2.0.
    """
    node: Node = {
        "@context": [_CREDENTIALS, _BADGES],
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.name,
        "issuer": {
            "id": by.did,
            "type": ["Profile"],
            "name": issuer.name,
            "url": issuer.url,
            "email": issuer.email,
        },
        "validFrom": assertion.issued_on,
        **({"validUntil": assertion.expires} if assertion.expires else {}),
        "credentialSubject": {
            "id": assertion.recipient,
            "type": ["AchievementSubject"],
            "achievement": {
                "id": badge.id,
                "type": ["Achievement"],
                "achievementType": "Certification",
                "name": badge.name,
                "description": badge.description,
                "criteria": {"id": badge.criteria},
                "image": {"id": badge.image, "type": "Image"},
            },
        },
        "evidence": [
            {
                "id": assertion.evidence,
                "type": ["Evidence"],
                "narrative": assertion.narrative,
            }
        ],
        "credentialStatus": {
            "id": f"{by.status_list}#{place_of(number)}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": PURPOSE,
            "statusListIndex": str(place_of(number)),
            "statusListCredential": by.status_list,
        },
    }
    return _json(signed(node, by.did, by.keys.signing))


def status_list(in_force: Iterable[str], by: Signer) -> bytes:
    """Return the signed list of the badges in force, by the numbers of their certificates."""
    node: Node = {
        "@context": [_CREDENTIALS],
        "id": by.status_list,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": by.did,
        "credentialSubject": {
            "id": f"{by.status_list}#liste",
            "type": "BitstringStatusList",
            "statusPurpose": PURPOSE,
            "encodedList": encoded_list(in_force),
        },
    }
    return _json(signed(node, by.did, by.keys.signing))


def _json(node: Node) -> bytes:
    return f"{json.dumps(node, ensure_ascii=False, indent=2)}\n".encode()
