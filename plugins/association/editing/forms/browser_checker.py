"""The checker as the worker of a browser calls it: texts in, JSON out. Pure.

``tools/redaction/checker`` runs it under Pyodide, over the very modules of ``invoke verifier``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...checks.former_agenda import NOTHING_PUBLISHED, FormerAgenda
from ...checks.public_index import index_of_json
from ...checks.text_check import UNLESS_ADDED, CheckedText, KnownSite, checked_text, errors_first
from ...content.schema import TYPES
from ...core.public_address import is_public
from ...core.words import slug_of
from ...events.published_agenda import published_agenda
from ...problems.report import Problem, as_text
from ...source.frontmatter import FrontMatter, Listing, Path, Table, Value
from ..guide.json_schema import Node, json_schema
from ..new.writing import file_text
from .fields import TITLES, label

_BODY = "body"
_NAMED = re.compile(r"« (\w+) »")
_MARK = "---"


def known_site(index: bytes, agenda: bytes, next_change: bytes, now: str) -> KnownSite:
    """Return what ``/redaction/verificateur/site.json`` and the agenda's two files say, at ``now``.

    An agenda of no public site, or none, is not compared with.
    """
    return KnownSite(
        index_of_json(index), datetime.fromisoformat(now), _former(agenda, next_change)
    )


def _former(agenda: bytes, next_change: bytes) -> FormerAgenda:
    try:
        if is_public(str(json.loads(agenda)["url"])):
            return FormerAgenda(published_agenda(agenda, next_change))
    except (ValueError, KeyError, TypeError):
        pass
    return NOTHING_PUBLISHED


def messages_of_file(text: str, path: str, site: KnownSite) -> str:
    """Return what is said of the file at ``path`` from the content's folder, as JSON.

    Of a file that is not checked here it is an object, whose ``refused`` says why.
    """
    try:
        checked = checked_text(text.encode("utf-8", "surrogatepass"), path, site)
    except ValueError as refusal:
        return json.dumps({"refused": str(refusal)}, ensure_ascii=False)
    return _as_json(checked, {})


def messages_of_form(values: str, folder: str, slug: str, site: KnownSite) -> str:
    """Return what is said of a form, as JSON; ``values`` are its fields as JSON.

    A new file, of no ``slug`` yet, has the name that the forms will give it.
    """
    said = _without_nothing(_with_names(json.loads(values), added := _names_to_come(folder)))
    body = str(said.pop(_BODY, ""))
    schema = json_schema(TYPES[folder], site.index.vocabulary)
    named = slug or slug_of(" ".join(str(said.get(key, "")) for key in _titles(folder)))
    text = file_text(said, "", schema) + (f"\n{body}\n" if body else "")
    index = replace(site.index, files=(*site.index.files, *added.values()))
    checked = checked_text(
        text.encode("utf-8", "surrogatepass"),
        f"{folder}/{named or 'sans-titre'}.md",
        replace(site, index=index),
    )
    return _as_json(checked, schema)


def _names_to_come(folder: str) -> dict[str, str]:
    """Return what stands, by its first field, for a file that was chosen and has no name yet."""
    return {"": f"images/{folder}/image-choisie.webp", "documents": "documents/document-choisi.pdf"}


def _with_names(value: Any, names: Mapping[str, str], first: str = "") -> Any:
    if isinstance(value, Mapping):
        return {key: _with_names(inner, names, first or key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_names(item, names, first) for item in value]
    is_to_come = isinstance(value, str) and value.startswith("blob:")
    return names.get(first, names[""]) if is_to_come else value


def _titles(folder: str) -> tuple[str, ...]:
    return TITLES.get(folder, ("titre",))


def _without_nothing(value: Any) -> Any:
    """Return values without those that are empty, which the forms leave out of a file."""
    if isinstance(value, Mapping):
        kept = {key: _without_nothing(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in (None, "", [], {})}
    return [_without_nothing(item) for item in value] if isinstance(value, list) else value


def _as_json(checked: CheckedText, schema: Node) -> str:
    paths = dict(_paths_of_lines(checked.read.front.table, ()))
    said = [
        _message(problem, _field_at(problem, checked.read.front, paths, schema))
        for problem in errors_first(checked.problems)
    ]
    return json.dumps(said, ensure_ascii=False)


def _message(problem: Problem, field: str) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
        "help": problem.help,
        "line": problem.span.line,
        "column": problem.span.column,
        "end_column": problem.span.end_column,
        "excerpt": "" if problem.line_text == _MARK else problem.line_text,
        "field": field,
        "unless_added": problem.code in UNLESS_ADDED,
        "text": as_text(problem),
    }


def _paths_of_lines(value: Value, path: Path) -> Iterator[tuple[int, Path]]:
    """Yield the field that each line of a front matter begins."""
    if isinstance(value, Table):
        for key, inner in value.values.items():
            yield value.keys[key].line, (*path, key)
            yield from _paths_of_lines(inner, (*path, key))
    elif isinstance(value, Listing):
        for rank, item in enumerate(value.items):
            yield from _paths_of_lines(item, (*path, rank))


def _field_at(problem: Problem, front: FrontMatter, paths: Mapping[int, Path], schema: Node) -> str:
    """Return the labels of the field that a problem is about, ``""`` in the text.

    One that lacks is told on the first line, which a form does not show.
    """
    if not schema or problem.span.line > _last_line(front.table):
        return ""
    before = [line for line in paths if line <= problem.span.line]
    if before:
        return " › ".join(_labels(paths[max(before)], schema))
    named = (key for key in _NAMED.findall(problem.message) if key in schema["properties"])
    return " › ".join(_labels((next(named, ""),), schema)).strip()


def _last_line(value: Value) -> int:
    """Return the last line that a value is on."""
    if isinstance(value, Table):
        return max(map(_last_line, value.values.values()), default=value.span.line)
    if isinstance(value, Listing):
        return max(map(_last_line, value.items), default=value.span.line)
    return value.span.line


def _labels(path: Path, node: Node) -> Iterator[str]:
    for step in path:
        if isinstance(step, int):
            node = node.get("items", {})
            yield str(step + 1)
        else:
            node = node.get("properties", {}).get(step, {})
            yield label(step, node)
