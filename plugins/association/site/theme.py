"""The theme's files as they are served: style sheets joined, the rest as it is.

Styles are written in many files, one a component; visitors fetch ``site.css`` and, in the parts of
the site that have one, the sheet of the part. The scripts of every page are joined likewise. In
production sheets and scripts lose their comments and spaces on Linux, where public sites are made,
and the names of style sheets, scripts and fonts carry a digest of what they hold.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..core.fingerprints import fingerprint_files

Lighter = Callable[[str], str]

# Elsewhere they have no wheels, and would be made with build tools that nobody pins.
if sys.platform == "linux":
    from rcssmin import cssmin
    from rjsmin import jsmin
else:
    cssmin = jsmin = str

_IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w.-]+)\);$', re.M)
_RUN = re.compile(r'^import "(?P<path>\./[\w-]+/[\w-]+\.js)";$', re.M)
# The folders whose own files are fetched, with what their subfolders hold joined in them.
_JOINED = ("css/", "js/")


@dataclass(frozen=True)
class ServedTheme:
    """The files below ``/theme/``; ``names`` leads from the written name of each to its own."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def served_theme(static: Path, *, lasting: bool) -> ServedTheme:
    """Return the theme as it is served from the folder ``static``.

    ``lasting`` names are never given to other bytes, so that browsers may keep the files for good.
    """
    files = theme_files(static, light=lasting)
    if lasting:
        return ServedTheme(*fingerprint_files(files))
    return ServedTheme(files, {name: name for name in files})


def theme_files(static: Path, *, light: bool = False) -> dict[str, bytes]:
    """Return the files below the theme's ``static`` folder by their path under ``/theme/``.

    The parts of sheets and scripts are left out: they are within the files of ``css/`` and ``js/``.
    ``light`` sheets and scripts are without what only their authors need.
    """
    files = {
        path.relative_to(static).as_posix(): path
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return {
        name: _joined(path, light) if name.endswith((".css", ".js")) else path.read_bytes()
        for name, path in files.items()
        if not name.startswith(_JOINED) or name.count("/") == 1
    }


def _joined(path: Path, light: bool) -> bytes:
    if path.suffix == ".css":
        return bundled(path, cssmin if light else str).encode()
    script = run_together(path)
    return (jsmin(script) if light else script).encode()


def bundled(entry: Path, lighter: Lighter = str) -> str:
    """Return a style sheet with each ``@import url("…") layer(…);`` replaced by that file.

    Each part is made lighter before it is in its layer: within, rcssmin takes ``a :is(b)`` for a
    property and its value, and makes ``a:is(b)`` of it.
    """

    def inlined(match: re.Match[str]) -> str:
        part = (entry.parent / match["path"]).read_text("utf-8")
        return f"@layer {match['layer']} {{\n{lighter(part)}}}"

    return _IMPORT.sub(inlined, entry.read_text("utf-8"))


def run_together(entry: Path) -> str:
    """Return a module with each ``import "./folder/file.js";`` replaced by that file, in a block.

    Only what is imported for what it does, and imports and exports nothing, can be so joined.
    """

    def inlined(match: re.Match[str]) -> str:
        return f"{{\n{(entry.parent / match['path']).read_text('utf-8')}}}"

    return _RUN.sub(inlined, entry.read_text("utf-8"))


def values_sheet(static: Path) -> str:
    """Return the sheet of the theme's values (colours, type, space); ``""`` when it has none."""
    sheet = static / "css" / "tokens" / "values.css"
    return sheet.read_text("utf-8") if sheet.is_file() else ""
