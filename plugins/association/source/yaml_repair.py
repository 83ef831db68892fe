"""A front matter that YAML refuses, mended line by line until YAML reads it.

Most often a line is shifted: the shift that lets YAML read furthest is taken. What cannot be
mended is set aside. The words for each error are in ``yaml_errors``. Pure.
"""

import re

import yaml

from ..problems.findings import Finding
from .yaml_errors import explained, shifted

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# After so many errors in one file, the rest would only be echoes of the first ones.
_MOST_ERRORS = 20
# No field of ours lies deeper.
_DEEPEST = 12
# In a longer front matter, trying one shift after another would take too long.
_MOST_LINES = 2000
_PAST_THE_END = 10**9
# Without any of these, nothing is named or repeated, no document begins, and nothing lies deep.
_MAY_BE_REFUSED = re.compile(r"[&*%]|^(?:---|\.\.\.)|[\[{][^\]}]*[\[{]|^ {6}|- - ", re.MULTILINE)


def composed(lines: list[str]) -> tuple[yaml.Node | None, list[str], list[Finding]]:
    """Return the YAML node of the lines, the lines as they were mended, and what was wrong.

    The node is None when nothing could be read.
    """
    lines, findings = list(lines), list[Finding]()
    for _ in range(_MOST_ERRORS):
        node, error = _node_or_error(lines)
        if error is None:
            return node, lines, findings
        at = _line_of(error, lines)
        shift = _best_shift(lines, at)
        if shift is None:
            findings.append(explained(lines[at], at + 1))
            _set_aside(lines, at)
        else:
            number, indents = shift
            indent = indents[0]
            findings.append(shifted(lines[number], number + 1, indents))
            lines[number] = " " * indent + lines[number].lstrip(" ")
    return None, lines, findings


def _node_or_error(lines: list[str]) -> tuple[yaml.Node | None, yaml.YAMLError | None]:
    """Return the YAML node of the lines, or what YAML or this site refuses in them."""
    text = "\n".join(lines)
    if _MAY_BE_REFUSED.search(text) and (error := _error_in(lines)):
        return None, error
    try:
        return yaml.compose(text, Loader=_Loader), None
    except yaml.YAMLError as error:
        return None, error


def _error_in(lines: list[str]) -> yaml.YAMLError | None:
    """Return what YAML refuses in the lines.

    A name for a value (``&x``, ``*x``) is refused too, and values so deep within one another that
    reading them would exhaust the machine.
    """
    depth = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if _is_refused(event) or depth > _DEEPEST:
                return _Refused(None, None, None, event.start_mark)  # type: ignore[arg-type]
    except yaml.YAMLError as error:
        return error
    return None


class _Refused(yaml.MarkedYAMLError):
    """What YAML would take and this site does not."""


def _is_refused(event: yaml.Event) -> bool:
    """Return whether an event names a value, repeats one, or begins a second document."""
    if isinstance(event, yaml.DocumentStartEvent):
        return bool(event.explicit)
    return isinstance(event, yaml.NodeEvent) and event.anchor is not None


def _reach(lines: list[str]) -> int:
    """Return the first line that YAML refuses, from 0, or a great number."""
    error = _error_in(lines)
    return _PAST_THE_END if error is None else _line_of(error, lines)


def _best_shift(lines: list[str], at: int) -> tuple[int, list[int]] | None:
    """Return the line at or before ``at`` to shift and the indents it may have, or None.

    A shift must let YAML read on past ``at``; the one that reaches furthest comes first, then the
    line ``at`` itself, then the smallest shift, then the deepest.
    """
    if len(lines) > _MOST_LINES:
        return None
    written = [n for n, line in enumerate(lines[: at + 1]) if line.strip()]
    ranked: list[tuple[int, ...]] = []
    for number in reversed(written[-2:]):
        now = _indent(lines[number])
        for indent in sorted(_likely_indents(lines, number) - {now}):
            tried = list(lines)
            tried[number] = " " * indent + lines[number].lstrip(" ")
            reach = _reach(tried)
            if reach > at:
                ranked.append((reach, number, -abs(indent - now), indent))
    if not ranked:
        return None
    ranked.sort(reverse=True)
    number = ranked[0][1]
    return number, [indent for _, line, _, indent in ranked if line == number]


def _likely_indents(lines: list[str], number: int) -> set[int]:
    """Return the indents that a line may have had: those of the lines around it."""
    around = [line for line in lines[max(0, number - 12) : number + 2] if line.strip()]
    indents = {0}
    for line in around:
        indent = _indent(line)
        indents.add(indent)
        if line.lstrip(" ").startswith("- "):
            indents.add(len(line) - len(line.lstrip(" -")))
    return indents


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _set_aside(lines: list[str], at: int) -> None:
    """Blank a line with what lies under it, and with its neighbours when it has no parent."""
    indent = _indent(lines[at])
    lines[at] = ""
    for below in range(at + 1, len(lines)):
        is_within = _indent(lines[below]) >= max(indent, 1)
        if lines[below].strip() and not is_within:
            return
        lines[below] = ""


def _line_of(error: yaml.YAMLError, lines: list[str]) -> int:
    """Return the line, from 0, nearest to the error that is not blank."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line if mark else 0, len(lines) - 1)
    written = [number for number, line in enumerate(lines) if line.strip()]
    return min(written, key=lambda number: (abs(number - at), number), default=0)
