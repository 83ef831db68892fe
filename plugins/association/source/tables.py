"""What a table of an editor's text needs to be read aloud, and on a narrow screen. Pure."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# « Tableau : … », where the number of « Tableau 2 : … » is part of what it is called.
CAPTION = re.compile(r"\s*tableau(?P<number>[ \u00a0]\w{1,3})?\s*[:.–—]\s*", re.IGNORECASE)
_HEADING = re.compile("h[1-6]")


class Tables(Treeprocessor):
    """Gives tables their caption and the headers of their rows, and lets wide ones scroll.

    ``as_written`` gives the words of a text of the tree, letter for letter.
    """

    def __init__(self, md: Markdown, as_written: Callable[[str], str]) -> None:
        super().__init__(md)
        self.as_written = as_written

    def run(self, root: Element) -> None:
        """Finish the tables of a tree whose headings have their addresses."""
        names: set[str] = set()
        for parent in list(root.iter()):
            for table in parent.findall("table"):
                _head_columns(table)
                self._head_rows(table)
                self._name(table, parent, names)
                _frame(table, parent)

    def _name(self, table: Element, parent: Element, taken: set[str]) -> None:
        """Take the paragraph before for its caption, or the heading above for its name."""
        before = list(parent)[: list(parent).index(table)]
        if before and (caption := self._caption(before[-1])) is not None:
            parent.remove(before[-1])
            table.insert(0, caption)
            return
        headings = (part for part in reversed(before) if _HEADING.fullmatch(part.tag))
        heading = next(headings, None)
        # Of several under one heading, the first bears its name.
        if heading is not None and (address := heading.get("id", "")) not in taken | {""}:
            table.set("aria-labelledby", address)
            taken.add(address)

    def _caption(self, paragraph: Element) -> Element | None:
        opening = CAPTION.match(self.as_written(paragraph.text or ""))
        is_only_opening = opening and not "".join(paragraph.itertext())[opening.end() :].strip()
        if paragraph.tag != "p" or not opening or is_only_opening:
            return None
        paragraph.tag = "caption"
        if not opening["number"]:
            paragraph.text = (paragraph.text or "")[opening.end() :]
        return paragraph

    def _head_rows(self, table: Element) -> None:
        """Make headers of a first column that tells the rows apart."""
        rows = [list(row) for row in table.iterfind("tbody/tr") if len(row) > 1]
        names = [self.as_written(_words(row[0])) for row in rows]
        if all(names) and len(set(names)) == len(names):
            for row in rows:
                row[0].tag = "th"
                row[0].set("scope", "row")


def _head_columns(table: Element) -> None:
    for cell in table.iterfind("thead/tr/th"):
        if _words(cell):
            cell.set("scope", "col")
        else:
            # A header without a word is none.
            cell.tag = "td"


def _words(cell: Element) -> str:
    pictures = (picture.get("alt", "") for picture in cell.iter("img"))
    return " ".join([*cell.itertext(), *pictures]).strip()


def _frame(table: Element, parent: Element) -> None:
    """Put a table into what scrolls within the page, instead of widening it."""
    at = list(parent).index(table)
    frame = Element("div", {"class": "tableau"})
    frame.tail, table.tail = table.tail, None
    parent.remove(table)
    parent.insert(at, frame)
    frame.append(table)
