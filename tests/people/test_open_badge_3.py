"""Signed badges, as their specifications say them: proofs, keys, the list of what is in force."""

import gzip
import json
import re
from base64 import urlsafe_b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from association.core.canonical_quads import canonical_quads
from association.core.data_integrity import Keys, multibase, multikey, proof_value
from association.core.did_web import did_of, did_path
from association.people import open_badge_3
from association.people.open_badge import Assertion, BadgeClass, Issuer
from association.people.status_list import SIZE, encoded_list, place_of

SITE = "https://tst.example"
NUMBER = "x-intervenant-2022"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OLD = Ed25519PrivateKey.from_private_bytes(bytes(32))
SIGNER = open_badge_3.Signer(did_of(SITE), Keys(KEY), f"{SITE}/certification/badges/etat.json")
ISSUER = Issuer(f"{SITE}/emetteur.json", "Association", f"{SITE}/", "bureau@tst.example", SITE)
BADGE = BadgeClass(
    id=f"{SITE}/certification/badges/intervenant.json",
    name="Intervenant·e « TST »",
    description='Un métier :\n"écouter"\\.',
    image=f"{SITE}/certification/badges/intervenant.svg",
    criteria=f"{SITE}/metiers/intervenant/",
    issuer=ISSUER.id,
)
ASSERTION = Assertion(
    id=f"{SITE}/certification/{NUMBER}/badge.json",
    recipient=f"{SITE}/annuaire/x/",
    badge=BADGE.id,
    image=f"{SITE}/certification/{NUMBER}/badge.svg",
    issued_on="2022-06-18T00:00:00+02:00",
    expires="2027-06-19T00:00:00+02:00",
    evidence=f"{SITE}/certification/{NUMBER}/",
    narrative="Certificat inscrit au registre.",
)
ADDRESS = f"{SITE}/certification/{NUMBER}/badge-3.json"


def credential(
    assertion: Assertion = ASSERTION, by: open_badge_3.Signer = SIGNER
) -> dict[str, object]:
    written = open_badge_3.credential(NUMBER, ADDRESS, assertion, BADGE, ISSUER, by)
    read: dict[str, object] = json.loads(written)
    return read


# « TestVectors » of w3c/vc-di-eddsa: the keys, the canonical forms and the signature.
SECRET = "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6"
PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
DOCUMENT = """\
<did:example:abcdefgh> <https://www.w3.org/ns/credentials/examples#alumniOf> "The School of Examples" .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/ns/credentials/examples#AlumniCredential> .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <https://schema.org/description> "A minimum viable example of an Alumni Credential." .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <https://schema.org/name> "Alumni Credential" .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <https://www.w3.org/2018/credentials#credentialSubject> <did:example:abcdefgh> .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <https://www.w3.org/2018/credentials#issuer> <https://vc.example/issuers/5678> .
<urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33> <https://www.w3.org/2018/credentials#validFrom> "2023-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
"""  # noqa: E501
OPTIONS = f"""\
_:c14n0 <http://purl.org/dc/terms/created> "2023-02-24T23:36:38Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
_:c14n0 <https://w3id.org/security#cryptosuite> "eddsa-rdfc-2022"^^<https://w3id.org/security#cryptosuiteString> .
_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
_:c14n0 <https://w3id.org/security#verificationMethod> <did:key:{PUBLIC}#{PUBLIC}> .
"""  # noqa: E501
SIGNATURE = (
    "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme"
)


def test_a_document_is_signed_as_in_the_vectors_of_the_specification() -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(SECRET))
    assert multikey(key.public_key()) == PUBLIC
    assert proof_value(DOCUMENT.encode(), OPTIONS.encode(), key) == SIGNATURE


def test_the_options_of_a_proof_are_written_as_in_the_vectors() -> None:
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "verificationMethod": f"did:key:{PUBLIC}#{PUBLIC}",
        "proofPurpose": "assertionMethod",
    }
    # Ours say no instant of signing.
    assert canonical_quads(proof).decode() == OPTIONS.split("\n", 1)[1]


def test_a_term_that_is_not_known_is_never_left_unsigned() -> None:
    with pytest.raises(KeyError):
        canonical_quads({"id": "https://a.example", "invented": "x"})


@given(st.binary(max_size=70))
def test_base_58_loses_no_byte(content: bytes) -> None:
    sign, digits = multibase(content)[0], multibase(content)[1:]
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number = 0
    for digit in digits:
        number = number * 58 + alphabet.index(digit)
    zeros = len(digits) - len(digits.lstrip("1"))
    length = (number.bit_length() + 7) // 8
    assert (sign, bytes(zeros) + number.to_bytes(length, "big")) == ("z", content)


def test_a_badge_says_what_open_badges_3_asks_for() -> None:
    said = credential()
    assert said["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert said["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert said["id"] == ADDRESS
    issuer, subject = said["issuer"], said["credentialSubject"]
    assert isinstance(issuer, dict)
    assert isinstance(subject, dict)
    assert issuer["id"] == "did:web:tst.example"
    assert issuer["type"] == ["Profile"]
    assert (subject["id"], subject["type"]) == (f"{SITE}/annuaire/x/", ["AchievementSubject"])
    assert subject["achievement"].keys() >= {"id", "type", "name", "description", "criteria"}
    instant = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
    assert re.fullmatch(instant, str(said["validFrom"]))
    assert re.fullmatch(instant, str(said["validUntil"]))
    proof = said["proof"]
    assert isinstance(proof, dict)
    # The key's name in its address is the key: some readers take it from there.
    assert proof["verificationMethod"] == f"did:web:tst.example#{multikey(KEY.public_key())}"


def test_a_badge_shows_no_address_of_a_person_even_hashed() -> None:
    said = credential()
    assert "identifier" not in json.dumps(said)
    assert re.findall(r"[\w.]+@[\w.]+", json.dumps(said)) == ["bureau@tst.example"]


def test_a_badge_that_never_lapses_says_no_end() -> None:
    assert "validUntil" not in credential(Assertion(**{**vars(ASSERTION), "expires": ""}))


def test_the_same_certificate_and_key_give_the_same_bytes() -> None:
    assert credential() == credential()
    assert open_badge_3.status_list([NUMBER], SIGNER) == open_badge_3.status_list([NUMBER], SIGNER)
    other = open_badge_3.Signer(SIGNER.did, Keys(OLD), SIGNER.status_list)
    assert credential(by=other)["proof"] != credential()["proof"]


def test_the_keys_of_before_are_still_said_and_the_key_of_today_comes_first() -> None:
    keys = Keys(KEY, (OLD.public_key(), KEY.public_key()))
    said = json.loads(open_badge_3.did_document(open_badge_3.Signer(SIGNER.did, keys, "")))
    assert [method["publicKeyMultibase"] for method in said["verificationMethod"]] == [
        multikey(KEY.public_key()),
        multikey(OLD.public_key()),
    ]
    assert said["assertionMethod"] == [method["id"] for method in said["verificationMethod"]]
    assert {method["controller"] for method in said["verificationMethod"]} == {said["id"]}


def bits(encoded: str) -> str:
    """Return a list as its signs, « 1 » where a bit is set, as a reader expands it."""
    assert encoded.startswith("u")
    content = gzip.decompress(urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    return "".join(f"{byte:08b}" for byte in content)


def test_only_badges_in_force_are_not_set_and_nothing_tells_who_left_from_who_never_was() -> None:
    read = bits(encoded_list(["a-intervenant-2022", "b-mediateur-2024"]))
    assert len(read) == SIZE >= 131072
    clear = {place for place, bit in enumerate(read) if bit == "0"}
    assert clear == {place_of("a-intervenant-2022"), place_of("b-mediateur-2024")}
    assert set(bits(encoded_list([]))) == {"1"}


def test_a_place_is_the_certificate_s_for_ever() -> None:
    # Copies in wallets hold it: it can never change.
    assert place_of("jean-valjean-intervenant-2022") == 5570746
    assert place_of("jean-valjean-intervenant-2023") != 5570746


@pytest.mark.parametrize(
    ("site", "did", "path"),
    [
        ("https://w3c-ccg.github.io", "did:web:w3c-ccg.github.io", ".well-known/did.json"),
        ("https://example.com:3000", "did:web:example.com%3A3000", ".well-known/did.json"),
        (
            "https://example.com:3000/user/alice",
            "did:web:example.com%3A3000:user:alice",
            "did.json",
        ),
        ("https://théâtre.example/é", "did:web:xn--thtre-4qa2c.example:%C3%A9", "did.json"),
    ],
)
def test_a_site_has_the_identifier_that_did_web_says(site: str, did: str, path: str) -> None:
    assert did_of(site) == did
    assert did_path(site.partition("://")[2].partition("/")[2]) == path


@pytest.mark.parametrize(
    "site", ["http://a.example", "https://192.0.2.1", "https://[2001:db8::1]/", "a.example"]
)
def test_a_site_without_https_or_without_a_name_has_none(site: str) -> None:
    with pytest.raises(ValueError, match=re.escape(site)):
        did_of(site)
