"""Texts that are another's copy, and texts beside the content's folder, which no page shows."""

from collections.abc import Iterator
from pathlib import Path

from ..content.content_types import CONTENT_TYPES
from ..content.entry import AnyEntry, title_of
from ..content.misplaced import copied_name, folder_for
from ..content.schema import TYPES
from ..core.words import fold
from ..problems.findings import Finding, Severity, Span
from ..problems.report import Problem, problem_of
from .check_context import CheckContext

# A series keeps its title from event to event; two at one time are told by a rule of their own.
_FOLDERS = tuple(folder for folder in TYPES if folder != "agenda")
_FIELD_OF_TITLE = {"praticiens": "nom"}


def copies(context: CheckContext) -> Iterator[Problem]:
    """Find the copy of a text that kept its title, by the name that copying gave its file."""
    for folder in _FOLDERS:
        entries = context.content.entries[folder]
        for entry in entries.values():
            original = entries.get(copied_name(Path(entry.source).stem))
            if original is not None and fold(title_of(entry)) == fold(title_of(original)):
                yield entry.problem(_copy(entry, original))


def _copy(entry: AnyEntry, original: AnyEntry) -> Finding:
    return Finding(
        entry.front.span_of((_FIELD_OF_TITLE.get(entry.folder, "titre"),)),
        "copie",
        f"ce fichier semble une copie de « {original.slug}.md » : il en a le nom et le titre",
        f"effacez {entry.source}, ou donnez-lui son propre titre et son propre nom",
        severity=Severity.ADVICE,
    )


def files_beside(context: CheckContext) -> Iterator[Problem]:
    """Find texts of the site in the project's folder, or in one named like a folder of the site."""
    root = context.content.root
    project = root.parent
    for folder in (project, *(project / folder for folder in TYPES)):
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            if meant := folder_for(path):
                yield problem_of(_beside(meant, root), path.relative_to(project).as_posix(), ())


def _beside(meant: str, root: Path) -> Finding:
    one = CONTENT_TYPES[meant].one
    return Finding(
        Span(),
        "fichier-egare",
        f"ce fichier a les champs d’{one}, et le site ne lit que le dossier {root.name}/",
        f"rangez-le dans {root.name}/{meant}/",
    )
