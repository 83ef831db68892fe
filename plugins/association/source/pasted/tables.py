"""Tables of tabs, as a spreadsheet or Word gives them, and tables that lack a line."""

import re
from collections.abc import Iterator, Sequence

from ...problems.findings import Severity
from .passage import Lines, Passage, blocks, is_blank, passage

_RULE = re.compile(r"[ ]{0,3}\|?[ ]*:?-{1,}:?[ ]*(?:\|[ ]*:?-{1,}:?[ ]*)*\|?[ ]*")
# A sign and a tab begin an item of a list, not a row.
_ITEM = re.compile(r"[ \t]*(?:[^\w\s]{1,2}|[o§üØv]|\(?\d{1,2}[.)/°-]?|[a-z][.)])\t")


def pasted_tables(lines: Lines) -> Iterator[Passage]:
    """Find tables that would not be one, or that would swallow the line below them."""
    for start, stop in blocks(lines):
        yield from _of_tabs(lines, start, stop)
        yield from _of_bars(lines, start, stop)


def _of_tabs(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    first = start
    while first < stop:
        last = first
        while last < stop and _is_row_of_tabs(lines[last] or ""):
            last += 1
        if last - first >= 2:
            rows = [_cells_of_tabs(line or "") for line in lines[first:last]]
            yield passage(
                lines,
                first,
                last,
                _table(lines, first, last, rows),
                code="tableau",
                message="ces lignes ne feraient pas un tableau",
                fix="séparez les colonnes par « | », et écrivez « |---|---| » sous la première",
            )
        first = max(last, first + 1)


def _is_row_of_tabs(line: str) -> bool:
    return "\t" in line.strip(" \t") and not _ITEM.match(line) and "|" not in line


def _cells_of_tabs(line: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip().split("\t")]


def _of_bars(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    first = start
    while first < stop:
        last = first
        while last < stop and (lines[last] or "").strip().startswith("|"):
            last += 1
        if last - first >= 2:
            yield from _of_rows(lines, start, first, last, stop)
        first = max(last, first + 1)
    if "|" in (lines[start] or "") and not (lines[start] or "").strip().startswith("|"):
        yield from _without_edges(lines, start, stop)


def _of_rows(lines: Lines, start: int, first: int, last: int, stop: int) -> Iterator[Passage]:
    """Find what rows that begin with a bar lack: their second line, or the lines around them."""
    rows = [line or "" for line in lines[first:last]]
    has_rule = bool(_RULE.fullmatch(rows[1])) and "-" in rows[1]
    width = len(_cells_of_bars(rows[0]))
    message, fix = "", ""
    if not has_rule:
        if any(map(_RULE.fullmatch, rows)):
            return
        message = "il manque à ce tableau sa deuxième ligne"
        fix = f"écrivez « {'|---' * width}| » sous la première"
    elif len(_cells_of_bars(rows[1])) != width:
        message = "la deuxième ligne de ce tableau n’a pas autant de colonnes que la première"
        fix = f"écrivez « {'|---' * width}| »"
    elif first > start:
        message, fix = "ce tableau est collé au texte", "laissez une ligne vide avant lui"
    elif last < stop:
        message, fix = "ce texte est collé au tableau", "laissez une ligne vide entre eux"
    if not message:
        return
    body = [_cells_of_bars(row) for row in (rows[:1] + rows[2:] if has_rule else rows)]
    kept = has_rule and len(_cells_of_bars(rows[1])) == width
    written = [*rows] if kept else _written(body, width)
    instead = _between(lines, first, last, written)
    yield passage(lines, first, last, instead, code="tableau", message=message, fix=fix)


def _without_edges(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    """Find rows without a bar at their edges that lack their second line."""
    rows = [_cells_of_bars(line or "") for line in lines[start:stop]]
    counts = {len(row) for row in rows}
    if len(rows) < 2 or len(counts) != 1 or counts == {1}:
        return
    if any(_RULE.fullmatch(line or "") for line in lines[start:stop]):
        return
    instead = _between(lines, start, stop, _written(rows, counts.pop()))
    is_sure = len(rows[0]) > 2
    yield passage(
        lines,
        start,
        stop,
        instead if is_sure else (),
        code="tableau",
        message="il manque à ce tableau sa deuxième ligne",
        fix=f"écrivez « {'|---' * len(rows[0])}| » sous la première",
        severity=Severity.ERROR if is_sure else Severity.ADVICE,
    )


def _cells_of_bars(row: str) -> list[str]:
    text = row.strip()
    inner = text[1:] if text.startswith("|") else text
    ends = re.search(r"(?<!\\)\|$", inner)
    inner = inner[:-1] if ends else inner
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _table(lines: Lines, start: int, stop: int, rows: Sequence[Sequence[str]]) -> list[str]:
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    return _between(lines, start, stop, _written(escaped, max(map(len, rows))))


def _written(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Return the lines of a table, its first row as the names of the columns."""
    width = max(width, *(len(row) for row in rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    shown = [f"| {' | '.join(row)} |".replace("|  |", "| |") for row in full]
    return [shown[0], f"{'|---' * width}|", *shown[1:]]


def _between(lines: Lines, start: int, stop: int, written: Sequence[str]) -> list[str]:
    """Return the lines with an empty one where text is glued to them."""
    before = [] if is_blank(lines, start - 1) else [""]
    after = [] if is_blank(lines, stop) else [""]
    return [*before, *written, *after]
