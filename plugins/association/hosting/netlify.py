"""Hosts that read ``_headers`` and ``_redirects``: Netlify, Cloudflare Pages, GitLab Pages. Pure.

Where two rules of ``_headers`` name the same header, Netlify keeps the later one; Cloudflare joins
them unless the later one first detaches it (« ! Name »), which Netlify does not read. Neither can
answer 410.
"""

from collections.abc import Iterator

from .headers import CACHE, REVALIDATE, rules
from .serving import Serving


def headers(serving: Serving, *, detaching: bool) -> str:
    """Return the ``_headers`` file; ``detaching`` says that rules are joined unless told not to."""
    return "\n".join([*_lines(serving, detaching), ""])


def _lines(serving: Serving, detaching: bool) -> Iterator[str]:
    named: set[str] = set()
    for rule in rules(serving.form_origin):
        # Both hosts let nothing be kept that we do not name: that need not be said over.
        wanted = {k: v for k, v in rule.headers.items() if (k, v) != (CACHE, REVALIDATE)}
        for pattern in rule.patterns:
            yield f"{serving.base}{pattern}"
            for name, value in wanted.items():
                if detaching and name in named:
                    yield f"  ! {name}"
                yield f"  {name}: {value}"
        named |= wanted.keys()


def redirects(serving: Serving, *, forcing: bool) -> str:
    """Return the ``_redirects`` file; ``forcing`` marks those that count where a file is as well.

    A question (« ?article=12 ») is written as Netlify reads it.
    """
    status = "301!" if forcing else "301"
    lines = []
    for before, after in serving.redirects():
        path, _, question = before.partition("?")
        parameters = question.replace("&", " ")
        lines.append(" ".join(part for part in (path, parameters, after, status) if part))
    return "\n".join([*lines, ""])
