"""Credentials as canonical N-Quads, which is what their proofs sign. Pure.

For the terms that the association's credentials use, and for nodes that are all named: then the
canonical form of RDF is no more than the sorted statements, and needs neither the contexts nor the
search for names that a processor of JSON-LD makes at twenty times the cost. One node may be
without a name, as proofs are: it is the only one, so that its canonical name is known.
Sources: w3.org/ns/credentials/v2, purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json,
w3.org/TR/rdf-canon (§4.4, §5), w3.org/TR/rdf12-n-quads (§3.1, canonical form).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

Node = Mapping[str, object]

_CREDENTIALS = "https://www.w3.org/2018/credentials#"
_STATUS = "https://www.w3.org/ns/credentials/status#"
_SECURITY = "https://w3id.org/security#"
_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
_SCHEMA = "https://schema.org/"
_XML = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_CLASSES = {
    "VerifiableCredential": _CREDENTIALS,
    "OpenBadgeCredential": _BADGES,
    "Profile": _BADGES,
    "AchievementSubject": _BADGES,
    "Achievement": _BADGES,
    "Image": _BADGES,
    "Evidence": _BADGES,
    "BitstringStatusListCredential": _STATUS,
    "BitstringStatusListEntry": _STATUS,
    "BitstringStatusList": _STATUS,
    "DataIntegrityProof": _SECURITY,
}
# Terms whose values are other nodes, or addresses of them.
_LINKS = {
    "issuer": f"{_CREDENTIALS}issuer",
    "credentialSubject": f"{_CREDENTIALS}credentialSubject",
    "credentialStatus": f"{_CREDENTIALS}credentialStatus",
    "evidence": f"{_CREDENTIALS}evidence",
    "achievement": f"{_BADGES}achievement",
    "criteria": f"{_BADGES}Criteria",
    "image": f"{_BADGES}image",
    "statusListCredential": f"{_STATUS}statusListCredential",
    "verificationMethod": f"{_SECURITY}verificationMethod",
}
# Terms whose values are texts, with the type of each if it has one.
_TEXTS = {
    "name": (f"{_SCHEMA}name", ""),
    "description": (f"{_SCHEMA}description", ""),
    "email": (f"{_SCHEMA}email", ""),
    "url": (f"{_SCHEMA}url", "https://www.w3.org/2001/XMLSchema#anyURI"),
    "narrative": (f"{_BADGES}narrative", ""),
    "achievementType": (f"{_BADGES}achievementType", ""),
    "validFrom": (f"{_CREDENTIALS}validFrom", f"{_XML}dateTime"),
    "validUntil": (f"{_CREDENTIALS}validUntil", f"{_XML}dateTime"),
    "statusPurpose": (f"{_STATUS}statusPurpose", ""),
    "statusListIndex": (f"{_STATUS}statusListIndex", ""),
    "encodedList": (f"{_STATUS}encodedList", f"{_SECURITY}multibase"),
    "cryptosuite": (f"{_SECURITY}cryptosuite", f"{_SECURITY}cryptosuiteString"),
}
# Terms whose values are words of a vocabulary.
_WORDS = {"proofPurpose": f"{_SECURITY}proofPurpose"}
# The canonical name of the only node without one (RDFC-1.0 §4.5).
_UNNAMED: Final = "_:c14n0"
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_SHORT = {
    "\b": r"\b",
    "\t": r"\t",
    "\n": r"\n",
    "\f": r"\f",
    "\r": r"\r",
    '"': r"\"",
    "\\": r"\\",
}


def canonical_quads(node: Node) -> bytes:
    """Return the statements of a node and of those within it, as they are signed.

    Raises KeyError for a term that is not of those above.
    """
    return "".join(sorted(set(_statements(node)))).encode()


def _statements(node: Node) -> Iterator[str]:
    subject = _name(node)
    for term, value in node.items():
        if term in ("@context", "id"):
            continue
        for item in value if isinstance(value, list) else [value]:
            yield f"{subject} {_statement(term, item)} .\n"
            if isinstance(item, Mapping):
                yield from _statements(item)


def _statement(term: str, value: object) -> str:
    """Return what a term says of its node."""
    if term == "type":
        return f"<{_TYPE}> <{_CLASSES[str(value)]}{value}>"
    if term in _LINKS:
        target = _name(value) if isinstance(value, Mapping) else f"<{value}>"
        return f"<{_LINKS[term]}> {target}"
    if term in _WORDS:
        return f"<{_WORDS[term]}> <{_SECURITY}{value}>"
    predicate, kind = _TEXTS[term]
    text = _ESCAPED.sub(lambda sign: _escape(sign[0]), str(value))
    return f'<{predicate}> "{text}"' + (f"^^<{kind}>" if kind else "")


def _name(node: Node) -> str:
    return f"<{node['id']}>" if "id" in node else _UNNAMED


def _escape(sign: str) -> str:
    return _SHORT.get(sign) or f"\\u{ord(sign):04X}"
