"""Apache, as on most shared hosting: the ``.htaccess`` of the public folder. Pure.

Needs ``AllowOverride All`` and mod_headers, mod_rewrite, mod_mime, mod_dir, mod_deflate; a host
that lacks mod_headers serves the site without its headers rather than not at all. Every address
that is written into a rule is quoted.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..core.media_types import BY_SUFFIX, COMPRESSIBLE
from .headers import Rule, rules_by_header
from .serving import Serving

_SIBLING = r"(\.(br|gz))?"


def htaccess(serving: Serving) -> str:
    """Return the ``.htaccess`` of the site."""
    return "\n".join(
        [
            "# Écrit par la construction du site : ne pas modifier ici.",
            "Options -Indexes -MultiViews",
            "DirectoryIndex index.html",
            '<FilesMatch "^\\.ht">',
            "  Require all denied",
            "</FilesMatch>",
            f"ErrorDocument 404 {serving.base}/404.html",
            *([f"ErrorDocument 410 {serving.base}/410.html"] if serving.gone_prefixes else []),
            *_types(),
            *_headers(serving),
            *_compression(),
            *_rewriting(serving),
            "",
        ]
    )


def _types() -> Iterator[str]:
    """Yield the types, also of a compressed sibling, whatever the host calls such an ending."""
    yield "AddEncoding br .br"
    yield "AddEncoding gzip .gz"
    yield "RemoveLanguage .br"
    for suffix, kind in BY_SUFFIX.items():
        # The longer ending comes later in the alphabet of none: it is repeated for its own name.
        name = re.escape(suffix) if suffix != ".json" else r"(?<!\.feed)\.json"
        yield f'<FilesMatch "{name}{_SIBLING}$">'
        yield f'  ForceType "{kind}"'
        yield "</FilesMatch>"


def _headers(serving: Serving) -> Iterator[str]:
    yield "<IfModule mod_headers.c>"
    for name, values in rules_by_header(serving.form_origin).items():
        for rule, value in values:
            yield f'  Header always set {name} "{value}"{_when(name, rule, serving)}'
    endings = "|".join(re.escape(suffix) for suffix in COMPRESSIBLE)
    condition = f"%{{REQUEST_URI}} =~ m#({endings}){_SIBLING}$#"
    yield f'  Header always merge Vary "Accept-Encoding" "expr={condition}"'
    yield "</IfModule>"


def _compression() -> Iterator[str]:
    """Yield what compresses, as it is sent, what has no copy."""
    endings = "|".join(re.escape(suffix) for suffix in COMPRESSIBLE)
    yield "<IfModule mod_deflate.c>"
    yield f'  <FilesMatch "({endings})$">'
    yield "    SetOutputFilter DEFLATE"
    yield "  </FilesMatch>"
    yield "  <IfModule mod_headers.c>"
    # DEFLATE marks the tag of a version, and does not know it again when a browser asks.
    yield """    RequestHeader edit* If-None-Match '-gzip"' '"'"""
    yield "  </IfModule>"
    yield "</IfModule>"


def _when(name: str, rule: Rule, serving: Serving) -> str:
    """Return the condition of a header: its addresses, or https for the one that asks for it."""
    if name == "Strict-Transport-Security":
        return " \"expr=%{HTTPS} == 'on' || %{HTTP:X-Forwarded-Proto} == 'https'\""
    if rule.is_for_all:
        return ""
    matching = serving.expression(rule.patterns).removesuffix("$")
    return f' "expr=%{{REQUEST_URI}} =~ m#{matching}{_SIBLING}$#"'


def _rewriting(serving: Serving) -> Iterator[str]:
    yield "<IfModule mod_rewrite.c>"
    yield "  RewriteEngine On"
    yield f"  RewriteBase {serving.base}/"
    for before, after in serving.redirects():
        yield from _redirect(before.removeprefix(f"{serving.base}/"), after)
    if serving.gone_prefixes:
        spaces = "|".join(space.removeprefix(f"{serving.base}/") for space in serving.gone_prefixes)
        yield "  RewriteCond %{REQUEST_FILENAME} !-f"
        yield "  RewriteCond %{REQUEST_FILENAME} !-d"
        yield f"  RewriteRule ^({spaces}) - [G]"
    # A folder's page, named, so that its compressed sibling can be.
    yield "  RewriteCond %{REQUEST_FILENAME}index.html -f"
    yield "  RewriteRule ^(.*/)?$ $1index.html"
    for coding, ending in (("br", "br"), ("gzip", "gz")):
        yield f"  RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b"
        yield f"  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f"  RewriteRule ^(.+)$ $1.{ending} [L]"
    yield "</IfModule>"


def _redirect(before: str, after: str) -> Iterator[str]:
    path, mark, question = before.partition("?")
    if mark:
        yield f'  RewriteCond %{{QUERY_STRING}} "^{re.escape(question)}$"'
    # « ? » at the end drops the old question from the new address.
    target = after.replace("%", r"\%").replace("$", r"\$") + ("?" if mark else "")
    yield f'  RewriteRule "^{re.escape(unquote(path))}$" "{target}" [R=301,L,NE]'
