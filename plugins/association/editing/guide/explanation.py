"""``invoke expliquer``: what a problem's code means, from the table of the catalogue. Pure."""

import textwrap

from ...core.words import suggestion
from ...problems.codes import CODES

_WIDTH = 92
CATALOGUE = "docs/redacteurs/problemes.md"


def explanation(code: str) -> tuple[str, bool]:
    """Return what to say of ``code``, and whether there is such a code; all codes for ``""``.

    A code copied with its brackets, or with the word before them, is understood.
    """
    if not code.strip():
        return _all(), True
    name = code.strip().rpartition("[")[2].partition("]")[0].strip()
    if name in CODES:
        return f"{name}\n\n{_wrapped(CODES[name])}\n\nUn exemple : {CATALOGUE}#{name}", True
    near = suggestion(name, CODES)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    return (
        f"Aucun problème ne s’appelle « {name} ».{meant}\n"
        "Tous leurs noms : invoke expliquer"
        + (f" ; celui-ci : invoke expliquer {near}" if near else "")
    ), False


def _all() -> str:
    """Return every code with the first sentence of its explanation."""
    lines = [f"{code}\n{_wrapped(words)}" for code, words in CODES.items()]
    return "\n\n".join(lines)


def _wrapped(words: str) -> str:
    # A no-break space may not be where a line ends.
    return textwrap.fill(
        words, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
