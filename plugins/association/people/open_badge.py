"""Certificates as Open Badges 2.0 with hosted verification. Pure: values to bytes.

A verifier fetches the proof from its own address and trusts it because it lies under the issuer's:
no key to keep, which a site of plain files could not hold (Open Badges 3.0 asks for signatures).
The holder is named by the address of the public profile: no e-mail address, not even its hash.
Source: imsglobal.org/sites/default/files/Badges/OBv2p0Final
"""

import json
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

Node = dict[str, object]

_CONTEXT = "https://w3id.org/openbadges/v2"
_BADGE_FILE = "http://openbadges.org"
_BEAMS = (
    ("#f0593e", "M38.7 64.9L49.1 5.8L28.6 2.2L18.2 61.3z"),
    ("#f5ab2e", "M31.4 39.8L90.8 31.5L88 10.9L28.5 19.2z"),
    ("#16a08f", "M53 25.2L79.3 79.1L98 70L71.7 16.1z"),
    ("#3a78e0", "M73.6 41.2L30.5 82.9L44.9 97.8L88 56.1z"),
    ("#a8479b", "M64.7 65.7L11.8 37.6L2 55.9L55 84.1z"),
)
_LONGEST_LINE = 24


@dataclass(frozen=True)
class Issuer:
    """Who issues badges: ``id`` is the address of its profile, ``origin`` what it may vouch for."""

    id: str
    name: str
    url: str
    email: str
    origin: str


@dataclass(frozen=True)
class BadgeClass:
    """What a badge stands for: ``criteria`` is the page that says how it is obtained."""

    id: str
    name: str
    description: str
    image: str
    criteria: str
    issuer: str


@dataclass(frozen=True)
class Assertion:
    """One badge of one person.

    ``recipient`` is the address of the public profile, ``evidence`` the page of the certificate;
    instants are ISO 8601 with an offset, ``expires`` is ``""`` when it never does.
    """

    id: str
    recipient: str
    badge: str
    image: str
    issued_on: str
    expires: str
    evidence: str
    narrative: str


def issuer_json(issuer: Issuer) -> bytes:
    """Return the issuer's profile."""
    return _json(
        {
            "type": "Issuer",
            "id": issuer.id,
            "name": issuer.name,
            "url": issuer.url,
            "email": issuer.email,
            "verification": {
                "type": "VerificationObject",
                "startsWith": [issuer.origin],
            },
        }
    )


def badge_class_json(badge: BadgeClass) -> bytes:
    """Return the class of the badges of one métier."""
    return _json(
        {
            "type": "BadgeClass",
            "id": badge.id,
            "name": badge.name,
            "description": badge.description,
            "image": badge.image,
            "criteria": {"id": badge.criteria},
            "issuer": badge.issuer,
        }
    )


def assertion_json(assertion: Assertion) -> bytes:
    """Return the proof of one badge."""
    node: Node = {
        "type": "Assertion",
        "id": assertion.id,
        "recipient": {"type": "url", "hashed": False, "identity": assertion.recipient},
        "badge": assertion.badge,
        "image": assertion.image,
        "verification": {"type": "HostedBadge"},
        "issuedOn": assertion.issued_on,
        "evidence": {"id": assertion.evidence, "narrative": assertion.narrative},
    }
    if assertion.expires:
        node["expires"] = assertion.expires
    return _json(node)


def picture(title: str, proof: str = "") -> bytes:
    """Return the picture of a badge (SVG); with ``proof``, its address is baked in."""
    baked = (
        f'<openbadges:assertion xmlns:openbadges="{_BADGE_FILE}" verify={quoteattr(proof)}/>'
        if proof
        else ""
    )
    beams = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in _BEAMS)
    lines = "".join(
        f'<tspan x="120" y="{196 + 22 * rank}">{escape(words)}</tspan>'
        for rank, words in enumerate(_lines(title))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 260" width="480" height="520">'
        f"{baked}<title>{escape(title)}</title>"
        '<path fill="#241a40" d="M0 8L240 0L233 260L7 252z"/>'
        f'<g transform="translate(50 22) scale(1.4)">{beams}</g>'
        '<text fill="#fff" font-family="system-ui, sans-serif" font-size="16" font-weight="600" '
        f'text-anchor="middle">{lines}</text></svg>\n'
    ).encode()


def _lines(title: str) -> list[str]:
    """Return the words of a title in lines that fit the badge."""
    lines = [""]
    for word in re.split(r"\s+", title):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > _LONGEST_LINE and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _json(node: Node) -> bytes:
    text = json.dumps({"@context": _CONTEXT, **node}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()
