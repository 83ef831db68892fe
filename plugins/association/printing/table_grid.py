"""The grid of a table of HTML: which cell stands where, as browsers place them. Pure.

Source: HTML Standard, § 4.9.12 (forming a table).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import Tag

# More do not fit on the width of a sheet.
_MOST_COLUMNS = 10
_MOST_ROWS_OF_A_CELL = 1000


class GridError(ValueError):
    """A table that no grid can show: ``says`` why, and how to mend it, in French."""

    def __init__(self, says: str, fix: str) -> None:
        super().__init__(says)
        self.says, self.fix = says, fix


@dataclass(frozen=True)
class Cell:
    """A cell and how far it reaches; without an ``element``, a place that is left empty."""

    element: Tag | None = None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """The cells of a table row by row, each once: every place of each row is taken."""

    columns: int
    head: tuple[Cell, ...]
    body: tuple[Cell, ...]


def grid_of(table: Tag) -> Grid:
    """Return the grid of a table. Raises GridError."""
    sections = [_placed(rows) for rows in _sections(table)]
    width = max((len(row) for section in sections for row in section), default=0)
    if width > _MOST_COLUMNS:
        says = f"ce tableau a {width} colonnes, et une page imprimée n’en tient que {_MOST_COLUMNS}"
        raise GridError(says, "répartissez-les en plusieurs tableaux")
    is_head = bool(table.find("thead", recursive=False))
    cells = [tuple(_in_order(section, width)) for section in sections]
    head = cells[0] if is_head and cells else ()
    rest = cells[1:] if is_head else cells
    return Grid(width, head, tuple(cell for section in rest for cell in section))


def _sections(table: Tag) -> Iterator[list[Tag]]:
    """Yield the rows of the head, of each body and of the foot; those outside are a body's."""
    parts = ("thead", "tbody", "tfoot")
    for part in sorted(
        table.find_all(parts, recursive=False), key=lambda one: parts.index(one.name)
    ):
        yield part.find_all("tr", recursive=False)
    if rows := table.find_all("tr", recursive=False):
        yield rows


def _placed(rows: list[Tag]) -> list[list[Cell | None]]:
    """Return the places of rows: a cell at its first one, None where it reaches to."""
    grid: list[dict[int, Cell | None]] = [{} for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for element in row.find_all(["td", "th"], recursive=False):
            while x in grid[y]:
                x += 1
            high = _reach(element, "rowspan", len(rows) - y)
            cell = Cell(element, _reach(element, "colspan", _MOST_ROWS_OF_A_CELL), high)
            taken = [(x + right, y + down) for right in range(cell.columns) for down in range(high)]
            if any(at in grid[line] for at, line in taken):
                says = "deux cases de ce tableau se recouvrent"
                raise GridError(says, "retirez-y « rowspan » ou « colspan »")
            for at, line in taken:
                grid[line][at] = None
            grid[y][x] = cell
            x += cell.columns
    return [_filled(row) for row in grid]


def _filled(row: dict[int, Cell | None]) -> list[Cell | None]:
    return [row.get(x, Cell()) for x in range(max(row, default=-1) + 1)]


def _in_order(section: Iterable[list[Cell | None]], width: int) -> Iterator[Cell]:
    for row in section:
        yield from (cell for cell in row if cell is not None)
        yield from (Cell() for _ in range(width - len(row)))


def _reach(element: Tag, name: str, most: int) -> int:
    said = str(element.get(name) or "")
    number = int(said) if re.fullmatch("[0-9]{1,9}", said) else 1
    # Of rows, none means all that follow.
    return min(number, most) if number else (most if name == "rowspan" else 1)
