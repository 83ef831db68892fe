"""The theme's files as they are served: style sheets joined into one, the rest as it is.

The style sheet is written in many files, one a component; visitors fetch one. In production the
names of style sheets, scripts and fonts carry a digest of what they hold (``fingerprints``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .fingerprints import fingerprinted

_IMPORT = re.compile(r'^@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w.-]+)\);$', re.M)
_ENTRY = "css/site.css"


@dataclass(frozen=True)
class ServedTheme:
    """The files below ``/theme/``; ``names`` leads from the written name of each to its own."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def served_theme(static: Path, *, lasting: bool) -> ServedTheme:
    """Return the theme as it is served from the folder ``static``.

    ``lasting`` names are never given to other bytes, so that browsers may keep the files for good.
    """
    files = theme_files(static)
    names = {name: name for name in files}
    return ServedTheme(*fingerprinted(files)) if lasting else ServedTheme(files, names)


def theme_files(static: Path) -> dict[str, bytes]:
    """Return the files below the theme's ``static`` folder by their path under ``/theme/``.

    The parts of the style sheet are left out: they are within ``css/site.css``.
    """
    files = {
        path.relative_to(static).as_posix(): path
        for path in sorted(static.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    kept = {name: path for name, path in files.items() if not name.startswith("css/")}
    served = {name: path.read_bytes() for name, path in kept.items()}
    if _ENTRY in files:
        served[_ENTRY] = bundled(files[_ENTRY]).encode()
    return served


def bundled(entry: Path) -> str:
    """Return a style sheet with each ``@import url("…") layer(…);`` replaced by that file."""

    def inlined(match: re.Match[str]) -> str:
        part = (entry.parent / match["path"]).read_text("utf-8")
        return f"@layer {match['layer']} {{\n{part}}}"

    return _IMPORT.sub(inlined, entry.read_text("utf-8"))
