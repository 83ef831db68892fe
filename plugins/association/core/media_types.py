"""The media type of each kind of file on the site, for every host. Pure.

Text types name their charset (RFC 2046 §4.1.2); formats that are always UTF-8 do not (JSON: RFC
8259 §8.1).
"""

import mimetypes
from pathlib import PurePosixPath

HTML = "text/html; charset=utf-8"
_BYTES = "application/octet-stream"
BY_SUFFIX = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".feed.json": "application/feed+json",
    ".geojson": "application/geo+json",
    ".html": HTML,
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pagefind": _BYTES,
    ".pdf": "application/pdf",
    ".pf_fragment": _BYTES,
    ".pf_index": _BYTES,
    ".pf_meta": _BYTES,
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".yml": "application/yaml; charset=utf-8",
}
# These are compressed already.
_DENSE = {
    *(".avif", ".jpg", ".pdf", ".png", ".webp", ".woff2"),
    *(".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"),
}
COMPRESSIBLE = tuple(suffix for suffix in BY_SUFFIX if suffix not in _DENSE)
# No files: those of the machine would make the result depend on it.
_OTHERS = mimetypes.MimeTypes(filenames=())


def media_type(name: str) -> str:
    """Return the media type of a file's name, with its charset for text."""
    lower = name.lower()
    suffixes = PurePosixPath(lower).suffixes
    known = BY_SUFFIX.get("".join(suffixes[-2:])) or BY_SUFFIX.get("".join(suffixes[-1:]))
    return known or _OTHERS.guess_type(lower)[0] or _BYTES
