"""Lines that are paragraphs, or verses, in what was pasted, and one paragraph for Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...problems.findings import Severity
from .passage import Lines, Passage, blocks, passage

_SPECIAL = re.compile(
    r"\s*(?:[#|<!\[:=+]|\*\[|[-*_]{3,}\s*$|[-*+]\s|\d{1,3}[.)]\s|\s{4}|\{)|.*(?:\s\s|\\|<br\s*/?>)$|.*\t|[\s:|-]+$"
)
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"’')\]\s*_\u00a0\u202f]*$")
_NEXT_SENTENCE = re.compile(r"[.!?…][»”\")]?[\s\u00a0]+[«“\"(]?\s?[A-ZÀ-ÖØ-ÞŒ]")
_BEGINNING = re.compile(
    r"[«“\"(*_\[‘—–]*[\s\u00a0\u202f]*[^a-zà-öø-ÿœ\W]|[^\w\s«“\"(*_\[‘—–,;:.!?)]"
)
# Nobody turns to a new line as late as this but at the end of a paragraph.
_LATE = 160
_SHORT = 60
_HELP = "deux espaces à la fin d’une ligne en commencent une autre dans le même paragraphe"


def melted_lines(lines: Lines) -> Iterator[Passage]:
    """Find lines that were each a paragraph, and lines of which nobody can tell."""
    for start, stop in blocks(lines):
        written = [line or "" for line in lines[start:stop]]
        if len(written) < 2 or any(map(_SPECIAL.match, written)):
            continue
        if not all(map(_BEGINNING.match, written[1:])):
            continue
        is_sure = _are_paragraphs(written)
        if not is_sure and not _are_broken_on_purpose(written):
            continue
        yield passage(
            lines,
            start,
            stop,
            "\n\n".join(written).split("\n") if is_sure else (),
            code="lignes-reunies",
            message=f"ces {len(written)} lignes ne feraient qu’un paragraphe",
            fix="laissez une ligne vide entre deux paragraphes",
            help=_HELP,
            severity=Severity.ADVICE,
        )


def _are_paragraphs(written: Sequence[str]) -> bool:
    """Return whether a line is too long to be anything but a whole paragraph."""
    return any(len(line) >= _LATE and _NEXT_SENTENCE.search(line) for line in written)


def _are_broken_on_purpose(written: Sequence[str]) -> bool:
    """Return whether every line ends where the next word would still have had room."""
    width = max(_SHORT, *map(len, written))
    rooms = [len(line) + 1 + len(below.split()[0]) <= width for line, below in pairwise(written)]
    ends = [bool(_SENTENCE_END.search(line)) or len(line) <= _SHORT for line in written[:-1]]
    return len(written) > 2 and sum(rooms) >= len(rooms) - 1 and all(ends)


def laid_out(written: Sequence[str]) -> list[str]:
    """Return the lines of a block of plain text as Markdown: paragraphs, verses or one paragraph.

    A line that ends a sentence ends a paragraph; a shorter one only a line.
    """
    if len(written) < 2 or any(map(_SPECIAL.match, written)):
        return [*written]
    width = max(40, *map(len, written))
    # Lines that were turned by hand begin anywhere in a sentence.
    are_turned = len(written) < 3 or not all(map(_BEGINNING.match, written[1:]))
    out: list[str] = []
    for line, below in zip(written, [*written[1:], ""], strict=True):
        has_room = bool(below) and len(line) + 1 + len(below.split()[0]) <= width
        goes_on = are_turned and not has_room
        if not below or goes_on or not _BEGINNING.match(below):
            out.append(line)
        elif _SENTENCE_END.search(line):
            out += [line, ""]
        else:
            out.append(f"{line}  ")
    return out
