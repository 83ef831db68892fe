"""The one table of HTTP headers: what is sent with which addresses. Every host's form comes of it.

A pattern is an address from the site's root in which ``*`` stands for any signs, slashes included.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .policies import POLICIES

CACHE = "Cache-Control"
POLICY = "Content-Security-Policy"
# A page that was put right, a date that moved, a person who withdrew: seen at the next visit.
FRESH = "public, max-age=0, must-revalidate"
# Only for names that are never given to other bytes.
LASTING = "public, max-age=31536000, immutable"

_ALWAYS = {
    # Other names of the association's domain are not this site's to decide: no includeSubDomains.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    CACHE: FRESH,
}
_LASTING = (
    *("/theme/css/*", "/theme/fonts/*", "/theme/js/*"),
    *("/annuaire/index-*.json", "/annuaire/lieux-*.txt", "/annuaire/villages-*.txt"),
    *("/pagefind/fragment/*", "/pagefind/index/*"),
)
# Made for other sites and programs, which may read them from within a page of theirs.
_OPEN = ("/*.atom", "/*.csv", "/*.ics", "/*.json", "/*.vcf")
_OPENLY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


@dataclass(frozen=True)
class Rule:
    """Headers for the addresses of some patterns."""

    patterns: tuple[str, ...]
    headers: Mapping[str, str]

    @property
    def is_for_all(self) -> bool:
        """Whether every address of the site is of its patterns."""
        return "/*" in self.patterns

    def matches(self, path: str) -> bool:
        """Return whether a path from the site's root, « /agenda/ », is of a pattern."""
        return re.fullmatch(expression(self.patterns), path) is not None


# Of two rules that name the same header, the later one counts.
RULES = (
    Rule(("/*",), _ALWAYS),
    Rule(_LASTING, {CACHE: LASTING}),
    Rule(_OPEN, _OPENLY),
    # The forge's window for signing in answers the page that opened it.
    Rule(("/redaction/*",), {"Cross-Origin-Opener-Policy": "unsafe-none"}),
    *(Rule(patterns, {POLICY: policy}) for patterns, policy in POLICIES.items()),
)


def expression(patterns: tuple[str, ...]) -> str:
    """Return patterns as one regular expression that all hosts read alike."""
    each = (re.escape(pattern).replace(r"\*", ".*").replace(r"\-", "-") for pattern in patterns)
    return f"({'|'.join(each)})"


def headers_of(path: str) -> dict[str, str]:
    """Return the headers of an address, a path from the site's root."""
    found: dict[str, str] = {}
    for rule in RULES:
        if rule.matches(path):
            found |= rule.headers
    return found


def by_header() -> dict[str, list[tuple[Rule, str]]]:
    """Return the table by header: for each its rules with their values, in order."""
    found: dict[str, list[tuple[Rule, str]]] = {}
    for rule in RULES:
        for name, value in rule.headers.items():
            found.setdefault(name, []).append((rule, value))
    return found
