"""Fingerprinted file names, with a digest of the content: « css/site.3f9a1c2b.css ». Pure.

References to other files (``url()`` in a style sheet, ``import`` in a module) are rewritten to the
new names before the digest is computed, so that a change also renames every file that refers to it.
Files that other sites remember by their address (icons, social images) keep their names.
"""

import hashlib
import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath, relpath, splitext

# Only pages of the same build refer to these.
_FOLDERS = ("css/", "fonts/", "js/")
_REFERENCES = {
    ".css": re.compile(r"""(?P<before>\burl\(\s*["']?)(?P<to>[^"')\s:#]+)(?=["')\s?#])"""),
    ".js": re.compile(
        r"""(?P<before>\b(?:from|import)\s*\(?\s*["'])(?P<to>\.{1,2}/[^"']+)(?=["'])"""
    ),
}


def fingerprint_files(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the files by their new names, and the new names by the old.

    Raises ValueError when a file refers to a missing one, or when references form a cycle.
    """
    renaming = _Renaming(files)
    for name in files:
        renaming.new_name(name)
    return renaming.files, renaming.names


class _Renaming:
    """Renames files one by one, each after those that it refers to."""

    def __init__(self, originals: Mapping[str, bytes]) -> None:
        self.originals = originals
        self.files: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.in_progress: list[str] = []

    def new_name(self, name: str) -> str:
        """Return the new name of a file."""
        if name in self.in_progress:
            cycle = " → ".join([*self.in_progress, name])
            raise ValueError(f"theme files that name each other have no digest: {cycle}")
        if name not in self.names:
            self.in_progress.append(name)
            content = self._with_new_references(name)
            self.in_progress.pop()
            self.names[name] = _with_digest(name, content)
            self.files[self.names[name]] = content
        return self.names[name]

    def _with_new_references(self, name: str) -> bytes:
        """Return the content of a file, its references replaced by the new names."""
        content = self.originals[name]
        pattern = _REFERENCES.get(splitext(name)[1])
        if pattern is None:
            return content

        def new_reference(match: re.Match[str]) -> str:
            target = normpath(join(dirname(name), match["to"]))
            if target not in self.originals:
                raise ValueError(f"theme/static/{name} names {match['to']}, which does not exist")
            path = relpath(self.new_name(target), dirname(name))
            return match["before"] + (path if path.startswith(".") else f"./{path}")

        return pattern.sub(new_reference, content.decode()).encode()


def _with_digest(name: str, content: bytes) -> str:
    stem, ending = splitext(name)
    if not name.startswith(_FOLDERS) or ending == ".txt":
        return name
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"
