"""Names of files that some computers cannot hold: one of them stops git there, for everybody. Pure.

Windows keeps names of its old devices (« Naming Files, Paths, and Namespaces », Microsoft Learn),
and refuses paths of more than 260 signs.
"""

from pathlib import Path

from ..problems.findings import Finding, Span
from .content_types import CONTENT_TYPES

LONGEST = 120
"""The most signs of a path in the content: as many are left for the folders above it."""

_KEPT = 60
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def is_of_a_device(name: str) -> bool:
    """Return whether Windows keeps a name, whatever its endings: « aux », « aux.md »."""
    return name.partition(".")[0].lower() in _DEVICES


def unportable_name(relative: Path) -> Finding | None:
    """Say when a path cannot be on every computer; it is from the content's folder."""
    kept = next((name for name in relative.parts if is_of_a_device(name)), "")
    if kept:
        return Finding(
            Span(),
            "nom-de-fichier",
            f"sous Windows, rien ne peut s’appeler « {kept.partition('.')[0]} »",
            f"renommez-le « {_other_name(relative, kept)} »",
            "sinon, le site ne peut plus être copié sur un ordinateur sous Windows",
        )
    if len(relative.as_posix()) <= LONGEST:
        return None
    return Finding(
        Span(),
        "nom-de-fichier",
        f"ce chemin est trop long pour un ordinateur sous Windows : plus de {LONGEST} signes",
        f"renommez-le « {_cut(relative.name)} »",
        "la page est déjà publiée ? gardez son adresse dans « anciennes_adresses »",
    )


def _other_name(relative: Path, kept: str) -> str:
    stem, dot, ending = kept.partition(".")
    if relative.parts[0] in CONTENT_TYPES and kept == relative.name:
        return f"{CONTENT_TYPES[relative.parts[0]].free_name.format(stem)}{dot}{ending}"
    return f"{stem}-1{dot}{ending}"


def _cut(name: str) -> str:
    """Return a shorter name, cut between words, with the same endings."""
    stem, dot, ending = name.partition(".")
    return f"{stem[: _KEPT + 1].rpartition('-')[0] or stem[:_KEPT]}{dot}{ending}"
