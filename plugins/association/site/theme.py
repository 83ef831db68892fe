"""The theme's files as they are served: style sheets and scripts bundled, the rest as it is.

Styles are written in many files, one a component; visitors load ``site.css`` and, in some parts
of the site, the style sheet of that part. Scripts are bundled likewise. For production, both are
minified on Linux, where public sites are built, and the names of style sheets, scripts and fonts
contain a digest of their content.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..core.fingerprints import fingerprint_files

Minify = Callable[[str], str]

# Elsewhere they have no wheels: installing them would need build tools that nobody pins.
if sys.platform == "linux":
    from rcssmin import cssmin
    from rjsmin import jsmin
else:
    cssmin = jsmin = str

_IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w.-]+)\);$', re.M)
_JS_IMPORT = re.compile(r'^import "(?P<path>\./[\w-]+/[\w-]+\.js)";$', re.M)
# Browsers load the files directly in these folders; those in subfolders are bundled into them.
_BUNDLED_FOLDERS = ("css/", "js/")


@dataclass(frozen=True)
class ServedTheme:
    """The files below ``/theme/``; ``names`` maps the name of each source to the served one."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def served_theme(static: Path, *, immutable: bool) -> ServedTheme:
    """Return the theme as it is served from the folder ``static``.

    If ``immutable``, a name always has the same content, so that browsers may cache it for ever.
    """
    files = theme_files(static, light=immutable)
    if immutable:
        return ServedTheme(*fingerprint_files(files))
    return ServedTheme(files, {name: name for name in files})


def theme_files(static: Path, *, light: bool = False) -> dict[str, bytes]:
    """Return the files below the theme's ``static`` folder by their path under ``/theme/``.

    Partial sheets and scripts are left out: they are bundled into files of ``css/`` and ``js/``.
    ``light`` ones are minified.
    """
    files = {
        path.relative_to(static).as_posix(): path
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return {
        name: _bundle(path, light) if name.endswith((".css", ".js")) else path.read_bytes()
        for name, path in files.items()
        if not name.startswith(_BUNDLED_FOLDERS) or name.count("/") == 1
    }


def _bundle(path: Path, light: bool) -> bytes:
    if path.suffix == ".css":
        return bundle_css(path, cssmin if light else str).encode()
    script = bundle_js(path)
    return (jsmin(script) if light else script).encode()


def bundle_css(entry: Path, minify: Minify = str) -> str:
    """Return a style sheet with each ``@import url("…") layer(…);`` replaced by that file.

    Each part is minified before it is put in its layer: inside, rcssmin would take ``a :is(b)`` for
    a property with its value, and turn it into ``a:is(b)``.
    """

    def inline(match: re.Match[str]) -> str:
        part = (entry.parent / match["path"]).read_text("utf-8")
        return f"@layer {match['layer']} {{\n{minify(part)}}}"

    return _IMPORT.sub(inline, entry.read_text("utf-8"))


def bundle_js(entry: Path) -> str:
    """Return a module with each ``import "./folder/file.js";`` replaced by that file, in a block.

    Only modules that neither import nor export anything can be bundled so.
    """

    def inline(match: re.Match[str]) -> str:
        return f"{{\n{(entry.parent / match['path']).read_text('utf-8')}}}"

    return _JS_IMPORT.sub(inline, entry.read_text("utf-8"))


def values_sheet(static: Path) -> str:
    """Return the sheet of the theme's values (colours, type, space); ``""`` when it has none."""
    sheet = static / "css" / "tokens" / "values.css"
    return sheet.read_text("utf-8") if sheet.is_file() else ""
