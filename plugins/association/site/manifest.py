"""The web manifest, by which the site can be put on a telephone's home screen. Pure.

W3C Application Manifest. The site opens in a window that keeps the way back and the address's
menu (``minimal-ui``): links lead out of it, and people must see where they are.
"""

import json
from collections.abc import Callable

# Both are opaque, with a margin that any mask may cut.
_ICONS = {"theme/images/icone-192.png": "192x192", "theme/images/icone-512.png": "512x512"}


def manifest(name: str, short_name: str, description: str, href: Callable[[str], str]) -> bytes:
    """Return the manifest; ``href`` gives the root-relative address of a path of the site."""
    icons = [
        {"src": href(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
        for path, sizes in _ICONS.items()
        for purpose in ("any", "maskable")
    ]
    vector = {"src": href("theme/images/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}
    members = {
        "name": name,
        "short_name": short_name,
        "description": description,
        "lang": "fr",
        "dir": "ltr",
        "id": href(""),
        "start_url": href(""),
        "scope": href(""),
        "display": "minimal-ui",
        "background_color": "#fffdfb",
        "theme_color": "#fffdfb",
        "icons": [vector, *icons],
    }
    return json.dumps(members, ensure_ascii=False, indent=1).encode() + b"\n"
