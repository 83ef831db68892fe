"""Proofs of the suite eddsa-rdfc-2022 on credentials, and the key as a verifier reads it. Pure.

The one suite of embedded proofs that every reader of Open Badges 3.0 has to know. No instant of
signing is written: the same credential and key always give the same bytes.
Sources: w3.org/TR/vc-di-eddsa (§3.2), w3.org/TR/cid-1.0 (§2.2.2 Multikey, §2.4 Multibase),
imsglobal.org/spec/ob/v3p0/cert (« Supported Proof Mechanisms »).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from .canonical_quads import canonical_quads

SUITE = "eddsa-rdfc-2022"
_BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
# What says that an Ed25519 public key follows.
_MULTIKEY = b"\xed\x01"


@dataclass(frozen=True)
class Keys:
    """The key that signs, and those that signed before and are still to be believed."""

    signing: Ed25519PrivateKey = field(repr=False)
    former: tuple[Ed25519PublicKey, ...] = ()

    @property
    def public(self) -> tuple[Ed25519PublicKey, ...]:
        """Every key that a proof may be verified with, the one of today first."""
        every = (self.signing.public_key(), *self.former)
        return tuple({key.public_bytes_raw(): key for key in every}.values())


def signed(
    credential: Mapping[str, object], controller: str, key: Ed25519PrivateKey
) -> dict[str, object]:
    """Return a credential with its proof, by a key of ``controller``, who issues it."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "verificationMethod": key_address(controller, key.public_key()),
        "proofPurpose": "assertionMethod",
    }
    value = proof_value(canonical_quads(credential), canonical_quads(proof), key)
    return {**credential, "proof": {**proof, "proofValue": value}}


def proof_value(document: bytes, options: bytes, key: Ed25519PrivateKey) -> str:
    """Return the signature of a document and of its proof's options, both in canonical form."""
    return multibase(key.sign(sha256(options).digest() + sha256(document).digest()))


def key_address(controller: str, key: Ed25519PublicKey) -> str:
    """Return the address of a public key: it is named by itself."""
    return f"{controller}#{multikey(key)}"


def multikey(key: Ed25519PublicKey) -> str:
    """Return a public key as a Multikey: « z6Mk… »."""
    return multibase(_MULTIKEY + key.public_bytes_raw())


def multibase(content: bytes) -> str:
    """Return bytes in base 58, with the sign that says so."""
    number, digits = int.from_bytes(content, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        digits = _BASE_58[digit] + digits
    zeros = len(content) - len(content.lstrip(b"\0"))
    return f"z{'1' * zeros}{digits}"
