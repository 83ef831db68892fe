"""YAML front matter to values that remember where they stand.

Every scalar stays text; the schema gives it a type. What YAML would misread without a word is
found beforehand by ``yaml_lines``, what it refuses is mended by ``yaml_repair``. Pure.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import yaml

from ..problems.findings import Finding, Replacement, Span
from .yaml_lines import mended
from .yaml_lists import double_quoted
from .yaml_repair import composed

# The code of a front matter that is no table at all.
UNREADABLE = "en-tete-illisible"
# No front matter of ours comes near; the vocabulary, a word a line, may have five thousand lines.
_MOST_LINES = 8000
# What YAML and its users write for no value at all.
_NOTHING = {"~", "null", "Null", "NULL"}

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Text:
    """A scalar: its text and where it stands.

    ``quote`` is the sign around it, ``""`` without any, None when it runs over several lines.
    """

    span: Span
    value: str
    quote: str | None = None


@dataclass(frozen=True)
class Listing:
    """A YAML sequence."""

    span: Span
    items: tuple["Value", ...]


@dataclass(frozen=True)
class Table:
    """A YAML mapping: the value and the span of each key."""

    span: Span
    values: dict[str, "Value"] = field(default_factory=dict)
    keys: dict[str, Span] = field(default_factory=dict)


Value = Text | Listing | Table


@dataclass(frozen=True)
class FrontMatter:
    """The table of a file's front matter and what was wrong with its writing.

    ``doubtful`` are the words of the lines with findings: a field named there is not missing.
    """

    table: Table
    findings: tuple[Finding, ...] = ()
    doubtful: frozenset[str] = frozenset()

    def span_of(self, path: Path) -> Span:
        """Return where the value at ``path`` stands, or the nearest thing above it that exists.

        What has fields of its own stands where its name is written.
        """
        value, left = self._nearest(path)
        reached = path[: len(path) - len(left)]
        if isinstance(value, Table) and reached and isinstance(reached[-1], str):
            return self.span_of_key(reached)
        return value.span

    def span_of_key(self, path: Path) -> Span:
        """Return where the last key of ``path`` is written, or the nearest place that exists."""
        parent, left = self._nearest(path[:-1])
        key = path[-1] if path else None
        if not left and isinstance(parent, Table) and isinstance(key, str) and key in parent.keys:
            return parent.keys[key]
        return self.span_of(path)

    def _nearest(self, path: Path) -> tuple[Value, Path]:
        """Return the deepest value along ``path`` and the steps that lead nowhere."""
        value: Value = self.table
        for depth, step in enumerate(path):
            if isinstance(value, Table) and isinstance(step, str) and step in value.values:
                value = value.values[step]
            elif isinstance(value, Listing) and isinstance(step, int) and step < len(value.items):
                value = value.items[step]
            else:
                return value, path[depth:]
        return value, ()

    def has(self, path: Path) -> bool:
        """Return whether the key that ``path`` names is written, be it without a value."""
        return not self._nearest(path)[1]

    def is_given(self, path: Path) -> bool:
        """Return whether the key that ``path`` names is written with a value."""
        value, left = self._nearest(path)
        return not left and not _is_empty(value) and value != Listing(value.span, ())

    def items_at(self, path: Path) -> int:
        """Return how many items the list at ``path`` has."""
        value, left = self._nearest(path)
        return len(value.items) if isinstance(value, Listing) and not left else 0

    def instead(self, path: Path, text: str) -> tuple[Replacement, ...]:
        """Return the mend that writes ``text`` for the value at ``path``: none of several lines."""
        value, left = self._nearest(path)
        if left or not isinstance(value, Text) or value.quote is None or not text:
            return ()
        bare = not value.quote and _is_plain(text, value.value)
        return (Replacement(value.span, text if bare else double_quoted(text)),)

    def text_of(self, key: str) -> str:
        """Return the text of a field of the first level, ``""`` for any other value."""
        value = self.table.values.get(key)
        return value.value if isinstance(value, Text) and value.value.strip() else ""

    def plain(self) -> dict[str, object]:
        """Return the table as dicts, lists and texts; an empty value counts as absent."""
        plain = _plain(self.table)
        assert isinstance(plain, dict)
        return plain


def _plain(value: Value) -> object:
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Listing):
        return [_plain(item) for item in value.items]
    return {key: _plain(item) for key, item in value.values.items() if not _is_empty(item)}


def _is_empty(value: Value) -> bool:
    return isinstance(value, Text) and not value.value.strip()


def read(yaml_text: str, first_line: int) -> FrontMatter:
    """Read the text between the two ``---``, whose first line is ``first_line`` of its file.

    Never raises: a line that cannot be read becomes a finding and is mended or set aside, so that
    the problems of the other lines are said too.
    """
    all_lines = yaml_text.split("\n")
    written = all_lines[:_MOST_LINES]
    read = mended(written)
    node, lines, refused = composed(read.lines)
    known = {finding.span.line for finding in read.findings}
    findings = [
        replace(found, replacements=_as_read(found.span.line, written, lines, read.guessed))
        for found in read.findings
    ]
    findings += [finding for finding in refused if finding.span.line not in known]
    findings += _beyond(all_lines)
    doubtful = _names_on(written, [*findings, *refused])
    down = first_line - 1
    findings = [found.down(down) for found in findings]
    table = _table(node, _Lines(lines, down), findings.append)
    return FrontMatter(replace(table, span=Span(max(down, 1), 1, 4)), tuple(findings), doubtful)


@dataclass(frozen=True)
class _Lines:
    """The lines of a front matter, and how many of its file stand before them."""

    texts: list[str]
    down: int


def _beyond(lines: list[str]) -> Iterator[Finding]:
    """Say where a front matter goes on past what is read of it."""
    if len(lines) > _MOST_LINES:
        yield Finding(
            Span(_MOST_LINES + 1, 1, len(lines[_MOST_LINES]) + 1),
            "trop-de-problemes",
            f"cet en-tête a plus de {_MOST_LINES} lignes : la suite n’est pas lue",
            "fermez-le plus haut par une ligne « --- »",
        )


def _as_read(
    number: int, written: list[str], lines: list[str], guessed: frozenset[int]
) -> tuple[Replacement, ...]:
    """Return the mend that writes a line as it was read, when nothing of it was guessed or lost."""
    before, after = written[number - 1], lines[number - 1]
    if number in guessed or _words_of(before) != _words_of(after):
        return ()
    return (Replacement(Span(number, 1, len(before) + 1), after),)


def _words_of(line: str) -> str:
    """Return the letters and digits of a line: what blanks, quotes and bullets may not change."""
    return "".join(sign for sign in line if sign.isalnum())


# A text that needs no quotes, between brackets or not.
_PLAIN = re.compile(r"[\w+/](?:[^:#\[\]{},\"'\\]|:(?=\S))*")
_SPECIAL = set(":#[]{},\"'\\&*!|>%@`?-~")


def _is_plain(text: str, before: str) -> bool:
    """Return whether a text needs no quotes where ``before`` stood without any."""
    return bool(_PLAIN.fullmatch(text)) or (
        set(text) & _SPECIAL <= set(before) and text[0].isalnum() and before[0].isalnum()
    )


_NAME = re.compile(r"[^\W\d]\w*")


def _names_on(lines: list[str], findings: list[Finding]) -> frozenset[str]:
    """Return the words of the lines that have findings: a field may be named there."""
    numbers = {finding.span.line for finding in findings if finding.span.line <= len(lines)}
    return frozenset(name for number in numbers for name in _NAME.findall(lines[number - 1]))


def _table(node: yaml.Node | None, lines: _Lines, report: Callable[[Finding], None]) -> Table:
    if node is None:
        return Table(Span())
    value = _value(node, lines, report)
    if isinstance(value, Table):
        return value
    report(
        Finding(
            value.span,
            UNREADABLE,
            "l’en-tête doit être une suite de lignes « champ: valeur »",
            "écrivez par exemple « titre: Journée de rencontre »",
        )
    )
    return Table(Span())


def _span(node: yaml.Node, lines: _Lines) -> Span:
    """Return the node's place on its first line; a node over several lines ends with that line."""
    start, end = node.start_mark, node.end_mark
    first = lines.texts[start.line] if start.line < len(lines.texts) else ""
    end_column = end.column if end.line == start.line else len(first.rstrip())
    line = start.line + 1 + lines.down
    return Span(line, start.column + 1, max(end_column, start.column + 1) + 1)


def _quote(node: yaml.ScalarNode) -> str | None:
    """Return the quote around a scalar of one line, None for a scalar of several."""
    style = node.style or ""
    is_one_line = node.start_mark.line == node.end_mark.line and style in {"", "'", '"'}
    return style if is_one_line else None


def _value(node: yaml.Node, lines: _Lines, report: Callable[[Finding], None]) -> Value:
    span = _span(node, lines)
    if isinstance(node, yaml.ScalarNode):
        value = "" if not node.style and node.value in _NOTHING else node.value
        return Text(span, value, _quote(node))
    if isinstance(node, yaml.SequenceNode):
        return Listing(span, tuple(_value(item, lines, report) for item in node.value))
    table = Table(span)
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        key_span = _span(key_node, lines)
        value = _value(value_node, lines, report)
        if key in table.keys:
            report(
                Finding(
                    key_span,
                    "champ-en-double",
                    f"le champ « {key} » est écrit deux fois",
                    "gardez une seule des deux lignes",
                    related=table.keys[key],
                    related_label="déjà écrit ici",
                )
            )
            continue
        table.keys[key] = key_span
        table.values[key] = value
    return table
