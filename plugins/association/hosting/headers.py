"""The table of HTTP headers by address, from which the configuration of every host is made.

A pattern is an address from the site's root in which ``*`` stands for any signs, slashes included.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .policies import policies

CACHE = "Cache-Control"
POLICY = "Content-Security-Policy"
# Corrections, moved dates and withdrawals must be seen at the next visit.
REVALIDATE = "public, max-age=0, must-revalidate"
# Only for files whose names change with their content.
IMMUTABLE = "public, max-age=31536000, immutable"

_ALWAYS = {
    # No includeSubDomains: other hosts of the association's domain are not ours.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": (
        "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    CACHE: REVALIDATE,
}
_IMMUTABLE_FILES = (
    *("/theme/css/*", "/theme/fonts/*", "/theme/js/*"),
    *("/annuaire/index-*.json", "/annuaire/lieux-*.txt", "/annuaire/villages-*.txt"),
    *("/annuaire/zones-*.txt", "/annuaire/codes-*.txt"),
    *("/pagefind/fragment/*", "/pagefind/index/*"),
)
# Files for other sites and programs, which may load them in their pages.
_CORS_FILES = ("/*.atom", "/*.csv", "/*.ics", "/*.json", "/*.vcf")
_CORS_HEADERS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


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


_ALWAYS_THE_SAME = (
    Rule(("/*",), _ALWAYS),
    Rule(_IMMUTABLE_FILES, {CACHE: IMMUTABLE}),
    Rule(_CORS_FILES, _CORS_HEADERS),
    # The forge's window for signing in answers the page that opened it.
    Rule(("/redaction/*",), {"Cross-Origin-Opener-Policy": "unsafe-none"}),
)


@cache
def rules(form_origin: str = "") -> tuple[Rule, ...]:
    """Return the table: of two rules that name the same header, the later one counts.

    ``form_origin`` receives what visitors write in the pages' forms (``policies``).
    """
    stated = policies(form_origin).items()
    return (*_ALWAYS_THE_SAME, *(Rule(patterns, {POLICY: policy}) for patterns, policy in stated))


def expression(patterns: tuple[str, ...]) -> str:
    """Return patterns as one regular expression that all hosts read alike."""
    each = (re.escape(pattern).replace(r"\*", ".*").replace(r"\-", "-") for pattern in patterns)
    return f"({'|'.join(each)})"


def headers_of(path: str, form_origin: str = "") -> dict[str, str]:
    """Return the headers of an address, a path from the site's root."""
    found: dict[str, str] = {}
    for rule in rules(form_origin):
        if rule.matches(path):
            found |= rule.headers
    return found


def rules_by_header(form_origin: str = "") -> dict[str, list[tuple[Rule, str]]]:
    """Return the table by header: for each its rules with their values, in order."""
    found: dict[str, list[tuple[Rule, str]]] = {}
    for rule in rules(form_origin):
        for name, value in rule.headers.items():
            found.setdefault(name, []).append((rule, value))
    return found
