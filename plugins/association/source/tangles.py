"""What no writer means, and what would take readers of Markdown very long or too deep. Pure.

Bounds that no text of people comes near, so that any bytes are answered at once: a text beyond
them is neither looked at further nor rendered.
"""

import re
from collections.abc import Iterator

from ..problems.findings import Finding, Span

# A text with a finding of this code is not rendered.
TANGLE = "imbrication"
_DEEPEST_INDENT = 40
_DEEPEST_NESTING = 10
_MOST_LINES = 4000
_MOST_OF_A_LINE = 1000
_MOST_SIGNS = 20_000
# Signs that Markdown looks for the match of, line after line.
_MOST_OPENINGS = 1500
_MOST_DEFINITIONS = 100
# From each heading, Python-Markdown looks for a table in all lines of its block.
_MOST_HEADINGS = 500
# How many characters are read, all in all, in search of closing brackets.
_LONGEST_SEARCH = 1_000_000
_BRACKET_OR_END = re.compile(r"\]\(|[\[\])]|\n[ \t>]*\n|\Z")
_SIGNS = re.compile(r"[^\w\s,;.’'éèêàùçîôûïëœ–—-]")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,3}[.)]) ")
_CONTAINERS = re.compile(r"(?:[ \t]*(?:[-*+>:]|\d{1,9}[.)])(?=[\s>]|$)[ \t]?|[ \t]*>)+")
_CONTAINER = re.compile(r"[-*+>:]|\d+[.)]")
_BLOCK = re.compile(r" {0,3}/{3,} *\w")
_DEFINITION = re.compile(r" {0,3}(?:\*\[|\[\^?)[^\]]*\]:")
_SHORTER = "coupez-la en plusieurs paragraphes"


def tangles(markdown: str) -> list[Finding]:
    """Return what is too tangled in a text to be read, as one finding a line."""
    lines = markdown.split("\n")
    if len(lines) > _MOST_LINES:
        message = f"ce texte a plus de {_MOST_LINES} lignes"
        return [
            Finding(Span(_MOST_LINES, 1, 2), TANGLE, message, "répartissez-le en plusieurs pages")
        ]
    found = list(_of_lines(lines))
    if not found and _may_be_long_to_read(markdown, lines):
        found = list(_of_text(lines)) or list(_of_brackets(markdown))
    return found


def _may_be_long_to_read(markdown: str, lines: list[str]) -> bool:
    """Return whether a text is so long that what it holds has to be counted."""
    brackets = markdown.count("[") + markdown.count("](")
    return (
        len(markdown) > _MOST_SIGNS
        or len(lines) > _MOST_DEFINITIONS
        or markdown.count("<") + markdown.count("&") > _MOST_OPENINGS
        or brackets * len(markdown) > _LONGEST_SEARCH
    )


def _of_lines(lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        is_long = len(line) > _MOST_OF_A_LINE and len(_SIGNS.findall(line)) > _MOST_OF_A_LINE
        fix = _too_deep(line) or (_SHORTER if is_long else "")
        if fix:
            message = "cette ligne est trop enchevêtrée pour être lue"
            yield Finding(Span(number, 1, 2), TANGLE, message, fix)


def _too_deep(line: str) -> str:
    """Return the mend of a line that begins too far right, or within too many lists or quotes."""
    indent = len(line) - len(line.lstrip())
    if indent > _DEEPEST_INDENT and _ITEM.match(line[indent:]):
        return "décalez-la moins"
    lead = _CONTAINERS.match(line)
    is_nested = lead and len(_CONTAINER.findall(lead[0])) > _DEEPEST_NESTING
    if not is_nested or set(line) <= {"-", " "}:
        return ""
    return "retirez des tirets ou des chevrons à son début"


def _of_text(lines: list[str]) -> Iterator[Finding]:
    """Find the line where signs become too many for one text."""
    signs = openings = blocks = definitions = headings = 0
    for number, line in enumerate(lines, start=1):
        signs += len(_SIGNS.findall(line))
        openings += line.count("<") + line.count("&")
        blocks += bool(_BLOCK.match(line))
        definitions += bool(_DEFINITION.match(line))
        headings += line.startswith("#")
        if (
            signs > _MOST_SIGNS
            or openings > _MOST_OPENINGS
            or max(blocks, definitions) > _MOST_DEFINITIONS
            or headings > _MOST_HEADINGS
        ):
            message = "à partir d’ici, ce texte est trop enchevêtré pour être lu"
            yield Finding(Span(number, 1, 2), TANGLE, message, "répartissez-le en plusieurs pages")
            return


def _of_brackets(markdown: str) -> Iterator[Finding]:
    """Find the block in which brackets would be looked for too long: to its end when not closed."""
    opened: list[int] = []
    searched = 0
    for sign in _BRACKET_OR_END.finditer(markdown):
        if sign[0].startswith("]") or sign[0] == ")":
            searched += sign.start() - opened.pop() if opened else 0
        if sign[0] in ("[", "]("):
            opened.append(sign.start())
        elif not sign[0].strip():
            searched += sum(sign.start() - start for start in opened)
            if searched > _LONGEST_SEARCH and opened:
                line = markdown.count("\n", 0, opened[0]) + 1
                column = opened[0] - markdown.rfind("\n", 0, opened[0])
                yield Finding(
                    Span(line, column, column + 1),
                    TANGLE,
                    "à partir d’ici, trop de crochets s’ouvrent sans se refermer",
                    "refermez-les, ou ôtez ceux qui ne servent pas",
                )
                return
            opened = []


def nested_too_deep(markdown: str) -> Finding:
    """Return what is said of a text whose blocks stand in one another without end."""
    lines = markdown.split("\n")
    number = next((n for n, line in enumerate(lines, start=1) if "///" in line), 1)
    says = "à partir d’ici, des blocs s’ouvrent les uns dans les autres sans fin"
    return Finding(Span(number, 1, 2), TANGLE, says, "refermez chaque bloc par une ligne « /// »")
