"""Content-Security-Policy (CSP level 3): what pages may load. Nothing of others, nothing inline.

A room of the site that needs more has a pattern of its own in ``policies``.
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


def _serialize(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


# The index of the search and the checker of texts are run by WebAssembly, in workers of their own.
_SEARCHING = _STRICT | {"script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'"}

# The forms of « redaction/ » draw with styles of their own and read pictures from memory.
# Which forge they speak to is said by their page: a browser holds to both.
_WRITING = _STRICT | {
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data: https:",
    "connect-src": "'self' blob: data: https:",
    "media-src": "blob:",
    "worker-src": "'self' blob:",
}


def policies(form_origin: str = "") -> Mapping[tuple[str, ...], str]:
    """Return the policy of each part of the site, by the patterns of its addresses.

    ``form_origin``, « https://forms.example », receives what visitors write in the pages' forms.
    """
    answering = {"form-action": f"'self' {form_origin}"} if form_origin else {}
    return {
        ("/*",): _serialize(_STRICT | answering),
        ("/pagefind/*", "/recherche/*"): _serialize(_SEARCHING),
        ("/redaction/*",): _serialize(_WRITING),
    }


def policy_of_forms(hosts: tuple[str, ...]) -> str:
    """Return what the page of the forms says itself: ``hosts`` are the origins of the forge."""
    exact = {
        name: " ".join((*sources.removesuffix(" https:").split(), *hosts))
        for name, sources in _WRITING.items()
        if sources.endswith(" https:")
    }
    return _in_page(_serialize(_WRITING | exact))


def policy_of_checker() -> str:
    """Return what the page where a text is checked says itself: it asks this site alone."""
    return _in_page(_serialize(_SEARCHING))


def policy_in_page(path: str, form_origin: str = "") -> str:
    """Return what the page at a path, « agenda/ », says itself, for hosts that send no headers.

    ``form_origin`` is that of ``policies``; ``frame-ancestors`` is left out: browsers do not take
    it from a page (CSP3 §3.3).
    """
    [*_, policy] = [
        policy
        for patterns, policy in policies(form_origin).items()
        if any(fnmatchcase(f"/{path}", pattern) for pattern in patterns)
    ]
    return _in_page(policy)


def _in_page(policy: str) -> str:
    directives = (part for part in policy.split("; ") if not part.startswith("frame-ancestors"))
    return "; ".join(directives)
