"""Fields that a file may do without, and that say something true when they are given. Pure."""

from collections.abc import Iterator

from ..content.entry import AnyEntry
from ..content.french_dates import listed
from ..content.schema import TitledEntry
from ..content.written import Path, Written, is_advised
from ..problems.findings import Finding, Severity
from ..source.frontmatter import FrontMatter


def advised_fields(entry: AnyEntry) -> Iterator[Finding]:
    """Find the fields that are not written, of those that the schema advises to give.

    A translation has no fields of its own: what it leaves out is said by its text.
    """
    if type(entry.written) is TitledEntry:
        return
    yield from _of_piece(entry.written, (), entry.front)


def _of_piece(piece: Written, path: Path, front: FrontMatter) -> Iterator[Finding]:
    fields = type(piece).model_fields
    absent = [
        str(field.alias)
        for field in fields.values()
        if is_advised(field.json_schema_extra) and not front.is_given((*path, str(field.alias)))
    ]
    if absent:
        yield _finding(absent, path, front)
    for name, field in fields.items():
        value = getattr(piece, name)
        if isinstance(value, Written):
            yield from _of_piece(value, (*path, str(field.alias)), front)
        for rank, item in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(item, Written):
                yield from _of_piece(item, (*path, str(field.alias), rank), front)


def _finding(absent: list[str], path: Path, front: FrontMatter) -> Finding:
    names = listed([f"« {name} »" for name in absent])
    place = "ici" if path and isinstance(path[-1], int) else f"sous « {path[-1]} »" if path else ""
    lines = listed([f"« {name}: … »" for name in absent])
    return Finding(
        front.span_of(path) if path else front.table.span,
        "champ-conseille",
        " ".join(filter(None, (names, "manquent" if absent[1:] else "manque", place))),
        f"si vous le pouvez, ajoutez {lines}",
        "sinon, rien ne presse : le site s’en passe, et n’invente rien",
        severity=Severity.ADVICE,
    )
