"""A file not yet written: the answers so far, and the text made from them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from ...checks.entry_checks import TO_WRITE
from ...content.entry import Entry
from ...content.french_hours import duration_in_words
from ...content.reading import Content
from ...content.schema import WrittenEntry
from ...core.zone import today
from ..guide.json_schema import Node
from .fields import Field, fields_of, schema_of
from .kinds import NOT_FIELDS, TEXT, Kind, Path
from .writing import file_text

# None: left out on purpose.
Answer = str | list[str] | None


@dataclass(frozen=True)
class DraftContext:
    """What drafts are made from: the present content, the instant (aware), the schema."""

    content: Content
    asof: datetime
    folder: str

    @property
    def today(self) -> date:
        """The day of today in Paris."""
        return today(self.asof)

    @cached_property
    def schema(self) -> Node:
        """The JSON Schema of the folder's files."""
        return schema_of(self.folder, self.content.vocabulary)

    @cached_property
    def fields(self) -> dict[Path, Field]:
        """The fields of the folder's files."""
        return fields_of(self.schema)

    @property
    def has_drafts(self) -> bool:
        """Whether files of this folder wait for their text, seen in the preview only."""
        status = self.fields.get(("statut",))
        return status is not None and "publié" in status.words

    @property
    def entries(self) -> Mapping[str, Entry[WrittenEntry]]:
        """The entries of the folder by slug."""
        return self.content.entries[self.folder]


@dataclass(frozen=True)
class Draft:
    """The answers by path; of a copy also its ``model``, and the values taken from it."""

    kind: Kind
    answers: Mapping[Path, Answer] = field(default_factory=dict)
    model: Entry[WrittenEntry] | None = None
    copied_values: Mapping[str, object] = field(default_factory=dict)

    def with_answers(self, answers: Mapping[Path, Answer]) -> "Draft":
        """Return the draft with further answers."""
        return replace(self, answers={**self.answers, **answers})

    def without(self, *paths: Path) -> "Draft":
        """Return the draft as if these had not been asked."""
        left = {path: answer for path, answer in self.answers.items() if path not in paths}
        return replace(self, answers=left)

    def text_at(self, *path: str) -> str:
        """Return the one answer at a path, ``""`` when there is none."""
        answer = self.answers.get(path)
        return answer if isinstance(answer, str) else ""

    def list_at(self, *path: str) -> list[str]:
        """Return the answers at the path of a list."""
        answer = self.answers.get(path)
        return answer if isinstance(answer, list) else []


def copy_of(kind: Kind, model: Entry[WrittenEntry]) -> Draft:
    """Return the draft of a copy: it has the text, and asks for what must change."""
    written = model.front.plain()
    if mode := written.get("mode_initial"):
        # An event that had to move online was not planned so.
        written["mode"] = mode
    kept = _without_paths(written, [*kind.again, *((key,) for key in kind.dropped_fields)])
    return Draft(kind, {TEXT: model.markdown.strip()}, model, kept)


def _without_paths(values: dict[str, object], paths: list[Path]) -> dict[str, object]:
    left = dict(values)
    for path in paths:
        inner = left.get(path[0])
        if len(path) == 1:
            left.pop(path[0], None)
        elif isinstance(inner, dict):
            left[path[0]] = _without_paths(inner, [path[1:]])
    return left


def values_of(
    draft: Draft, draft_context: DraftContext, fill: Mapping[Path, Answer] | None = None
) -> dict[str, Any]:
    """Return the front matter as nested texts; ``fill`` stands in for what is not answered."""
    values: dict[str, Any] = _copy(draft.copied_values)
    for path, answer in {**(fill or {}), **draft.answers}.items():
        if path not in NOT_FIELDS and answer is not None:
            _put(values, path, answer, draft_context.schema)
    if draft_context.has_drafts and not draft.text_at(*TEXT):
        values["statut"] = "brouillon"
    return values


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _put(values: dict[str, Any], path: Path, answer: object, node: Node) -> None:
    """Set the value at a path; in a list of mappings, that of the first one."""
    key, rest = path[0], path[1:]
    inner = node.get("properties", {}).get(key, {})
    if not rest:
        values[key] = answer
    elif "items" in inner:
        pieces = values.setdefault(key, [{}])
        _put(pieces[0], rest, answer, inner["items"])
    else:
        _put(values.setdefault(key, {}), rest, answer, inner)


def text_of(
    draft: Draft, draft_context: DraftContext, fill: Mapping[Path, Answer] | None = None
) -> str:
    """Return the file as it would be written now."""
    body = draft.text_at(*TEXT)
    if not body and draft_context.has_drafts:
        body = f"{TO_WRITE} Le texte vient ici."
    if draft.kind.further_text and not draft.model and "///" not in body:
        minutes = draft.text_at("duree")
        time = f" ({duration_in_words(int(minutes))})" if minutes.isdecimal() else ""
        body = f"{body}\n\n{draft.kind.further_text.format(time=time)}"
    return file_text(values_of(draft, draft_context, fill), body, draft_context.schema)
