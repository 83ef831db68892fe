"""Tables as Markdown can hold them, and the tables that only lay a page out undone. Pure."""

from bs4 import BeautifulSoup, Tag

_HEAVY = ("table", "hr", "blockquote", "pre")


def flatten_tables(tree: BeautifulSoup) -> None:
    """Undo tables for layout; leave the others without merged cells and without blocks."""
    for table in reversed(tree.find_all("table")):
        if _is_layout(table):
            for part in table.find_all(["tr", "td", "th", "caption"]):
                part.name = "div"
            for part in table.find_all(["thead", "tbody", "tfoot", "colgroup", "col"]):
                part.unwrap()
            table.name = "div"
        else:
            _part_merged(tree, table)
            for cell in table.find_all(["td", "th"]):
                _in_one_line(tree, cell)


def _is_layout(table: Tag) -> bool:
    rows = table.find_all("tr")
    widths = [len(row.find_all(["td", "th"], recursive=False)) for row in rows]
    return (
        table.get("role") == "presentation"
        or table.find(_HEAVY) is not None
        or len(rows) < 2
        or max(widths, default=0) < 2
    )


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return min(int(value), 100) if value.isdigit() else 1


def _part_merged(tree: BeautifulSoup, table: Tag) -> None:
    """Put empty cells where merged ones reached."""
    reaching: dict[int, int] = {}
    for row in table.find_all("tr"):
        column = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while reaching.get(column, 0):
                cell.insert_before(tree.new_tag("td"))
                reaching[column] -= 1
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for beside in range(width):
                if beside:
                    cell.insert_after(tree.new_tag("td"))
                if height > 1:
                    reaching[column + beside] = height - 1
            column += width
        for left in sorted(reaching):
            if left >= column and reaching[left]:
                row.append(tree.new_tag("td"))
                reaching[left] -= 1


def _in_one_line(tree: BeautifulSoup, cell: Tag) -> None:
    """Let line breaks stand for the paragraphs and items of a cell."""
    blocks = cell.find_all(["p", "div", "li"])
    for block in blocks:
        if block.get_text(strip=True):
            block.insert_before(tree.new_tag("br"))
    for block in [*blocks, *cell.find_all(["ul", "ol"])]:
        block.unwrap()
    children = [child for child in cell.contents if isinstance(child, Tag) or str(child).strip()]
    for child in children:
        if not (isinstance(child, Tag) and child.name == "br"):
            break
        child.extract()
