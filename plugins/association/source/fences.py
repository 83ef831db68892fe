"""Fenced code for Python-Markdown: shown as it stands, in lists and quotations as anywhere.

Before blocks are told apart, each line of code gets a letter in front that no rule looks at, so
that nothing of it is taken for a list, a heading or the end of its block.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString, code_escape

from .body import Fence

_LEAD = r"(?P<lead>[ ]*(?:(?:>|[-*+](?=[ ])|\d{1,9}\.(?=[ ])|:(?=[ ])|\[\^[^\]]*\]:)[ ]*)*)"
_OPENING = re.compile(_LEAD + r"(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}\.|:|\[\^[^\]]*\]:) ")


@dataclass(frozen=True)
class _OpenFence:
    """An open fence: its line from 1, its mark, how far right it stands, in how many quotations."""

    line: int
    mark: str
    column: int
    quotes: int

    def content(self, text: str) -> tuple[str, str] | None:
        """Return what stands before a line of code and the line; None outside the quotation."""
        start = 0
        for _ in range(self.quotes):
            sign = text.find(">", start)
            if sign < 0 or text[start:sign].strip():
                return None
            start = sign + 1
        inner = text[start:]
        indent = min(len(inner) - len(inner.lstrip(" ")), self.column - start)
        return text[: start + max(indent, 0)], inner[max(indent, 0) :]

    def is_closed_by(self, content: str) -> bool:
        """Return whether a line is the closing one."""
        marks = content.strip(" ")
        return len(marks) >= len(self.mark) and set(marks) == {self.mark[0]}


class Fences(Preprocessor):
    """Finds the fences of a text, ``found``."""

    def __init__(self, md: Markdown) -> None:
        """Find nothing yet."""
        super().__init__(md)
        self.found: list[Fence] = []
        self.opening, self.code, self.closing = "", "", ""

    def begin(self, signs: Sequence[str]) -> None:
        """Get ready for a text that holds none of three signs."""
        self.found = []
        self.opening, self.code, self.closing = signs

    def run(self, lines: list[str]) -> list[str]:
        """Mark the lines of the fences and of their code."""
        if not any("```" in line or "~~~" in line for line in lines):
            return lines
        marked: list[str] = []
        fence: _OpenFence | None = None
        for number, line in enumerate(lines, start=1):
            parts = fence.content(line) if fence else None
            if fence and parts is None:
                self.found.append(Fence(fence.line, number - 1, is_closed=False))
                fence = None
            if fence and parts:
                before, content = parts
                if fence.is_closed_by(content):
                    self.found.append(Fence(fence.line, number, is_closed=True))
                    fence = None
                    marked.append(before + self.closing)
                else:
                    marked.append(before + self.code + content)
                continue
            fence = self._opened(line, number, lines)
            marked.append(line if fence is None else line[: fence.column] + self.opening)
        if fence:
            # Two lines are added at the end of every text.
            self.found.append(Fence(fence.line, len(lines) - 2, is_closed=False))
        return marked

    def _opened(self, line: str, number: int, lines: list[str]) -> _OpenFence | None:
        opening = _OPENING.match(line)
        if opening is None:
            return None
        lead = opening["lead"]
        indent = len(lead) - len(lead.rstrip(" ")) if lead.strip() else len(lead)
        if indent > 3 and not _is_in_item(lines[: number - 1], indent):
            return None
        return _OpenFence(number, opening["mark"], len(lead), lead.count(">"))


def _is_in_item(above: list[str], indent: int) -> bool:
    """Return whether the nearest line further left begins an item of a list."""
    for line in reversed(above):
        bare = line.replace(">", " ")
        if bare.strip() and len(bare) - len(bare.lstrip(" ")) < indent:
            return _ITEM.match(bare) is not None
    return False


class FencedCode(BlockProcessor):
    """Makes blocks of code of the marked lines."""

    def __init__(self, parser: BlockParser, fences: Fences) -> None:
        """Read the lines that ``fences`` marks."""
        super().__init__(parser)
        self.fences = fences

    def test(self, _parent: ElementTree.Element, block: str) -> bool:
        """Return whether a block holds a marked line."""
        sign = self.fences.opening
        return sign in block and any(_begins(line, sign) for line in block.split("\n"))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Part the block into what stands before the code, the code, and the rest."""
        lines = blocks.pop(0).split("\n")
        first = next(n for n, line in enumerate(lines) if _begins(line, self.fences.opening))
        last = first + 1
        while last < len(lines) and _begins(lines[last], self.fences.code):
            last += 1
        if before := "\n".join(lines[:first]).rstrip():
            self.parser.parseBlocks(parent, [before])
        code = ElementTree.SubElement(ElementTree.SubElement(parent, "pre"), "code")
        marked = (line.partition(self.fences.code) for line in lines[first + 1 : last])
        content = "\n".join(text for _, _, text in marked)
        code.text = AtomicString(f"{code_escape(content)}\n")
        is_closed = last < len(lines) and _begins(lines[last], self.fences.closing)
        if after := "\n".join(lines[last + is_closed :]).lstrip("\n"):
            blocks.insert(0, after)


def _begins(line: str, sign: str) -> bool:
    return line.lstrip(" ").startswith(sign)
