"""Tables of tabs, as a spreadsheet or Word gives them, and tables that lack a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...problems.findings import Severity, Span
from .passage import Lines, Passage, blocks, is_blank, passage

# As Python-Markdown reads it.
_RULE = re.compile(r"[ ]{0,3}(?=[|: ]*-)[|:\- ]+")
# Lines that are drawn around the rows of a table.
_DRAWN_RULE = re.compile(r"\s*[+├┌└╔╚╠┏┗┣|│][-=+─┬┼┴═╦╬╩━┳╋┻┤┐┘╗╝╣┓┛┫|│ ]*")
_BAR = re.compile(r"[|│║┃^]")
_DRAWN_ROW = re.compile(r"\s*[|│║┃^].*[|│║┃^]\s*")
_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
# A sign and a tab begin an item of a list, not a row.
_ITEM = re.compile(r"[ \t]*(?:[^\w\s]{1,2}|[o§üØv]|\(?\d{1,2}[.)/°-]?|[a-z][.)])[ ]*\t")


def pasted_tables(lines: Lines) -> Iterator[Passage]:
    """Find tables that would not be one, or that would swallow the line below them."""
    for start, stop in blocks(lines):
        text = "\n".join(line or "" for line in lines[start:stop])
        if drawn := _drawn(lines, start, stop) if _BAR.search(text) else None:
            yield drawn
            continue
        if "\t" in text:
            yield from _of_tabs(lines, start, stop)
        if "|" in text:
            yield from _of_bars(lines, start, stop)
        if "  " in text or "\u00a0" in text:
            yield from _of_spaces(lines, start, stop)
        for sign in ";," if stop - start > 2 else "":
            yield from _of_values(lines, start, stop, sign)


def _drawn(lines: Lines, start: int, stop: int) -> Passage | None:
    """Return a table whose lines are drawn with signs."""
    block = [line or "" for line in lines[start:stop]]
    rows = [line for line in block if not _is_drawn_rule(line)]
    is_drawn = any(line.lstrip()[:1] != "|" for line in block)
    if not is_drawn or len(rows) < 2 or not all(map(_DRAWN_ROW.fullmatch, rows)):
        return None
    cells = [_cells_of_bars(re.sub("[│║┃^]", "|", row)) for row in rows]
    return _passage(lines, start, stop, cells) if len(cells[0]) > 1 else None


def _is_drawn_rule(line: str) -> bool:
    return bool(_DRAWN_RULE.fullmatch(line)) and bool(re.search("[-─═━=]", line))


def _of_spaces(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    """Find rows whose columns begin one below the other, after several spaces."""
    first = start
    while first < stop:
        starts = _starts(lines[first] or "")
        last = first + 1
        while last < stop and starts and _starts(lines[last] or "") == starts:
            last += 1
        count = len(re.split(_GAP, (lines[first] or "").strip()))
        while count > 2 and last < stop and _is_row_of(lines[last] or "", count):
            last += 1
        are_apart = starts and all(_starts(line or "") == starts for line in lines[first:last])
        least = 3 if len(starts) < 2 or not are_apart else 2
        if starts and last - first >= least:
            rows = [re.split(_GAP, (line or "").strip()) for line in lines[first:last]]
            yield _passage(lines, first, last, rows)
        first = last


def _is_row_of(line: str, count: int) -> bool:
    return bool(_starts(line)) and len(re.split(_GAP, line.strip())) == count


def _starts(line: str) -> tuple[int, ...]:
    """Return where the columns after the first begin on a line, none on one of another kind."""
    is_plain = line[:1] not in " |>#-*+" and "\t" not in line
    return tuple(gap.end() for gap in _GAP.finditer(line)) if is_plain else ()


def _of_values(lines: Lines, start: int, stop: int, sign: str) -> Iterator[Passage]:
    """Find rows of a spreadsheet that were saved with semicolons or commas between values."""
    block = [line or "" for line in lines[start:stop]]
    counts = {line.count(sign) for line in block}
    if len(counts) > 1 or counts.pop() < 2:
        return
    beside_space = re.compile(rf"[\s\u00a0]{sign}|{sign}[\s\u00a0]|\|")
    if not any(map(beside_space.search, block)):
        yield _passage(lines, start, stop, [line.split(sign) for line in block])


def _passage(lines: Lines, start: int, stop: int, rows: Sequence[Sequence[str]]) -> Passage:
    return passage(
        lines,
        start,
        stop,
        _table(lines, start, stop, [[cell.strip() for cell in row] for row in rows]),
        code="tableau",
        message="ces lignes ne feraient pas un tableau",
        fix="séparez les colonnes par « | », et écrivez « |---|---| » sous la première",
    )


def _of_tabs(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    first = start
    while first < stop:
        last = first
        while last < stop and _is_row_of_tabs(lines[last] or ""):
            last += 1
        if last == stop and last > first:
            last = _with_rows_apart(lines, first, last)
        if last - first >= 2 and "\t" in (lines[first] or "").strip(" \t"):
            rows = [_cells_of_tabs(line) for line in lines[first:last] if line and line.strip()]
            yield _passage(lines, first, last, rows)
        first = max(last, first + 1)


def _with_rows_apart(lines: Lines, first: int, last: int) -> int:
    """Return where a table ends whose rows have a blank line between them."""
    count = len(_cells_of_tabs(lines[first] or ""))
    while last + 1 < len(lines) and is_blank(lines, last):
        row = lines[last + 1] or ""
        if not _is_row_of_tabs(row) or len(_cells_of_tabs(row)) != count:
            break
        last += 2
    return last


def _is_row_of_tabs(line: str) -> bool:
    return "\t" in line.lstrip(" \t") and not _ITEM.match(line) and "|" not in line


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
    if rows[0].lstrip().startswith("||"):
        rows = [re.sub(r"\|{2,}", "|", row) for row in rows]
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
    beyond = _rows_apart(lines, last, width) if has_rule and not message else last
    if beyond > last:
        further = [line for line in lines[last:beyond] if line and line.strip()]
        yield passage(
            lines,
            first,
            beyond,
            [*rows, *further],
            code="tableau",
            message="une ligne vide coupe ce tableau",
            fix="effacez-la",
        )
        return
    longest = max(range(last - first), key=lambda row: len(_cells_of_bars(rows[row])))
    if not message and len(_cells_of_bars(rows[longest])) > width:
        yield _too_long(lines, first, last, longest)
        return
    if not message:
        return
    body = [_cells_of_bars(row) for row in (rows[:1] + rows[2:] if has_rule else rows)]
    kept = has_rule and len(_cells_of_bars(rows[1])) == width
    written = [*rows] if kept else _written(body, width)
    instead = _between(lines, first, last, written)
    yield passage(lines, first, last, instead, code="tableau", message=message, fix=fix)


def _rows_apart(lines: Lines, last: int, width: int) -> int:
    """Return where the rows of a table end that a blank line parts from it; ``last`` for none."""
    number = last
    while number < len(lines) and is_blank(lines, number):
        number += 1
    stop = number
    while stop < len(lines) and (lines[stop] or "").strip().startswith("|"):
        stop += 1
    rows = [line or "" for line in lines[number:stop]]
    is_apart = (
        last < number < stop and is_blank(lines, stop) and not any(map(_RULE.fullmatch, rows))
    )
    return stop if is_apart and all(len(_cells_of_bars(row)) == width for row in rows) else last


def _too_long(lines: Lines, first: int, last: int, longest: int) -> Passage:
    """Return the table of which a row has more cells than the first, which would be lost."""
    rows = [_cells_of_bars(line or "") for line in lines[first:last]]
    line = lines[first + longest] or ""
    found = passage(
        lines,
        first,
        last,
        _written([rows[0], *rows[2:]], len(rows[longest])),
        code="tableau",
        message="cette ligne a plus de cases que la première : les dernières seraient perdues",
        fix="ajoutez une colonne à la première ligne et aux traits, ou retirez une case",
    )
    place = Span(first + longest + 1, 1, len(line.rstrip()) + 1)
    return replace(found, finding=replace(found.finding, span=place))


def _without_edges(lines: Lines, start: int, stop: int) -> Iterator[Passage]:
    """Find rows without a bar at their edges that lack their second line."""
    rows = [_cells_of_bars(line or "") for line in lines[start:stop]]
    counts = {len(row) for row in rows}
    if len(rows) < 2 or len(counts) != 1 or counts == {1}:
        return
    if any(_RULE.fullmatch(line or "") for line in lines[start:stop]):
        return
    instead = _between(lines, start, stop, _written(rows, counts.pop()))
    is_sure = len(rows[0]) > 2 or len(rows) > 2
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
