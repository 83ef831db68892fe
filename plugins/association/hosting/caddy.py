"""Caddy: a snippet to import into the block of the site. Pure.

Within ``route`` the directives count in the order in which they are written, so that the later
header wins; errors set theirs again, for what was set before stays.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from ..core.media_types import BY_SUFFIX, COMPRESSIBLE, HTML
from .headers import headers_of, rules
from .serving import Serving


def caddy(serving: Serving) -> str:
    """Return the snippet, named « association »."""
    return "\n".join(
        [
            "# Dans le bloc du site, après root : import association",
            "(association) {",
            *(f"\t{line}" if line else "" for line in _lines(serving)),
            "}",
            "",
        ]
    )


def _lines(serving: Serving) -> Iterator[str]:
    yield "route {"
    for line in (*_headers(serving), *_redirects(serving), *_types(), *_vary()):
        yield f"\t{line}"
    # What has no copy is compressed as it is sent.
    yield "\tencode gzip"
    yield "\tfile_server {"
    yield "\t\tprecompressed br gzip"
    yield "\t\thide .ht*"
    yield "\t}"
    yield "}"
    yield from _errors(serving)


def _redirects(serving: Serving) -> Iterator[str]:
    for number, (before, after) in enumerate(serving.redirects()):
        path, mark, question = before.partition("?")
        yield f"@ancienne{number} {{"
        yield f'\tpath "{unquote(path)}"'
        if mark:
            yield f'\tvars {{query}} "{question}"'
        yield "}"
        yield f'redir @ancienne{number} "{after}" 301'


def _headers(serving: Serving) -> Iterator[str]:
    for number, rule in enumerate(rules(serving.form_origin)):
        matcher = "" if rule.is_for_all else f"@regle{number} "
        if matcher:
            yield f'{matcher}path_regexp "{serving.expression(rule.patterns)}"'
        for name, value in rule.headers.items():
            yield f'header {matcher}{name} "{value}"'


def _types() -> Iterator[str]:
    # A shorter ending first: the type of the longer one is set after it.
    for suffix, kind in sorted(BY_SUFFIX.items(), key=lambda pair: pair[0].count(".")):
        name = f"@type{suffix.replace('.', '-')}"
        yield f"{name} path *{suffix}"
        yield f'header {name} Content-Type "{kind}"'
    yield "@dossier path */"
    yield f'header @dossier Content-Type "{HTML}"'


def _vary() -> Iterator[str]:
    """Yield the mark that caches need: set last, for Caddy adds its own to compressed answers."""
    yield f"@textes path */ {' '.join(f'*{suffix}' for suffix in COMPRESSIBLE)}"
    yield "header @textes {"
    yield "\tVary Accept-Encoding"
    yield "\tdefer"
    yield "}"


def _errors(serving: Serving) -> Iterator[str]:
    yield "handle_errors {"
    yield f'\theader Content-Type "{HTML}"'
    yield "\theader -Access-Control-Allow-Origin"
    for name, value in headers_of("/404.html", serving.form_origin).items():
        yield f'\theader {name} "{value}"'
    if serving.gone_prefixes:
        spaces = " ".join(f"{space}*" for space in serving.gone_prefixes)
        yield "\t@parti {"
        yield f"\t\tpath {spaces}"
        yield "\t\texpression {err.status_code} == 404"
        yield "\t}"
        yield "\thandle @parti {"
        yield f"\t\trewrite * {serving.base}/410.html"
        yield "\t\tfile_server {"
        yield "\t\t\tstatus 410"
        yield "\t\t\tprecompressed br gzip"
        yield "\t\t}"
        yield "\t}"
    yield "\thandle {"
    yield f"\t\trewrite * {serving.base}/404.html"
    yield "\t\tfile_server {"
    yield "\t\t\tprecompressed br gzip"
    yield "\t\t}"
    yield "\t}"
    yield "}"
