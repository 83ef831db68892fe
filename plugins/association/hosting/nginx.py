"""nginx: a snippet for the ``server`` block of the site. Pure.

Everything stands at one level: an ``add_header`` within a ``location`` would put away all those
above it. Variables are set anew for the page that ``error_page`` shows, so that an error is never
cached for long. Needs the module brotli_static (Debian: libnginx-mod-http-brotli-static).
"""

import re
from collections.abc import Iterator

from ..core.media_types import BY_SUFFIX, COMPRESSIBLE
from .compression import SMALLEST
from .headers import rules_by_header
from .serving import Serving


def nginx(serving: Serving) -> str:
    """Return the snippet."""
    return "\n".join(
        [
            "# À inclure dans le bloc server du site, après root et server_name.",
            "index index.html;",
            "server_tokens off;",
            "absolute_redirect off;",
            f"error_page 404 {serving.base}/404.html;",
            *_types(),
            "gzip_static on;",
            "brotli_static on;",
            "gzip_vary on;",
            # What has no copy is compressed as it is sent.
            "gzip on;",
            f"gzip_types {' '.join(_compressible())};",
            "gzip_proxied any;",
            f"gzip_min_length {SMALLEST};",
            *_headers(serving),
            *_redirects(serving),
            *_locations(serving),
            "",
        ]
    )


def _types() -> Iterator[str]:
    yield "default_type application/octet-stream;"
    yield "types {"
    for suffix, kind in BY_SUFFIX.items():
        if suffix.count(".") == 1:
            yield f'  "{kind}" {suffix[1:]};'
    yield "}"


def _compressible() -> list[str]:
    """Return the types to compress, quoted, as the files have them: nginx compares all of it."""
    return sorted({f'"{BY_SUFFIX[suffix]}"' for suffix in COMPRESSIBLE})


def _redirects(serving: Serving) -> Iterator[str]:
    for before, after in serving.redirects():
        question = "" if "?" in before else r"(\?.*)?"
        yield f'if ($request_uri ~ "^{re.escape(before)}{question}$") {{ return 301 "{after}"; }}'


def _headers(serving: Serving) -> Iterator[str]:
    for name, values in rules_by_header(serving.form_origin).items():
        usual = next((value for rule, value in values if rule.is_for_all), "")
        others = [(rule, value) for rule, value in values if not rule.is_for_all]
        if not others:
            yield f'add_header {name} "{usual}" always;'
            continue
        variable = f"$site_{name.lower().replace('-', '_')}"
        yield f'set {variable} "{usual}";'
        for rule, value in others:
            matching = serving.expression(rule.patterns)
            yield f'if ($uri ~ "{matching}") {{ set {variable} "{value}"; }}'
        yield f"add_header {name} {variable} always;"


def _locations(serving: Serving) -> Iterator[str]:
    yield r'location ~ "/\.(?!well-known/)" { return 404; }'
    for suffix, kind in BY_SUFFIX.items():
        if suffix.count(".") > 1:
            yield f'location ~ "{re.escape(suffix)}$" {{ types {{ }} default_type "{kind}"; }}'
    for space in serving.gone_prefixes:
        yield (f'location "{space}" {{ error_page 404 =410 {serving.base}/410.html; }}')
