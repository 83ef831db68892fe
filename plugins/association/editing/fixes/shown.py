"""A correction as people read it before they agree: what changes, line by line. Pure."""

import difflib
import re
from collections.abc import Iterator

from ...problems.report import pluralize
from .corrections import Correction

_COLOURS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"
_LINES_AROUND = 2
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? ")


def shown(correction: Correction, folder: str, *, coloured: bool) -> Iterator[str]:
    """Yield the lines that show a correction of a file in ``folder``, as a unified diff."""
    yield f"{folder}/{correction.path}"
    yield from (f"  {words}" for words in correction.unseen)
    before, after = correction.before.splitlines(), correction.after.splitlines()
    for line in list(difflib.unified_diff(before, after, n=_LINES_AROUND, lineterm=""))[2:]:
        text = _place(line) if line.startswith("@@") else line
        colour = _COLOURS.get(line[:1], "") if coloured else ""
        yield f"  {colour}{text}{_PLAIN}" if colour else f"  {text}".rstrip()


def _place(hunk: str) -> str:
    """Return where a hunk stands in the file as it is now: « @@ lignes 2 à 6 »."""
    match = _HUNK.match(hunk)
    assert match
    first, count = int(match[1]), int(match[2] or 1)
    return f"@@ ligne {first}" if count < 2 else f"@@ lignes {first} à {first + count - 1}"


def proposed(files: int) -> str:
    """Return the line before the corrections."""
    return f"Corrections sûres dans {pluralize(files, 'fichier')} :"


def written(files: int) -> str:
    """Return the line after they were written."""
    return f"{pluralize(files, 'fichier corrigé', 'fichiers corrigés')}."
