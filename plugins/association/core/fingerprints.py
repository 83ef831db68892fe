"""Names that carry a digest of the bytes: « css/site.3f9a1c2b.css ». Pure.

A file that names another (``url()`` of a style sheet, ``import`` of a module) is rewritten to the
other's new name before its own digest is taken, so that a change reaches every name above it.
What others remember by its address (icons, the picture of shared links) keeps its name.
"""

import hashlib
import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath, splitext

# Whose names no page but ours, of the same build, ever says.
_FOLDERS = ("css/", "fonts/", "js/")
_REFERENCES = {
    ".css": re.compile(r"""(?P<before>\burl\(\s*["']?)(?P<to>[^"')\s:#]+)(?=["')\s?#])"""),
    ".js": re.compile(
        r"""(?P<before>\b(?:from|import)\s*\(?\s*["'])(?P<to>\.{1,2}/[^"']+)(?=["'])"""
    ),
}


def fingerprinted(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the files by their new names, and the new names by the old.

    Raises ValueError when a file names one that does not exist, or when two name each other.
    """
    renaming = _Renaming(files)
    for name in files:
        renaming.served(name)
    return renaming.files, renaming.names


class _Renaming:
    """Renames one file after another, those that it names first."""

    def __init__(self, written: Mapping[str, bytes]) -> None:
        self.written = written
        self.files: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.under_way: list[str] = []

    def served(self, name: str) -> str:
        """Return the new name of a file."""
        if name in self.under_way:
            circle = " → ".join([*self.under_way, name])
            raise ValueError(f"theme files that name each other have no digest: {circle}")
        if name not in self.names:
            self.under_way.append(name)
            content = self._rewritten(name)
            self.under_way.pop()
            self.names[name] = _with_digest(name, content)
            self.files[self.names[name]] = content
        return self.names[name]

    def _rewritten(self, name: str) -> bytes:
        """Return the bytes of a file, the files that it names called by their new names."""
        content = self.written[name]
        pattern = _REFERENCES.get(splitext(name)[1])
        if pattern is None:
            return content

        def renamed(match: re.Match[str]) -> str:
            target = normpath(join(dirname(name), match["to"]))
            if target not in self.written:
                raise ValueError(f"theme/static/{name} names {match['to']}, which does not exist")
            path = relpath(self.served(target), dirname(name))
            return match["before"] + (path if path.startswith(".") else f"./{path}")

        return pattern.sub(renamed, content.decode()).encode()


def _with_digest(name: str, content: bytes) -> str:
    stem, ending = splitext(name)
    if not name.startswith(_FOLDERS) or ending == ".txt":
        return name
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"
