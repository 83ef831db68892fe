"""Content-Security-Policy (CSP level 3): what pages may load. Nothing of others, nothing inline.

A room of the site that needs more has a pattern of its own in ``POLICIES``.
"""

from collections.abc import Mapping
from fnmatch import fnmatchcase

_STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def _written(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


# The index of the search is read by WebAssembly, in a page and in a worker of its own.
_SEARCHING = _STRICT | {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'"}

POLICIES = {
    ("/*",): _written(_STRICT),
    ("/pagefind/*", "/recherche/*"): _written(_SEARCHING),
}


def policy_in_page(path: str) -> str:
    """Return what the page at a path, « agenda/ », says itself, for hosts that send no headers.

    ``frame-ancestors`` is left out: browsers do not take it from a page (CSP3 §3.3).
    """
    [*_, policy] = [
        policy
        for patterns, policy in POLICIES.items()
        if any(fnmatchcase(f"/{path}", pattern) for pattern in patterns)
    ]
    directives = (part for part in policy.split("; ") if not part.startswith("frame-ancestors"))
    return "; ".join(directives)
